//! Tables of reStructuredText that are written as nested lists: `.. list-table::`

use crate::import::model::page::PageTable;
use crate::import::model::text::Text;
use crate::import::readers::markdown::{rst, rst_cells};

/// Reads the table that starts with the first line, and returns the number of its lines. Its first row has the
/// headings.
pub(super) fn read(lines: &[&str]) -> Option<(PageTable, usize)> {
    let end = rst::directive(lines, ".. list-table::")?;
    let mut rows: Vec<Vec<Vec<&str>>> = Vec::new();
    // the indentation of the first row, and of the cells of the last one
    let mut rows_at = None;
    let mut cells_at = 0;
    for line in &lines[1..end] {
        let mut text = line.trim();
        let mut at = line.len() - line.trim_start().len();
        let is_row = rows_at.is_none_or(|rows_at| at <= rows_at);
        if let Some(rest) = text.strip_prefix("* ").filter(|_| is_row) {
            rows.push(Vec::new());
            rows_at = rows_at.or(Some(at));
            at += text.len() - rest.trim_start().len();
            text = rest.trim_start();
            cells_at = at;
        }
        let Some(cells) = rows.last_mut() else {
            continue;
        };
        // a list inside of a cell is indented more
        let is_cell = at < cells_at + 2;
        let cell = text.strip_prefix('-').filter(|_| is_cell);
        match cell.filter(|cell| cell.is_empty() || cell.starts_with(' ')) {
            Some(cell) => cells.push(vec![cell]),
            None => cells
                .last_mut()
                .into_iter()
                .for_each(|cell| cell.push(text)),
        }
    }
    let cells = |row: &Vec<Vec<&str>>| -> Vec<Text> {
        let cells = row.iter().map(|cell| cell.iter().copied());
        cells.map(rst_cells::of_lines).collect()
    };
    let (head, rows) = rows.split_first()?;
    let table = PageTable {
        head: cells(head),
        rows: rows.iter().map(cells).collect(),
    };
    (!table.rows.is_empty()).then_some((table, end))
}
