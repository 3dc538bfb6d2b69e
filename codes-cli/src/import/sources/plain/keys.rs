//! The keys of mappings whose values are rows: whether they are codes, or only repeat a field.

use crate::import::roles::error_names;
use crate::import::roles::values::is_integer;
use crate::import::sources::cells::Cell;
use crate::import::sources::plain::record::{Names, Record};
use crate::import::sources::plain::shape::most;

/// Returns the headings of a mapping. The keys of a mapping of texts are codes if most are integers or words with
/// hyphens, and a name in `around` suggests errors. Such keys alone do not show that they are codes.
pub(super) fn names_of(names: Names, records: &[Record<'_, '_>], around: &[String]) -> Names {
    let is_code = |record: &Record<'_, '_>| {
        record
            .key
            .is_some_and(|key| is_integer(key) || is_hyphenated(key))
    };
    let are_codes = names.value == "message"
        && most(records.iter(), is_code)
        && around.iter().any(|name| error_names::names_errors(name));
    Names {
        key: if are_codes { "code" } else { names.key },
        ..names
    }
}

/// Whether a key consists of words with hyphens between them: `not-found`
fn is_hyphenated(key: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    key.contains('-') && key.split('-').all(is_word)
}

/// If each record of a mapping has a field whose text is the record's key, removes the keys.
pub(super) fn drop_keys(mut rows: Vec<Vec<Cell>>, names: Names) -> Vec<Vec<Cell>> {
    let repeats = |row: &Vec<Cell>| {
        let (keys, fields): (Vec<_>, Vec<_>) = row.iter().partition(|cell| is_key(cell, names));
        keys.iter().all(|key| {
            fields
                .iter()
                .any(|field| field.text.plain == key.text.plain)
        })
    };
    if rows.iter().all(repeats) {
        for row in &mut rows {
            row.retain(|cell| !is_key(cell, names));
        }
    }
    rows
}

/// Whether a cell has the key of its row. A field may have the same name.
fn is_key(cell: &Cell, names: Names) -> bool {
    cell.role.is_none() && !cell.is_text && cell.heading == names.key
}
