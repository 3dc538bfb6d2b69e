//! Patterns of messages: `*` is any run of characters.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rules;
use crate::span::Spanned;

/// The warning about a pattern that every message fits.
pub(crate) fn warning(pattern: &Spanned<Cow<'_, str>>) -> Option<Mistake> {
    let trimmed = pattern.value.trim();
    trimmed
        .chars()
        .all(|c| c == '*')
        .then(|| rules::message_any(trimmed).at(pattern.span))
}
