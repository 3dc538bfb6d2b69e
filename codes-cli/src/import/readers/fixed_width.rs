//! Tables whose columns are aligned with spaces, as in manuals and reStructuredText.

use crate::import::model::page::PageTable;
use crate::import::model::text::Text;

/// Whether a line underlines the columns of a table: `=====  =====`
pub(crate) fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains(' ')
        && line.len() > 4
        && ["=", "-"]
            .iter()
            .any(|mark| line.replace([' ', '\t'], "").replace(mark, "").is_empty())
}

/// Reads a text that is nothing but a table.
pub(crate) fn whole(text: &str) -> Option<PageTable> {
    let lines: Vec<&str> = text.lines().collect();
    match ruled(&lines) {
        Some((table, end)) if lines[end..].iter().all(|line| line.trim().is_empty()) => Some(table),
        _ => None,
    }
}

/// Reads a table with a rule at or below its first line, and returns the number of its lines.
pub(crate) fn ruled(lines: &[&str]) -> Option<(PageTable, usize)> {
    let first = lines.iter().take(2).position(|line| is_rule(line))?;
    let starts = column_starts(lines[first]);
    let is_simple = lines[first].contains('=');
    let mut table = PageTable::default();
    let mut at = first + 1;
    if first == 1 {
        table.head = cells(lines[0], &starts);
    } else if lines.get(2).is_some_and(|line| is_rule(line)) {
        table.head = cells(lines[1], &starts);
        at = 3;
    }
    while let Some(line) = lines.get(at) {
        let ends = is_rule(line);
        if ends || line.trim().is_empty() && !is_simple {
            at += usize::from(ends);
            break;
        }
        if !line.trim().is_empty() {
            add(&mut table, cells(line, &starts));
        }
        at += 1;
    }
    (table.rows.len() > 1).then_some((table, at))
}

/// Adds a line as a row or, if its first cell is empty, to the row above.
fn add(table: &mut PageTable, cells: Vec<Text>) {
    match table.rows.last_mut() {
        Some(row) if cells[0].is_empty() => {
            for (cell, more) in row.iter_mut().zip(&cells) {
                cell.push(more, " ");
            }
        }
        _ => table.rows.push(cells),
    }
}

/// Where the columns start, by character.
fn column_starts(rule: &str) -> Vec<usize> {
    let mut before = ' ';
    let mut starts = Vec::new();
    for (at, c) in rule.chars().enumerate() {
        if before == ' ' && c != ' ' {
            starts.push(at);
        }
        before = c;
    }
    starts
}

fn cells(line: &str, starts: &[usize]) -> Vec<Text> {
    let chars: Vec<char> = line.chars().collect();
    let cell = |(i, start): (usize, &usize)| {
        let end = starts.get(i + 1).copied().unwrap_or(chars.len());
        let cell = chars.get((*start).min(chars.len())..end.min(chars.len()));
        Text::plain(&cell.unwrap_or_default().iter().collect::<String>())
    };
    starts.iter().enumerate().map(cell).collect()
}

/// Splits a line into cells at tabs, or at runs of spaces.
pub(crate) fn split(line: &str) -> Vec<&str> {
    let line = line.trim();
    if line.contains('\t') {
        return line.split('\t').map(str::trim).collect();
    }
    line.split("  ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect()
}
