//! The names of tags, which become methods.

use std::borrow::Cow;

use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::schema::Schema;
use crate::format::shape::{Line, Shape};
use crate::span::Spanned;
use crate::yaml::Node;

/// Methods that an enum has without any tag.
pub(crate) const TAKEN: &[&str] = &["error"];

pub(crate) struct TagName;

impl<'a> Shape<'a> for TagName {
    type Value = Spanned<Cow<'a, str>>;
    const SCHEMA: Schema = Schema::Tag;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let tag = Line::read(node, subject, report)?;
        let words = |word: &str| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if !tag.value.split('_').all(words) {
            report.push(
                rules::tag_name(&tag.value)
                    .at(tag.span)
                    .meant(snake(&tag.value).map(|name| format!("`{name}`"))),
            );
            return None;
        }
        if TAKEN.contains(&tag.value.as_ref()) {
            return report.refuse(rules::tag_taken(&tag.value).at(tag.span));
        }
        Some(tag)
    }
}

/// `RateLimit` and `rate-limit` as `rate_limit`.
fn snake(text: &str) -> Option<String> {
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
