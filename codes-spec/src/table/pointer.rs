//! JSON pointers, as RFC 6901 writes them.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rules;
use crate::span::Spanned;
use crate::table::parse::Parse;

/// A JSON pointer: `/error/code`, or nothing for the whole document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pointer<'a>(pub(crate) Cow<'a, str>);

impl Pointer<'_> {
    /// The pointer as the spec has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'a> Parse<'a> for Pointer<'a> {
    fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake> {
        if !text.value.is_empty() && !text.value.starts_with('/') {
            let meant = format!("`/{}`", text.value.replace('.', "/"));
            return Err(rules::pointer_start(&text.value)
                .at(text.span)
                .meant(Some(meant)));
        }
        let tilde = text
            .value
            .char_indices()
            .find(|&(i, c)| c == '~' && !text.value[i + 1..].starts_with(['0', '1']));
        match tilde {
            Some((i, _)) => Err(rules::pointer_tilde().at(text.span.part(i, 1))),
            None => Ok(Pointer(text.value)),
        }
    }
}
