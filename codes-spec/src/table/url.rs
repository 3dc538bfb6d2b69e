//! Addresses of pages.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rules;
use crate::span::Spanned;
use crate::table::parse::Parse;

/// An address that begins with `http://` or `https://` and has no blanks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Url<'a>(pub(crate) Cow<'a, str>);

impl Url<'_> {
    /// The URL as the spec has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'a> Parse<'a> for Url<'a> {
    fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake> {
        let rest = text
            .value
            .strip_prefix("https://")
            .or_else(|| text.value.strip_prefix("http://"));
        match rest {
            Some(rest) if !rest.is_empty() && !rest.contains(char::is_whitespace) => {
                Ok(Url(text.value))
            }
            _ => Err(rules::url(&text.value).at(text.span)),
        }
    }
}
