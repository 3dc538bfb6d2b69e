//! Patterns of messages: `*` is any run of characters.

use std::borrow::Cow;

use crate::report::Report;
use crate::rule;
use crate::schema::Schema;
use crate::shape::{At, Shape, Text};
use crate::subject::Subject;
use crate::tree::Node;

pub(crate) struct Pattern;

impl<'a> Shape<'a> for Pattern {
    type Value = At<Cow<'a, str>>;
    const SCHEMA: Schema = Text::SCHEMA;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let pattern = Text::read(node, subject, report)?;
        let trimmed = pattern.value.trim();
        if trimmed.chars().all(|c| c == '*') {
            report.push(rule::message_any(trimmed).at(pattern.spot));
        }
        Some(pattern)
    }
}
