//! Encodes a table as the bytes that `codes-runtime` reads: strings, a record for each row,
//! details, and indexes.
//!
//! `codes-core` defines the layout. All strings are joined into one. A row's record has a fixed
//! width and refers to the strings that are read most often; everything else is in the details. A
//! string that is part of an earlier string of its row is not stored again.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a spec has at most 8 MiB, its `display` texts at most 16 MiB, and limited numbers of rows and codes"
)]

mod details;
mod encoded;
mod index;
mod keys;
mod row;
mod slots;
mod table;

use codes_core::code_form::CodeForm;
use codes_core::flags::Flags;
use codes_core::index::FixedList;

pub use crate::encode::encoded::Encoded;
use crate::encode::index::{Lists, index, index_statuses};
use crate::encode::keys::Keys;
use crate::encode::row::write_row;
use crate::encode::table::write_table;
use crate::table::code::Code;
use crate::table::vocabulary::BodyFormat;
use crate::table::{Row, Table};

/// Encodes a table.
pub fn encode(table: &Table<'_>) -> Encoded {
    let mut out = Encoded {
        text: String::new(),
        rows: Vec::new(),
        details: Vec::new(),
        first_status: 0,
        statuses: Vec::new(),
        codes: Vec::new(),
        code_seeds: Vec::new(),
        names: Vec::new(),
        name_seeds: Vec::new(),
        list_ends: Vec::new(),
        lists: Vec::new(),
        flags: flags(table),
    };
    write_table(table, &mut out);
    let mut keys = Keys::default();
    for (i, row) in (0u16..).zip(&table.rows) {
        let starts = write_row(table, row, &mut out);
        keys.add(i, row, &starts, table.code_format);
    }
    let mut lists = Lists::default();
    for list in FixedList::ALL {
        lists.push(&rows_of(list, table));
    }
    index_statuses(table, &mut lists, &mut out);
    let codes = index(&keys.codes, &mut lists);
    (out.codes, out.code_seeds) = (codes.slots, codes.seeds);
    let names = index(&keys.names, &mut lists);
    (out.names, out.name_seeds) = (names.slots, names.seeds);
    (out.list_ends, out.lists) = (lists.ends, lists.rows);
    out
}

fn codes<'r, 'a>(row: &'r Row<'a>) -> impl Iterator<Item = &'r Code<'a>> + Clone {
    row.code.iter().chain(&row.aliases)
}

fn rows_of(list: FixedList, table: &Table<'_>) -> Vec<u16> {
    let belongs = |row: &Row<'_>| match list {
        FixedList::StatusClasses => row.statuses.iter().any(|status| status.single().is_none()),
        FixedList::CodeRanges => {
            codes(row).any(|code| matches!(code, Code::Range(..) | Code::Class(_)))
        }
        FixedList::MessagesOnly => row.statuses.is_empty() && codes(row).next().is_none(),
    };
    let rows = (0u16..).zip(&table.rows);
    rows.filter(|(_, row)| belongs(row))
        .map(|(i, _)| i)
        .collect()
}

fn flags(table: &Table<'_>) -> Flags {
    let mut codes = table.rows.iter().flat_map(codes);
    let form = match codes.clone().next() {
        None | Some(Code::Text(_) | Code::Class(_)) => CodeForm::Text,
        Some(Code::Int(_) | Code::Range(..)) => table.code_format.form(),
    };
    let details = || table.rows.iter().filter_map(|row| row.detail.as_ref());
    let format = table.body.as_ref().map(|body| body.format);
    Flags::new(form)
        .details(details().next().is_some())
        .integer_details(details().any(|detail| matches!(detail, Code::Int(_))))
        .classes(codes.any(|code| matches!(code, Code::Class(_))))
        .headers(table.headers.is_some())
        .json(format == Some(BodyFormat::Json))
        .xml(format == Some(BodyFormat::Xml))
}
