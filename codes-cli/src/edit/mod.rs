//! Changes the text of a spec in place: every byte that is not concerned stays.

mod list;
mod names;
mod outline;
mod rows;
mod splice;
#[cfg(test)]
mod tests;
mod value;

use std::ops::Range;

use crate::messages::edit::Refusal;
pub(crate) use names::{derived_name, free_name};
use outline::{Kind, Node};
use splice::{Order, Splices};
pub(crate) use value::Entry;

/// The text of a spec, and changes to it.
pub(crate) struct Editor<'t> {
    text: &'t str,
    root: Node,
    splices: Splices,
    newline: &'static str,
}

impl<'t> Editor<'t> {
    /// Reads a spec without errors.
    pub(crate) fn new(text: &'t str) -> Result<Self, Refusal> {
        // the parser would count it as a character
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let root = outline::read(text).ok_or(Refusal::Structure)?;
        let newline = match text.find('\n') {
            Some(at) if text[..at].ends_with('\r') => "\r\n",
            _ => "\n",
        };
        let editor = Editor {
            text,
            root,
            splices: Splices::default(),
            newline,
        };
        let has_codes = editor
            .root
            .entry("codes")
            .is_some_and(|(_, codes)| !codes.items().is_empty());
        if has_codes {
            Ok(editor)
        } else {
            Err(Refusal::Structure)
        }
    }

    /// Returns the text with all changes.
    pub(crate) fn finish(self, original: &str) -> Result<String, Refusal> {
        let bom = &original[..original.len() - self.text.len()];
        let text = self.splices.apply(self.text).ok_or(Refusal::Structure)?;
        Ok(format!("{bom}{text}"))
    }

    /// Returns the line of a row, counted from 1.
    pub(crate) fn line_of(&self, row: usize) -> usize {
        let start = self.row(row).map_or(0, |row| row.range.start);
        1 + self.text[..start].matches('\n').count()
    }

    /// Returns whether a row has a key.
    pub(crate) fn has_key(&self, row: usize, key: &str) -> bool {
        self.row(row).is_some_and(|row| row.entry(key).is_some())
    }

    /// Returns the scalar of a key of the table.
    pub(crate) fn table_text(&self, key: &str) -> Option<&str> {
        match &self.root.entry(key)?.1.kind {
            Kind::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// Sets a key of a row: replaces its value, or adds it.
    pub(crate) fn set(&mut self, row: usize, entry: &Entry) -> Result<(), Refusal> {
        let map = Self::map(self.row(row))?;
        let change = change(self.text, self.newline, map, entry, ROW_KEYS)?;
        self.splices.add(change.0, Order::Key, change.1);
        Ok(())
    }

    /// Sets a key of the table.
    pub(crate) fn set_in_table(&mut self, entry: &Entry) -> Result<(), Refusal> {
        let change = change(self.text, self.newline, &self.root, entry, TABLE_KEYS)?;
        self.splices.add(change.0, Order::Key, change.1);
        Ok(())
    }

    /// Removes a key of a row.
    pub(crate) fn remove_key(&mut self, row: usize, key: &str) -> Result<(), Refusal> {
        let map = Self::map(self.row(row))?;
        let at = map.entries().iter().position(|(name, _)| name.is(key));
        let range = at.and_then(|at| entry_range(self.text, map, at));
        let range = range.ok_or(Refusal::Structure)?;
        self.splices.add(range, Order::Key, String::new());
        Ok(())
    }

    fn codes(&self) -> Option<&Node> {
        self.root.entry("codes").map(|(_, codes)| codes)
    }

    fn row(&self, at: usize) -> Option<&Node> {
        self.codes()?.items().get(at)
    }

    /// Returns a row whose keys can be changed.
    fn map(row: Option<&Node>) -> Result<&Node, Refusal> {
        let row = row.ok_or(Refusal::Structure)?;
        match row.kind {
            Kind::Map(_) if !row.entries().is_empty() => Ok(row),
            Kind::Alias => Err(Refusal::Alias),
            _ => Err(Refusal::Structure),
        }
    }
}

/// The keys of a row, in the order in which they are written.
const ROW_KEYS: &[&str] = &[
    "status",
    "code",
    "detail",
    "aliases",
    "name",
    "title",
    "description",
    "when",
    "action",
    "messages",
    "outcome",
    "kind",
    "retry",
    "group",
    "tags",
    "url",
    "fields",
    "examples",
    "deprecated",
    "former_names",
];

/// The keys of the table after which others are added.
const TABLE_KEYS: &[&str] = &[
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

/// Returns the change that sets an entry of a mapping.
fn change(
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
    // a list below its key moves to the line of the key, unless a comment is between them
    let gap = &text[key.range.end..range.start];
    if is_list && gap.contains('\n') && !gap.contains('#') {
        return Ok((key.range.end..range.end, format!(": {new}")));
    }
    Ok((range, new))
}

/// Returns the bytes of an entry that can be removed with it: its lines, or its part of the line in brackets.
fn entry_range(text: &str, map: &Node, at: usize) -> Option<Range<usize>> {
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

/// Returns the end of the line, before its line break.
fn line_end(text: &str, from: usize) -> usize {
    let end = text[from..].find('\n').map_or(text.len(), |at| from + at);
    if text[..end].ends_with('\r') && end > from {
        end - 1
    } else {
        end
    }
}

/// Returns the number of characters before a byte in its line.
fn column(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |start| start + 1);
    text[start..at].chars().count()
}

/// Returns lines with a line break and an indentation before each.
fn indented(lines: &str, column: usize, newline: &str) -> String {
    let line = |line: &str| {
        if line.is_empty() {
            newline.to_owned()
        } else {
            format!("{newline}{:column$}{line}", "")
        }
    };
    lines.trim_end().lines().map(line).collect()
}
