//! Brings tables of unusual shapes into the usual one: headings above, and below them a row for each code.

use std::collections::HashSet;

use crate::import::model::page::{Block, MAX_COLUMNS, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::choices::{Choices, is_same};
use crate::import::roles::status;
use crate::import::roles::values::{is_identifier, is_integer};
use crate::import::roles::vocabulary;

pub(super) fn read(blocks: &mut [Block], choices: &Choices) {
    let tables = blocks.iter_mut().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    for table in tables {
        if let Some(turned) = turned(table) {
            *table = turned;
        }
        split_columns(table, choices);
        split_labelled_codes(table);
        for at in 0..table.head.len().min(MAX_COLUMNS) {
            remove_name(&mut table.rows, at);
        }
    }
}

/// Turns a table on its side, which has the codes above and the headings at the left.
fn turned(table: &PageTable) -> Option<PageTable> {
    let lines: Vec<&Vec<Text>> = [&table.head]
        .into_iter()
        .filter(|head| head.iter().any(|cell| !cell.is_empty()))
        .chain(&table.rows)
        .collect();
    let (first, others) = lines
        .split_first()
        .filter(|(_, others)| !others.is_empty())?;
    let (heading, codes) = first.split_first().filter(|(_, codes)| codes.len() > 1)?;
    let is_code = |text: &str| is_identifier(text) && text.contains(|c: char| c.is_ascii_digit());
    let mut seen = HashSet::new();
    let are_unique = codes.iter().all(|code| seen.insert(&*code.plain));
    let are_codes = are_unique
        && (codes.iter().all(|code| is_integer(&code.plain))
            || codes.iter().all(|code| is_code(&code.plain)));
    let is_key =
        vocabulary::is_code_heading(&heading.plain) || vocabulary::is_http_heading(&heading.plain);
    let is_heading = |line: &&Vec<Text>| {
        let heading = line.first().map_or("", |cell| &cell.plain);
        line.len() == first.len() && heading.contains(char::is_alphabetic) && !is_code(heading)
    };
    // `GET /lamps` is what a matrix is about
    let is_known = |line: &&Vec<Text>| vocabulary::is_heading(&line[0].plain);
    let are_headings = others.iter().all(is_heading) && others.iter().any(is_known);
    (is_key && are_codes && are_headings).then(|| {
        let column = |at: usize| lines.iter().map(|line| line[at].clone()).collect();
        PageTable {
            head: column(0),
            rows: (1..first.len()).map(column).collect(),
        }
    })
}

/// Splits a column of codes and something else, whose heading and cells all have a slash between the two:
/// `HTTP / SOAP` with `400 / Client`.
fn split_columns(table: &mut PageTable, choices: &Choices) {
    for at in (0..table.head.len().min(MAX_COLUMNS)).rev() {
        let heading = &table.head[at];
        let is_chosen = |(chosen, _): &(String, _)| is_same(&heading.plain, chosen);
        let Some((first, second)) = halves(heading) else {
            continue;
        };
        let pairs = table.rows.iter().map(|row| halves(row.get(at)?));
        let pairs = pairs.map(|pair| pair.filter(|(key, _)| status::is_token(&key.plain)));
        let Some(cells) = pairs.collect::<Option<Vec<_>>>() else {
            continue;
        };
        if cells.len() < 2 || choices.columns.iter().any(is_chosen) {
            continue;
        }
        divide(table, at, [first, second], cells);
    }
}

/// Replaces a column by two.
fn divide(table: &mut PageTable, at: usize, headings: [Text; 2], cells: Vec<(Text, Text)>) {
    table.head.splice(at..=at, headings);
    for (row, (first, second)) in table.rows.iter_mut().zip(cells) {
        row.splice(at..=at, [first, second]);
    }
}

/// The texts on both sides of a slash between spaces.
fn halves(cell: &Text) -> Option<(Text, Text)> {
    const SLASH: &str = " / ";
    let (first, second) = cell.plain.split_once(SLASH)?;
    let is_pair = !first.is_empty() && !second.is_empty() && !second.contains(SLASH);
    is_pair.then(|| (Text::plain(first), cell.after(first.len() + SLASH.len())))
}

/// Splits the first column whose cells all end with a code after its label: `Not found - code: LAMP_UNKNOWN`
fn split_labelled_codes(table: &mut PageTable) {
    let has_codes = table
        .head
        .iter()
        .any(|heading| vocabulary::is_code_heading(&heading.plain));
    if has_codes || table.rows.len() < 2 {
        return;
    }
    let split = |at: usize| {
        let pairs = table
            .rows
            .iter()
            .map(|row| labelled_code(&row.get(at)?.plain));
        Some((at, pairs.collect::<Option<Vec<_>>>()?))
    };
    let mut columns = 0..table.head.len().min(MAX_COLUMNS);
    if let Some((at, cells)) = columns.find_map(split) {
        let headings = [table.head[at].clone(), Text::plain("Code")];
        divide(table, at, headings, cells);
    }
}

/// Splits a text that ends with a code after its label.
fn labelled_code(text: &str) -> Option<(Text, Text)> {
    const MARKS: [char; 6] = [' ', '-', '•', '(', '[', ','];
    let (before, code) = text.trim_end_matches([')', ']']).rsplit_once([':', '：'])?;
    let (rest, label) = before.trim_end().rsplit_once(MARKS)?;
    let is_code = vocabulary::labels_codes(label) && status::is_token(code);
    // `error code: E12`
    let rest = rest.trim_end_matches(MARKS);
    let rest = rest
        .rsplit_once(' ')
        .filter(|(_, word)| word.eq_ignore_ascii_case("error"))
        .map_or(rest, |(rest, _)| rest)
        .trim_end_matches(MARKS);
    (is_code && !rest.is_empty()).then(|| (Text::plain(rest), Text::plain(code)))
}

/// Removes the name of an attribute from all cells of a column: `Code="12"`
fn remove_name(rows: &mut [Vec<Text>], at: usize) {
    let cells = || rows.iter().filter_map(|row| row.get(at));
    let values: Option<Vec<_>> = cells().map(|cell| attribute(&cell.plain)).collect();
    let Some(values) = values.filter(|values| values.len() > 1) else {
        return;
    };
    if values.iter().any(|(name, _)| *name != values[0].0) {
        return;
    }
    let values: Vec<Text> = values.iter().map(|(_, value)| Text::plain(value)).collect();
    let cells = rows.iter_mut().filter_map(|row| row.get_mut(at));
    for (cell, value) in cells.zip(values) {
        *cell = value;
    }
}

/// The name and the value of an attribute.
fn attribute(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.strip_suffix('"')?.split_once("=\"")?;
    let is_name = !name.is_empty() && name.chars().all(char::is_alphanumeric);
    (is_name && !value.is_empty() && !value.contains('"')).then_some((name, value))
}
