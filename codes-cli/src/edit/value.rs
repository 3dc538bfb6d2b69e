//! The values that the editor writes.

use saphyr_parser::ScalarStyle;

use crate::yaml::{double_quoted, line};

/// A key and its value as YAML.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: &'static str,
    /// The value in block style, as after `key:`. Lines after the first are indented relative to the key.
    pub(super) block: String,
    /// The value in flow style, if it can be written inside brackets.
    pub(super) flow: Option<String>,
    /// The value, if it is a text.
    text: Option<String>,
}

impl Entry {
    /// An entry whose value is a text on one line.
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

    /// An entry that is written differently in brackets: the text after `key:`, and the value.
    pub(crate) fn both(key: &'static str, block: &str, flow: &str) -> Self {
        Entry {
            key,
            block: block.to_owned(),
            flow: Some(flow.to_owned()),
            text: None,
        }
    }

    /// An entry with several lines, or a text that is not quoted: `key: value` and further lines, without indentation.
    pub(crate) fn lines(key: &'static str, lines: &str) -> Self {
        let value = lines.trim_end().strip_prefix(key).unwrap_or(lines);
        let value = value.strip_prefix(':').unwrap_or(value);
        let inner = value.trim();
        let is_word = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
        let is_safe = !inner.is_empty() && inner.chars().all(is_word) || is_quoted(inner);
        Entry {
            key,
            block: value.to_owned(),
            flow: is_safe.then(|| inner.to_owned()),
            text: None,
        }
    }

    /// Returns the value in the style of the value it replaces.
    pub(super) fn like(&self, style: Option<ScalarStyle>, in_flow: bool) -> Option<String> {
        let is_one_line = !self.block.contains('\n');
        match (&self.text, style) {
            (Some(text), Some(ScalarStyle::DoubleQuoted)) => Some(double_quoted(text)),
            (Some(text), Some(ScalarStyle::SingleQuoted))
                if double_quoted(text).len() == text.len() + 2 =>
            {
                Some(format!("'{}'", text.replace('\'', "''")))
            }
            _ if in_flow => self.flow.clone(),
            _ => is_one_line.then(|| self.block.trim().to_owned()),
        }
    }
}

fn is_quoted(text: &str) -> bool {
    let inner = text
        .strip_prefix('\'')
        .and_then(|rest| rest.strip_suffix('\''));
    inner.is_some_and(|inner| !inner.contains(['\n', '\'']))
}
