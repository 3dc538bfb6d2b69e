//! The trait of values that are parsed from text.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::span::Spanned;

/// A value that is parsed from one line of text.
pub(crate) trait Parse<'a>: Sized {
    /// Parses the text, or returns the mistake in it.
    fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake>;
}
