//! CSV and TSV → page with one table.

use crate::import::model::page::{Block, Page, PageTable};
use crate::import::model::text::Text;

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Returns the delimiter that is most frequent in the first line.
pub(crate) fn delimiter(text: &str) -> u8 {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(count)
        .unwrap_or(b',')
}

/// Whether all lines of a text have the same number of values, at least two. Lines that end with a delimiter have only
/// one.
pub(crate) fn looks_like_csv(text: &str) -> bool {
    let delimiter = delimiter(text);
    let mut widths = reader(text, delimiter)
        .into_records()
        .map(|record| record.map_or(0, |record| record.len()));
    let is_filled = |record: ::csv::StringRecord| {
        let mut further = record.iter().skip(1);
        further.any(|value| !value.trim().is_empty())
    };
    let are_alike = widths.next().is_some_and(|first| {
        first > 1 && widths.next() == Some(first) && widths.all(|width| width == first)
    });
    are_alike && records(text, delimiter).any(is_filled)
}

/// Returns the lines that can be read.
pub(super) fn records(text: &str, delimiter: u8) -> impl Iterator<Item = ::csv::StringRecord> {
    let records = reader(text, delimiter).into_records();
    records.filter_map(Result::ok)
}

pub(crate) fn read(text: &str, delimiter: u8) -> Page {
    let rows = records(text, delimiter)
        .map(|record| record.iter().map(Text::plain).collect())
        .collect();
    Page {
        blocks: vec![Block::Table(PageTable {
            head: Vec::new(),
            rows,
        })],
        ..Page::default()
    }
}

fn reader(text: &str, delimiter: u8) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}
