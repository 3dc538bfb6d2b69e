//! JSON pointers, as in RFC 6901.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rules;
use crate::span::Spanned;
use crate::table::parse::Parse;

/// A JSON pointer: `/error/code`, or nothing for the whole document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pointer<'a>(pub(crate) Cow<'a, str>);

impl Pointer<'_> {
    /// Returns the pointer as in the spec.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the part of the pointer after the prefix `other`, without a leading
    /// index.
    pub(crate) fn below(&self, other: &Pointer<'_>) -> Option<&str> {
        let rest = self.0.strip_prefix(other.as_str())?;
        let (step, rest) = match rest.strip_prefix('/') {
            Some(below) => below.split_at(below.find('/').unwrap_or(below.len())),
            None if rest.is_empty() => ("", ""),
            None => return None,
        };
        // other notations write `*` for any item
        let is_index =
            step == "*" || !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
        Some(if is_index || step.is_empty() {
            rest
        } else {
            &self.0[other.0.len()..]
        })
    }
}

impl<'a> Parse<'a> for Pointer<'a> {
    fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake> {
        if !text.value.is_empty() && !text.value.starts_with('/') {
            let meant = format!("`{}`", from_path(&text.value));
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

/// Converts a path in another notation to a pointer: `error.code`, `$.error.code`, `errors[0]['code']`, `#/error/code`.
fn from_path(path: &str) -> String {
    let keys = path.trim_start_matches(['$', '#']);
    let keys = keys.split(['.', '/', '[', ']', '\'', '"']);
    keys.filter(|key| !key.is_empty())
        .flat_map(|key| ["/", key])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::from_path;

    #[test]
    fn paths_become_pointers() {
        for (path, pointer) in [
            ("error.code", "/error/code"),
            ("code", "/code"),
            ("$.error.code", "/error/code"),
            ("$['error']['code']", "/error/code"),
            ("errors[0].code", "/errors/0/code"),
            ("#/error/code", "/error/code"),
            ("error/code", "/error/code"),
            (".error.code", "/error/code"),
        ] {
            assert_eq!(from_path(path), pointer, "{path}");
        }
    }
}
