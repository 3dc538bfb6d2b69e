//! Grid tables of reStructuredText (`+---+`), which are converted to Markdown tables.

use crate::import::model::page::PageTable;
use crate::import::model::text::Text;
use crate::import::readers::markdown::rst_cells;

/// Whether a line is a border: `+-----+=====+`
pub(crate) fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() > 3
        && line.starts_with("+-") | line.starts_with("+=")
        && line.chars().all(|c| "+-=".contains(c))
}

/// Reads a grid table.
pub(crate) fn read(lines: &[&str]) -> PageTable {
    let mut table = PageTable::default();
    let mut open: Vec<Vec<&str>> = Vec::new();
    let mut starts = Vec::new();
    for line in lines.iter().map(|line| line.trim()) {
        if line.starts_with('|') {
            for (i, part) in parts(line, &starts).into_iter().enumerate() {
                if open.len() <= i {
                    open.push(Vec::new());
                }
                open[i].push(part);
            }
            continue;
        }
        close(&mut open, &mut table);
        if line.contains('=') && table.head.is_empty() && table.rows.len() == 1 {
            table.head = table.rows.remove(0);
        }
        starts = line.match_indices('+').map(|(at, _)| at).collect();
    }
    close(&mut open, &mut table);
    table
}

/// Adds the open cells as a row.
fn close(open: &mut Vec<Vec<&str>>, table: &mut PageTable) {
    let row: Vec<_> = open.drain(..).map(rst_cells::of_lines).collect();
    table.rows.extend((!row.is_empty()).then_some(row));
}

/// Splits a line into the parts of its cells. `starts` are the corners in the border above, which tell the edges of
/// the cells from other `|`.
fn parts<'l>(line: &'l str, starts: &[usize]) -> Vec<&'l str> {
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let parts: Vec<_> = inner.split('|').collect();
    let edges = starts
        .windows(2)
        .map(|edges| line.get(edges[0] + 1..edges[1]));
    let are_edges = starts
        .iter()
        .all(|at| line.as_bytes().get(*at) == Some(&b'|'));
    if parts.len() < starts.len() || !are_edges {
        return parts;
    }
    edges.flatten().collect()
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
