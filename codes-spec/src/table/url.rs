//! URLs of pages.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rules;
use crate::span::Spanned;
use crate::table::parse::Parse;

/// A URL that begins with `http://` or `https://` and has no spaces.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Url<'a>(pub(crate) Cow<'a, str>);

impl Url<'_> {
    /// Returns the URL as in the spec.
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
            _ => Err(rules::url(&text.value)
                .at(text.span)
                .meant(inside(&text.value).or_else(|| with_scheme(&text.value)))),
        }
    }
}

/// Returns the URL in `[docs](https://…)`, `<https://…>` or other text.
fn inside(text: &str) -> Option<String> {
    let start = text.find("https://").or_else(|| text.find("http://"));
    let start = start.filter(|&start| start > 0)?;
    let ends = |c: char| c.is_whitespace() || matches!(c, ')' | '>' | ']' | '"' | '\'' | '`');
    let url = text[start..].split(ends).next()?;
    (!url.ends_with("//")).then(|| format!("`{url}`"))
}

/// Adds the missing scheme to a host and path.
fn with_scheme(text: &str) -> Option<String> {
    let rest = text.strip_prefix("//").unwrap_or(text);
    let host = rest.split('/').next()?;
    let is_host = host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !rest.contains(char::is_whitespace)
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    is_host.then(|| format!("`https://{rest}`"))
}
