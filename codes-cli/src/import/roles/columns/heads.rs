//! The header row of a table.

use crate::import::model::text::Text;
use crate::import::roles::role::is_phrase;
use crate::import::roles::vocabulary::wording;
use crate::import::roles::wordings::Wording;

/// Returns whether the first line of a table without headings names its columns.
pub(crate) fn has_head_line(rows: &[Vec<Text>]) -> bool {
    let Some((first, rest)) = rows.split_first() else {
        return false;
    };
    if first.iter().any(|cell| wording(&cell.plain).is_some()) {
        return true;
    }
    let has_digit = |cell: &Text| cell.plain.contains(|c: char| c.is_ascii_digit());
    let is_numeric = |at: usize| {
        let column = rest.iter().filter_map(|row| row.get(at));
        rest.len() > 1 && column.clone().count() == rest.len() && column.clone().all(has_digit)
    };
    first
        .iter()
        .all(|cell| !cell.is_empty() && !has_digit(cell) && is_phrase(&cell.plain))
        && (0..first.len()).any(is_numeric)
}

/// Returns the heading of a column that suggests statuses or codes.
pub(crate) fn key_heading(head: &[Text]) -> Option<String> {
    let is_key = |cell: &&Text| {
        let said = wording(&cell.plain);
        matches!(said, Some(Wording::Http | Wording::Code | Wording::Error))
    };
    head.iter().find(is_key).map(|cell| cell.plain.clone())
}
