//! Changes to one entry of a mapping.

use std::ops::Range;

use codes_spec::{KEYS, Schema};

use super::outline::{Kind, Node};
use super::place::{column, indented, line_end};
use super::value::Entry;
use crate::messages::edit::Refusal;

/// Keys of the table in order. A new key is added after the last key in the spec that precedes it in this list.
pub(super) const TABLE_KEYS: &[&str] = &[
    "vendor",
    "title",
    "source",
    "retrieved",
    "protocol",
    "about",
    "notes",
    "groups",
    "tags",
    "reserved",
];

/// Returns the keys of a row in the order in which they are written, which is that of `KEYS`.
pub(super) fn row_keys() -> Vec<&'static str> {
    let rows = KEYS.iter().filter_map(|key| match key.schema {
        Schema::Rows(keys) => Some(keys),
        _ => None,
    });
    rows.flatten().map(|key| key.name).collect()
}

/// Returns a key of rows by its name.
pub(crate) fn row_key(name: &str) -> Option<&'static str> {
    row_keys().into_iter().find(|key| *key == name)
}

/// Returns the change that sets an entry of a mapping.
pub(super) fn change(
    text: &str,
    newline: &str,
    map: &Node,
    entry: &Entry,
    order: &[&str],
) -> Result<(Range<usize>, String), Refusal> {
    if let Some((key, value)) = map.entry(entry.key) {
        return replacement(text, key, value, entry);
    }
    let place = |key: &str| order.iter().position(|known| *known == key);
    let own = place(entry.key);
    let is_before = |(key, _): &&(Node, Node)| match &key.kind {
        Kind::Scalar(key, _) => place(key).is_some_and(|place| Some(place) < own),
        _ => false,
    };
    let entries = map.entries();
    let before = entries.iter().rfind(is_before).or(entries.last());
    let (_, before) = before.ok_or(Refusal::Structure)?;
    let value_end = before.range.end;
    if map.in_flow {
        let value = entry.flow.as_ref().ok_or(Refusal::Brackets)?;
        return Ok((value_end..value_end, format!(", {}: {value}", entry.key)));
    }
    let end = line_end(text, value_end);
    let column = column(text, map.range.start);
    let lines = format!("{}:{}", entry.key, entry.block);
    Ok((end..end, indented(&lines, column, newline)))
}

/// Returns the change that replaces a value.
fn replacement(
    text: &str,
    key: &Node,
    value: &Node,
    entry: &Entry,
) -> Result<(Range<usize>, String), Refusal> {
    if value.has_anchor || text[key.range.end..value.range.start].contains('&') {
        return Err(Refusal::Anchor);
    }
    let range = value.range.clone();
    let (style, is_list) = match &value.kind {
        Kind::Scalar(_, style) => (Some(*style), false),
        Kind::List(_) | Kind::Map(_) => (None, true),
        Kind::Alias => (None, false),
    };
    if is_list && text[range.clone()].contains('#') {
        return Err(Refusal::Comment);
    }
    let new = entry.like(style, value.in_flow).ok_or(Refusal::Brackets)?;
    // a list or mapping below its key moves to the line of the key, unless a comment is between them
    let gap = &text[key.range.end..range.start];
    if is_list && gap.contains('\n') && !gap.contains('#') {
        return Ok((key.range.end..range.end, format!(": {new}")));
    }
    Ok((range, new))
}

/// Returns the range to delete for an entry: its lines or, in brackets, the entry and the comma before it.
pub(super) fn entry_range(text: &str, map: &Node, at: usize) -> Option<Range<usize>> {
    let (key, value) = map.entries().get(at)?;
    if map.in_flow {
        let previous = at.checked_sub(1).and_then(|at| map.entries().get(at));
        return Some(previous?.1.range.end..value.range.end);
    }
    let start = text[..key.range.start].rfind('\n')?;
    let is_first_in_line = text[start + 1..key.range.start].trim().is_empty();
    let start = if text[..start].ends_with('\r') {
        start - 1
    } else {
        start
    };
    is_first_in_line.then(|| start..line_end(text, value.range.end))
}
