//! Grid tables of reStructuredText (`+---+`), which are converted to Markdown tables.

use crate::import::model::page::PageTable;
use crate::import::model::text::Text;
use crate::import::readers::markdown::rst;

/// Whether a line is a border: `+-----+=====+`
pub(crate) fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() > 3
        && line.starts_with("+-") | line.starts_with("+=")
        && line.chars().all(|c| "+-=".contains(c))
}

/// Reads a grid table. The lines of a cell are joined.
pub(crate) fn read(lines: &[&str]) -> PageTable {
    let mut table = PageTable::default();
    let mut open: Vec<Vec<String>> = Vec::new();
    for line in lines.iter().map(|line| line.trim()) {
        if !line.starts_with('|') {
            let row: Vec<_> = open
                .drain(..)
                .map(|cell| Text::verbatim(&joined(&cell)))
                .collect();
            table.rows.extend((!row.is_empty()).then_some(row));
            if line.contains('=') && table.head.is_empty() && table.rows.len() == 1 {
                table.head = table.rows.remove(0);
            }
            continue;
        }
        let line = line.strip_prefix('|').unwrap_or(line);
        for (i, part) in line
            .strip_suffix('|')
            .unwrap_or(line)
            .split('|')
            .enumerate()
        {
            if open.len() <= i {
                open.push(Vec::new());
            }
            // a link target inside a cell is a directive, which is removed
            open[i].push(rst::text(part.trim()));
        }
    }
    let rest: Vec<_> = open
        .drain(..)
        .map(|cell| Text::verbatim(&joined(&cell)))
        .collect();
    table.rows.extend((!rest.is_empty()).then_some(rest));
    table
}

/// Joins the lines of a cell.
fn joined(lines: &[String]) -> String {
    let filled = lines.iter().filter(|line| !line.is_empty());
    filled.map(String::as_str).collect::<Vec<_>>().join(" ")
}

impl PageTable {
    /// Formats the table as Markdown, between blank lines.
    pub(super) fn to_markdown(&self, indent: &str) -> String {
        let width = self
            .rows
            .iter()
            .chain([&self.head])
            .map(Vec::len)
            .max()
            .unwrap_or(0);
        let line = |cells: &[Text]| {
            let cells: String = cells
                .iter()
                .map(|cell| format!(" {} |", cell.source))
                .collect();
            format!("{indent}|{cells}")
        };
        let rows: String = self.rows.iter().map(|row| line(row) + "\n").collect();
        let head = line(&self.head) + &" |".repeat(width - self.head.len());
        format!("\n{head}\n{indent}|{}\n{rows}\n", "---|".repeat(width))
    }
}
