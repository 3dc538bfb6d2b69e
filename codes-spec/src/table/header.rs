//! Names of headers.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rules;
use crate::span::Spanned;
use crate::table::parse::Parse;

/// The name of a header.
pub(crate) struct HeaderName<'a>(pub(crate) Cow<'a, str>);

impl<'a> Parse<'a> for HeaderName<'a> {
    fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake> {
        if text.value.bytes().all(is_token) {
            return Ok(HeaderName(text.value));
        }
        // a header copied from a response, with the colon
        let name = text.value.split(':').next().unwrap_or_default().trim_end();
        let name = &name.replace(' ', "-");
        let meant = (!name.is_empty() && name.bytes().all(is_token)).then(|| format!("`{name}`"));
        Err(rules::header_name(&text.value).at(text.span).meant(meant))
    }
}

/// Returns whether a byte may be in a name, by RFC 9110.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}
