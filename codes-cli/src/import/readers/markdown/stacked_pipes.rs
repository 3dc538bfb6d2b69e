//! Tables of Markdown whose cells are on lines of their own, as converters of HTML write them: each cell ends with `|`.

use crate::import::readers::markdown::pipes::{cells, is_delimiter_row, to_markdown};
use crate::import::roles::forms::form;

/// The maximum number of columns of such a table.
const MOST: usize = 16;

/// Returns the table that starts with the first line, in Markdown, and the number of its lines.
pub(super) fn read(lines: &[&str]) -> Option<(String, usize)> {
    with_rule(lines)
        .or_else(|| with_borders(lines))
        .or_else(|| below_whole_head(lines))
}

/// Reads a table whose headings and delimiter row are lines, but whose rows are divided into several lines that end with
/// `|`.
fn below_whole_head(lines: &[&str]) -> Option<(String, usize)> {
    let [head, rule, body @ ..] = lines else {
        return None;
    };
    let head = cells(head);
    let is_head = (2..=MOST).contains(&head.len()) && is_delimiter_row(rule);
    if !is_head || cells(rule).len() != head.len() {
        return None;
    }
    let is_part = |line: &&&str| {
        let line = line.trim();
        line.ends_with('|')
            && (line.len() == 1 || !line.starts_with('|'))
            && !is_delimiter_row(line)
    };
    let end = body.iter().take_while(is_part).count();
    let mut rows: Vec<Vec<&str>> = Vec::new();
    for line in &body[..end] {
        let cells = cells(line);
        match rows.last_mut() {
            // a part with a key is a row whose last cells are left out
            Some(row) if row.len() < head.len() && form(row[0]) == form(cells[0]) => return None,
            Some(row) if row.len() < head.len() => row.extend(cells),
            _ => rows.push(cells),
        }
    }
    let are_whole = rows.iter().all(|row| row.len() == head.len());
    let are_divided = end > rows.len();
    (are_whole && are_divided).then(|| (to_markdown(&head, rows.iter()), end + 2))
}

/// Reads a table without a delimiter row, in which a line with `|` alone is above each row.
fn with_borders(lines: &[&str]) -> Option<(String, usize)> {
    const LEAST: usize = 3;
    let is_border = |line: &&&str| line.trim() == "|";
    let mut rows: Vec<Vec<&str>> = Vec::new();
    let mut end = 0;
    while lines.get(end).as_ref().is_some_and(is_border) {
        let cells = lines[end + 1..].iter().take_while(|line| is_cell(line));
        let cells: Vec<_> = cells.take(MOST).map(|line| cell(line)).collect();
        let is_alike = rows.first().is_none_or(|row| row.len() == cells.len());
        if cells.len() < 2 || !is_alike {
            break;
        }
        end += 1 + cells.len();
        rows.push(cells);
    }
    let (head, body) = rows.split_first().filter(|_| rows.len() >= LEAST)?;
    Some((to_markdown(head, body.iter()), end))
}

fn with_rule(lines: &[&str]) -> Option<(String, usize)> {
    let start = usize::from(lines[0].trim() == "|");
    let rest = &lines[start..];
    let cells = rest
        .iter()
        .take(MOST)
        .take_while(|line| is_cell(line))
        .count();
    let rule = rest.get(cells).filter(|line| is_delimiter_row(line))?;
    let columns = rule.trim().trim_matches('|').split('|').count();
    if columns < 2 || columns != cells {
        return None;
    }
    let head: Vec<_> = rest[..cells].iter().map(|line| cell(line)).collect();
    let body = &rest[cells + 1..];
    let is_border = |line: &str| line.trim() == "|";
    let is_row = |line: &&&str| is_cell(line) || is_border(line);
    let end = body.iter().take_while(is_row).count();
    let body = &body[..end];
    let cells: Vec<_> = if start == 1 && body.first().is_some_and(|line| is_border(line)) {
        // each row is below a border; any further lines that look like borders are empty cells
        let rows = body.chunks(columns + 1);
        rows.flat_map(|row| &row[1..])
            .map(|line| cell(line))
            .collect()
    } else {
        let cells = body.iter().filter(|line| is_cell(line));
        cells.map(|line| cell(line)).collect()
    };
    let text = to_markdown(&head, cells.chunks(columns));
    Some((text, start + head.len() + 1 + end))
}

/// Whether a line is a cell: `Not found |`
fn is_cell(line: &str) -> bool {
    let line = line.trim();
    line.len() > 1 && line.ends_with('|') && line.matches('|').count() == 1
}

fn cell(line: &str) -> &str {
    line.trim().trim_end_matches('|').trim()
}
