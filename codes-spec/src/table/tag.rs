//! The names of tags, which become methods.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rules;
use crate::span::Spanned;
use crate::table::parse::Parse;

/// Tags whose method would conflict with one that every enum has.
pub(crate) const TAKEN: &[&str] = &["error"];

/// The name of a tag, in `snake_case`.
pub(crate) struct TagName<'a>(pub(crate) Cow<'a, str>);

impl<'a> Parse<'a> for TagName<'a> {
    fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake> {
        let Spanned { value: tag, span } = text;
        if !tag.split('_').all(is_word) {
            let meant = snake_case(&tag).map(|name| format!("`{name}`"));
            return Err(rules::tag_name(&tag).at(span).meant(meant));
        }
        if TAKEN.contains(&tag.as_ref()) {
            return Err(rules::tag_taken(&tag).at(span));
        }
        Ok(TagName(tag))
    }
}

fn is_word(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// Converts `RateLimit` and `rate-limit` to `rate_limit`.
fn snake_case(text: &str) -> Option<String> {
    let mut name = String::new();
    let mut was_lower = false;
    for c in text.chars() {
        if (!c.is_ascii_alphanumeric() || c.is_ascii_uppercase() && was_lower)
            && !name.is_empty()
            && !name.ends_with('_')
        {
            name.push('_');
        }
        was_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        name.extend(c.is_ascii_alphanumeric().then_some(c.to_ascii_lowercase()));
    }
    let name = name.trim_end_matches('_').to_owned();
    (!name.is_empty()).then_some(name)
}
