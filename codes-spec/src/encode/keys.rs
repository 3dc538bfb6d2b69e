//! Collects the codes and names by which rows are found.

use crate::encode::index::IndexKey;
use crate::encode::row::Starts;
use crate::table::Row;
use crate::table::code::Code;
use crate::table::vocabulary::CodeFormat;

/// The keys of a table's indexes, each with its row.
#[derive(Default)]
pub(super) struct Keys<'t> {
    pub(super) codes: Vec<(u16, IndexKey<'t>)>,
    pub(super) names: Vec<(u16, IndexKey<'t>)>,
}

impl<'t> Keys<'t> {
    /// Adds the codes and names of a row.
    pub(super) fn add(&mut self, i: u16, row: &'t Row<'_>, starts: &Starts, format: CodeFormat) {
        if let Some(code) = &row.code {
            self.add_code(i, code, starts.code, format);
        }
        let mut start = starts.aliases;
        for alias in &row.aliases {
            start += self.add_code(i, alias, start, format);
        }
        self.names.push((i, IndexKey::Text(&row.name, starts.name)));
        let mut start = starts.former_names;
        for name in &row.former_names {
            self.names.push((i, IndexKey::Text(name, start)));
            start += name.len() as u32;
        }
    }

    /// Adds a code, and returns the length of its text. Classes are not indexed, nor are ranges of more than one
    /// integer.
    fn add_code(&mut self, i: u16, code: &'t Code<'_>, start: u32, format: CodeFormat) -> u32 {
        match code {
            Code::Text(text) => self.codes.push((i, IndexKey::Text(text, start))),
            Code::Int(int) => self
                .codes
                .push((i, IndexKey::Integer(format.canonical(*int)))),
            Code::Range(low, high, _) if low == high => {
                self.codes
                    .push((i, IndexKey::Integer(format.canonical(*low))));
            }
            Code::Range(..) | Code::Class(_) => {}
        }
        match code {
            Code::Text(text) | Code::Class(text) | Code::Range(.., text) => text.len() as u32,
            Code::Int(_) => 0,
        }
    }
}
