//! Columns whose values are all in quotes, as in source code: `'E12'`

use crate::import::model::page::{MAX_COLUMNS, PageTable};
use crate::import::model::text::Text;

const QUOTES: [(char, char); 4] = [('\'', '\''), ('"', '"'), ('“', '”'), ('‘', '’')];

/// Removes the quotes around the values of each column whose values are single words in quotes.
pub(super) fn read(table: &mut PageTable) {
    const FEWEST: usize = 2;
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    for column in 0..columns.min(MAX_COLUMNS) {
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        let filled: Vec<_> = cells.filter(|cell| !cell.is_empty()).collect();
        if filled.len() < FEWEST || !filled.iter().all(|cell| inner(&cell.plain).is_some()) {
            continue;
        }
        let cells = table.rows.iter_mut().filter_map(|row| row.get_mut(column));
        for cell in cells {
            if let Some(value) = inner(&cell.plain) {
                *cell = Text::plain(value);
            }
        }
    }
}

/// Returns the word between quotes.
fn inner(value: &str) -> Option<&str> {
    let between = |(open, close): &(char, char)| {
        let inner = value.trim().strip_prefix(*open)?.strip_suffix(*close)?;
        let is_end = |c: char| c == *open || c == *close || c.is_whitespace();
        Some(inner).filter(|inner| !inner.is_empty() && !inner.contains(is_end))
    };
    QUOTES.iter().find_map(between)
}
