//! Cells that have a code and its number: `VENT_STUCK 5 (0x5)`

use crate::import::model::page::{Block, MAX_COLUMNS, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::status;
use crate::import::roles::values::is_identifier;

/// Moves the numbers after the codes of a column to a column of their own.
pub(super) fn read(mut blocks: Vec<Block>) -> Vec<Block> {
    for block in &mut blocks {
        if let Block::Table(table) = block {
            let columns = table.head.len().min(MAX_COLUMNS);
            if let Some(at) = (0..columns).find(|at| are_numbered(table, *at)) {
                split_column(table, at);
            }
        }
    }
    blocks
}

/// Whether at least half of the cells of a column, but more than one, are codes with numbers, and the others are codes.
fn are_numbered(table: &PageTable, column: usize) -> bool {
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    let (mut codes, mut numbered, mut statuses) = (0, 0, 0);
    for cell in cells.filter(|cell| !cell.is_empty()) {
        codes += 1;
        match code_and_number(&cell.plain) {
            Some((_, number)) => {
                numbered += 1;
                statuses += usize::from(status::is_statuses(number));
            }
            None if is_identifier(cell.plain.trim()) => {}
            None => return false,
        }
    }
    numbered > 1 && numbered * 2 >= codes && statuses < numbered
}

/// Splits a cell such as `VENT_STUCK 5 (0x5)` into the code and the number. A second notation of the number is dropped.
fn code_and_number(cell: &str) -> Option<(&str, &str)> {
    let (code, rest) = cell.trim().split_once(char::is_whitespace)?;
    let mut words = rest.split_whitespace();
    let number = words.next()?;
    let value = value_of(number)?;
    let is_same = |word: &str| {
        let inner = word
            .strip_prefix('(')
            .and_then(|word| word.strip_suffix(')'));
        inner.and_then(value_of) == Some(value)
    };
    let is_code = is_identifier(code) && code.contains(char::is_alphabetic);
    (is_code && words.next().is_none_or(is_same) && words.next().is_none())
        .then_some((code, number))
}

fn value_of(number: &str) -> Option<i64> {
    match number
        .strip_prefix("0x")
        .or_else(|| number.strip_prefix("0X"))
    {
        Some(digits) => i64::from_str_radix(digits, 16).ok(),
        None => number.parse().ok(),
    }
}

/// Splits a column. Its heading may name both parts: `Return code/value`
fn split_column(table: &mut PageTable, at: usize) {
    let heading = &table.head[at].plain;
    let (code, number) = match heading.split_once('/') {
        Some((code, number)) => (Text::plain(code), Text::plain(number)),
        None => (table.head[at].clone(), Text::plain("Value")),
    };
    table.head[at] = code;
    table.head.insert(at + 1, number);
    for row in table.rows.iter_mut().filter(|row| row.len() > at) {
        let parts = code_and_number(&row[at].plain);
        let parts = parts.map(|(code, number)| (Text::plain(code), Text::plain(number)));
        let number = parts.map_or_else(Text::default, |(code, number)| {
            row[at] = code;
            number
        });
        row.insert(at + 1, number);
    }
}
