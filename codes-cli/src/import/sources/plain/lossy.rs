//! Information that the parser of a document loses: digits of numbers with a fraction, and one of two values of a key.

use std::collections::HashSet;

use crate::import::sources::cells::SourceTable;
use crate::import::sources::format::Syntax;
use crate::import::sources::plain::record::Record;

/// Returns the codes that are numbers with a fraction or an exponent in the document. Keys of JSON and TOML are text,
/// and so keep their digits.
pub(super) fn fractions(
    table: &SourceTable,
    code: &str,
    records: &[Record<'_, '_>],
    syntax: Syntax,
) -> Vec<String> {
    let head = &table.table.head;
    let column = head.iter().position(|heading| heading.plain == code);
    let Some(column) = column.filter(|_| !table.texts.contains(code)) else {
        return Vec::new();
    };
    let rows = table.table.rows.iter().zip(records);
    let found = rows.filter_map(|(row, record)| {
        let text = &row.get(column)?.plain;
        let is_text = syntax != Syntax::Yaml && record.key == Some(text);
        (!is_text && is_fraction(text)).then(|| text.clone())
    });
    found.collect()
}

fn is_fraction(text: &str) -> bool {
    let digits = text.trim_start_matches('-');
    let is_named = ["inf", "NaN"].contains(&digits);
    let has_mark = digits.contains(['.', 'e']) && digits.starts_with(|c: char| c.is_ascii_digit());
    is_named || has_mark && text.parse::<f64>().is_ok()
}

/// Returns the paths of keys that a record has twice.
pub(super) fn repeated_keys(pointer: &str, records: &[Record<'_, '_>]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let mut seen = HashSet::new();
        for (key, _) in record.value.entries() {
            if !seen.insert(key) {
                let row = record.key.map_or(at.to_string(), str::to_owned);
                found.push(format!("{pointer}/{row}/{key}"));
            }
        }
    }
    found
}
