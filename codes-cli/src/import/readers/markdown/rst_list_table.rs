//! Tables of reStructuredText that are written as nested lists: `.. list-table::`

use crate::import::model::page::PageTable;
use crate::import::model::text::Text;
use crate::import::readers::markdown::rst;

/// Reads the table that starts with the first line, and returns the number of its lines. Its first row has the
/// headings.
pub(super) fn read(lines: &[&str]) -> Option<(PageTable, usize)> {
    let end = rst::directive(lines, ".. list-table::")?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in lines[1..end].iter().map(|line| line.trim()) {
        let (row, line) = match line.strip_prefix("* ") {
            Some(rest) => (true, rest.trim_start()),
            None => (false, line),
        };
        if row {
            rows.push(Vec::new());
        }
        let cells = rows.last_mut();
        match (line.strip_prefix('-'), cells) {
            (Some(cell), Some(cells)) if cell.is_empty() || cell.starts_with(' ') => {
                cells.push(rst::text(cell.trim()));
            }
            (_, Some(cells)) if !line.is_empty() => {
                if let Some(cell) = cells.last_mut() {
                    *cell += " ";
                    *cell += &rst::text(line);
                }
            }
            _ => {}
        }
    }
    let cells = |row: &Vec<String>| {
        row.iter()
            .map(|cell| Text::verbatim(&cell.replace('|', "\\|")))
            .collect()
    };
    let (head, rows) = rows.split_first()?;
    let table = PageTable {
        head: cells(head),
        rows: rows.iter().map(cells).collect(),
    };
    (!table.rows.is_empty()).then_some((table, end))
}
