//! Changes the text of a spec in place: bytes outside the changes are kept.

mod change;
mod flow;
mod flow_rows;
mod groups;
mod list;
mod outline;
mod place;
mod rows;
mod splice;
#[cfg(test)]
mod tests;
mod value;

use crate::messages::edit::Refusal;
pub(crate) use change::row_key;
use change::{TABLE_KEYS, change, entry_range, row_keys};
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
    /// Reads the text of a spec that has no errors.
    pub(crate) fn new(text: &'t str) -> Result<Self, Refusal> {
        // the parser would count a byte order mark as a character
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

    /// Returns the text with all changes. The byte order mark of the original text is kept.
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

    /// Sets a key of a row: replaces its value, or adds the key.
    pub(crate) fn set(&mut self, row: usize, entry: &Entry) -> Result<(), Refusal> {
        let map = Self::map(self.row(row))?;
        let change = change(self.text, self.newline, map, entry, &row_keys())?;
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
