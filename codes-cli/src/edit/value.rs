//! The values that the editor writes.

use saphyr_parser::ScalarStyle;

use super::flow;
use crate::yaml::{double_quoted, line};

/// A key and its value as YAML.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: &'static str,
    /// The value in block style, as after `key:`. Lines after the first are indented relative to the key.
    pub(super) block: String,
    /// The value in flow style, if it can be written inside brackets.
    pub(super) flow: Option<String>,
    /// The value before it was formatted as YAML, if it is a string.
    text: Option<String>,
}

impl Entry {
    /// An entry whose value is a string on one line.
    pub(crate) fn text(key: &'static str, text: &str) -> Self {
        Entry {
            key,
            block: format!(" {}", line(text)),
            flow: Some(double_quoted(text)),
            text: Some(text.to_owned()),
        }
    }

    /// An entry whose value is YAML on one line that can also be written in brackets.
    pub(crate) fn inline(key: &'static str, yaml: &str) -> Self {
        Entry {
            key,
            block: format!(" {yaml}"),
            flow: Some(yaml.to_owned()),
            text: None,
        }
    }

    /// An entry that is written differently in brackets: `block` follows `key:`, `flow` is the value in brackets.
    pub(crate) fn both(key: &'static str, block: &str, flow: &str) -> Self {
        Entry {
            key,
            block: block.to_owned(),
            flow: Some(flow.to_owned()),
            text: None,
        }
    }

    /// An entry from its lines: `key: value` and any further lines, without indentation. The value in brackets is
    /// derived from them.
    pub(crate) fn lines(key: &'static str, lines: &str) -> Self {
        let value = lines.trim_end().strip_prefix(key).unwrap_or(lines);
        let value = value.strip_prefix(':').unwrap_or(value);
        Entry {
            key,
            block: value.to_owned(),
            flow: flow::of_entry(lines),
            text: None,
        }
    }

    /// Returns the value in the style of the value it replaces, or `None` if it cannot be written inside brackets.
    pub(super) fn like(&self, style: Option<ScalarStyle>, in_flow: bool) -> Option<String> {
        let is_one_line = !self.block.contains('\n');
        match (&self.text, style) {
            (Some(text), Some(ScalarStyle::DoubleQuoted)) => Some(double_quoted(text)),
            (Some(text), Some(ScalarStyle::SingleQuoted))
                if double_quoted(text).len() == text.len() + 2 =>
            {
                Some(format!("'{}'", text.replace('\'', "''")))
            }
            _ if is_one_line && !in_flow => Some(self.block.trim().to_owned()),
            _ => self.flow.clone(),
        }
    }
}
