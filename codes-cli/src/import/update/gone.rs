//! Rows that only the spec has.

use std::collections::HashSet;

use super::session::Session;
use super::style::code_yaml;
use crate::edit::Entry;
use crate::import::drift::Matched;
use crate::messages::update::{GONE, Note};

impl Session<'_, '_> {
    /// Marks the rows that the source does not have as deprecated, or removes them.
    pub(super) fn gone(&mut self, matched: &Matched, remove: bool) {
        let gone: Vec<_> = (0..self.table.rows.len())
            .filter(|row| !matched.taken[*row])
            .collect();
        if remove {
            self.remove(&gone);
            return;
        }
        let block = format!("\n  note: {GONE}");
        let entry = Entry::both("deprecated", &block, &format!("{{note: \"{GONE}\"}}"));
        for row in gone {
            if self.editor.has_key(row, "deprecated") {
                continue;
            }
            match self.editor.set(row, &entry) {
                Ok(()) => {
                    self.touched.insert(row);
                    self.notes.push(Note::Deprecated {
                        row: self.label(&self.table.rows[row]),
                    });
                }
                Err(reason) => self.note(row, "deprecated", Err(reason), ""),
            }
        }
    }

    /// Removes rows, and reserves their codes unless another row has them.
    fn remove(&mut self, rows: &[usize]) {
        let mut reserved = Vec::new();
        for &row in rows {
            let spec_row = &self.table.rows[row];
            match self.editor.remove_row(row) {
                Ok(()) => {
                    self.removed.insert(row);
                    reserved.extend(spec_row.code.iter().chain(&spec_row.aliases));
                    self.notes.push(Note::Removed {
                        row: self.label(spec_row),
                    });
                }
                Err(reason) => self.note(row, "codes", Err(reason), ""),
            }
        }
        let rows = self.table.rows.iter().enumerate();
        let kept = rows.filter(|(row, _)| !self.removed.contains(row));
        let mut known: HashSet<_> = kept
            .flat_map(|(_, row)| row.code.iter().chain(&row.aliases))
            .chain(&self.table.reserved)
            .collect();
        let codes = reserved.into_iter().filter(|code| known.insert(*code));
        let codes: Vec<_> = codes.map(|code| code_yaml(code, self.table)).collect();
        if codes.is_empty() {
            return;
        }
        match self.editor.append_in_table("reserved", &codes) {
            Ok(()) => self.notes.push(Note::Changed {
                row: self.table.vendor.to_string(),
                key: "reserved",
                new: codes.join(", "),
            }),
            Err(reason) => self.notes.push(Note::Refused {
                line: 1,
                row: self.table.vendor.to_string(),
                key: "reserved",
                reason,
            }),
        }
    }
}
