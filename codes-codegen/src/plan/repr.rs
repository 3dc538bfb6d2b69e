//! Discriminants that are the rows' codes, as `#[codes(repr = i32)]` asks for.

use std::collections::HashMap;

use codes_spec::{Code, Row, Table};

use crate::input::options::Repr;
use crate::messages::{self, Message};

/// Returns the code of each row, or the reason why the codes cannot be discriminants of a type.
pub(crate) fn discriminants(table: &Table<'_>, repr: &Repr) -> Result<Vec<i64>, Message> {
    let mut rows: HashMap<i64, &Row<'_>> = HashMap::with_capacity(table.rows.len());
    let discriminants = table.rows.iter().map(|row| {
        let code = integer_code(row)?;
        if !repr.contains(code) {
            return Err(messages::code_does_not_fit(&row.name, code, &repr.name));
        }
        match rows.insert(code, row) {
            Some(first) => Err(messages::same_code(&first.name, &row.name, code)),
            None => Ok(code),
        }
    });
    let discriminants: Result<_, Message> = discriminants.collect();
    discriminants.map_err(|reason| messages::not_discriminants(&repr.name, reason))
}

/// Returns the numbers of the rows, sorted by code, each in two bytes.
pub(crate) fn order(codes: &[i64]) -> Vec<u8> {
    let mut rows: Vec<_> = codes.iter().zip(0u16..).collect();
    rows.sort_unstable();
    rows.iter().flat_map(|(_, row)| row.to_le_bytes()).collect()
}

fn integer_code(row: &Row<'_>) -> Result<i64, Message> {
    match (&row.code, row.aliases.as_slice()) {
        (Some(Code::Int(code)), []) => Ok(*code),
        (Some(Code::Int(_)), _) => Err(messages::row_with_aliases(&row.name)),
        (Some(Code::Text(_) | Code::Class(_)), _) => Err(messages::row_with_text_code(&row.name)),
        (Some(Code::Range(..)), _) => Err(messages::row_with_range(&row.name)),
        (None, _) => Err(messages::row_without_code(&row.name)),
    }
}
