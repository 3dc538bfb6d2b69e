//! Patterns of messages: `*` is any run of characters.

use std::borrow::Cow;

use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::schema::Schema;
use crate::format::shape::{Shape, Text};
use crate::span::Spanned;
use crate::yaml::Node;

pub(crate) struct Pattern;

impl<'a> Shape<'a> for Pattern {
    type Value = Spanned<Cow<'a, str>>;
    const SCHEMA: Schema = Text::SCHEMA;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let pattern = Text::read(node, subject, report)?;
        let trimmed = pattern.value.trim();
        if trimmed.chars().all(|c| c == '*') {
            report.push(rules::message_any(trimmed).at(pattern.span));
        }
        Some(pattern)
    }
}
