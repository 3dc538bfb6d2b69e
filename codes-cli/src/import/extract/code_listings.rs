//! Code blocks that list codes, such as `1001  "Lamp not found"` in each line.

use crate::import::model::page::PageTable;
use crate::import::model::text::Text;
use crate::import::roles::values::is_number;

/// Reads a code block whose lines all have a number and a text.
pub(super) fn read(code: &str) -> Option<PageTable> {
    const LEAST: usize = 2;
    let lines = code.lines().map(str::trim).filter(|line| !line.is_empty());
    let rows: Vec<Vec<Text>> = lines.map(row).collect::<Option<_>>()?;
    (rows.len() >= LEAST).then(|| PageTable::of_messages(rows))
}

fn row(line: &str) -> Option<Vec<Text>> {
    let (code, text) = line.split_once([' ', '\t'])?;
    let text = text.trim();
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    let text = inner.unwrap_or(text);
    let is_text = text.starts_with(char::is_alphabetic);
    (is_number(code) && is_text).then(|| vec![Text::plain(code), Text::plain(text)])
}
