//! A table as the bytes that the runtime reads: texts, a record for each row, and indexes.
//!
//! This is the only writer; the only reader is `codes-runtime`, in `cursor.rs`, `row.rs` and `index.rs`. Both change
//! together, and their releases require each other exactly.
//!
//! All texts lie in one. A row's record has fixed width, and in it the places of the texts that are asked for most; all
//! else lies in `details`: numbers in LEB128, and for each text its length doubled. An odd one says that the text lies
//! inside one of the row's that came before, and the offset from the row's first text follows. In the same way title and
//! code are parts of what the row displays.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a spec has at most 8 MiB, its rows display at most 64 MiB, and rows and codes are counted"
)]

mod index;
mod write;

pub use index::hash;

use crate::table::code::Code;
use crate::table::vocabulary::CodeFormat;
use crate::table::{Row, Table};
use index::{Lists, key, slots, write_statuses};
use write::{write_row, write_table};

/// How many codes and aliases a table may have, so that the lists of rows that share one can be numbered.
pub(crate) const MAX_CODES: usize = 40_000;

/// A table as bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Encoded {
    /// All texts.
    pub text: String,
    /// The rows' records, 32 bytes each: where the details begin, the first single status or 0, the kind or 0, and from
    /// the lowest bit outcome (2), retry (3), the kind of code (2), whether there are more statuses (1). Then where what
    /// the row displays begins and how long it is, the same of the code, or the integer that it is or starts from, and
    /// the same of the title.
    pub rows: Vec<u8>,
    /// What has no fixed width, the table's own first.
    pub details: Vec<u8>,
    /// The status that the first of `statuses` stands for.
    pub first_status: u16,
    /// For each status the rows that name it, two bytes.
    pub statuses: Vec<u8>,
    /// Slots of four bytes: the upper half of a code's hash, and the rows that have the code.
    pub codes: Vec<u8>,
    /// The same for names and former names.
    pub names: Vec<u8>,
    /// Where each list of rows ends, four bytes.
    pub list_ends: Vec<u8>,
    /// The rows of the lists, two bytes. The first list has the rows with classes of statuses, the second those with
    /// ranges of codes.
    pub lists: Vec<u8>,
    /// How codes are read: 0 as text, 1 as decimal integers, 2 also as hexadecimal, 3 with 32 bits.
    pub codes_are: u8,
}

impl Encoded {
    /// Adds empty records until there are so many.
    pub fn extend_to(&mut self, rows: usize) {
        const RECORD: usize = 32;
        self.rows.resize(RECORD * rows, 0);
    }
}

/// Writes a table.
pub fn encode(table: &Table<'_>) -> Encoded {
    let mut out = Encoded {
        codes_are: codes_are(table),
        ..Encoded::default()
    };
    write_table(table, &mut out);
    for row in &table.rows {
        write_row(table, row, &mut out);
    }
    let mut lists = Lists::default();
    lists.push(&rows_where(table, |row| {
        row.statuses.iter().any(|status| status.single().is_none())
    }));
    lists.push(&rows_where(table, |row| {
        codes(row).any(|code| matches!(code, Code::Range(..)))
    }));
    write_statuses(table, &mut lists, &mut out);
    let (mut by_code, mut by_name) = (Vec::new(), Vec::new());
    for (i, row) in (0u16..).zip(&table.rows) {
        by_code.extend(codes(row).filter_map(|code| Some((i, key(code, table.code_format)?))));
        by_name.extend(
            row.former_names
                .iter()
                .chain([&row.name])
                .map(|name| (i, name.as_bytes().into())),
        );
    }
    out.codes = slots(by_code, &mut lists);
    out.names = slots(by_name, &mut lists);
    (out.list_ends, out.lists) = (lists.ends, lists.rows);
    out
}

fn codes<'r, 'a>(row: &'r Row<'a>) -> impl Iterator<Item = &'r Code<'a>> {
    row.code.iter().chain(&row.aliases)
}

fn rows_where(table: &Table<'_>, test: impl Fn(&Row<'_>) -> bool) -> Vec<u16> {
    (0u16..)
        .zip(&table.rows)
        .filter(|(_, row)| test(row))
        .map(|(i, _)| i)
        .collect()
}

fn codes_are(table: &Table<'_>) -> u8 {
    match table.rows.iter().flat_map(codes).next() {
        None | Some(Code::Text(_)) => 0,
        Some(Code::Int(_) | Code::Range(..)) => match table.code_format {
            CodeFormat::Decimal => 1,
            CodeFormat::Hex | CodeFormat::Hex2 | CodeFormat::Hex4 => 2,
            CodeFormat::Hex8 => 3,
        },
    }
}
