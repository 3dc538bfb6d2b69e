//! Converts YAML from block style, in lines, to flow style, in brackets.

use saphyr_parser::ScalarStyle;

use super::outline::{self, Kind, Node};
use crate::yaml::double_quoted;

/// Converts a value to flow style, on one line.
pub(super) fn of_lines(yaml: &str) -> Option<String> {
    value(yaml, &outline::read(yaml)?)
}

/// Converts the value of a mapping's only entry to flow style, on one line.
pub(super) fn of_entry(yaml: &str) -> Option<String> {
    let root = outline::read(yaml)?;
    let [(_, one)] = root.entries() else {
        return None;
    };
    value(yaml, one)
}

fn value(yaml: &str, node: &Node) -> Option<String> {
    match &node.kind {
        Kind::Scalar(_, ScalarStyle::Plain) if is_safe(yaml.get(node.range.clone())?) => {
            Some(yaml.get(node.range.clone())?.to_owned())
        }
        Kind::Scalar(text, _) => Some(double_quoted(text)),
        Kind::List(items) => {
            let items: Option<Vec<_>> = items.iter().map(|item| value(yaml, item)).collect();
            Some(format!("[{}]", items?.join(", ")))
        }
        Kind::Map(entries) => {
            let entry = |(key, one): &(Node, Node)| {
                Some(format!("{}: {}", value(yaml, key)?, value(yaml, one)?))
            };
            let entries: Option<Vec<_>> = entries.iter().map(entry).collect();
            Some(format!("{{{}}}", entries?.join(", ")))
        }
        Kind::Alias => None,
    }
}

/// Returns whether an unquoted scalar can also be unquoted inside brackets.
fn is_safe(text: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || "_-./ ".contains(c);
    !text.is_empty() && text.chars().all(is_word)
}
