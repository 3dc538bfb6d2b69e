//! Grid tables of reStructuredText (`+---+`), which are converted to Markdown tables.

use unicode_width::UnicodeWidthChar as _;

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
        let is_head = line.contains('=') && table.head.is_empty() && table.rows.is_empty();
        close(&mut open, &mut table, is_head);
        if line.contains('=') && table.head.is_empty() && table.rows.len() == 1 {
            table.head = table.rows.remove(0);
        }
        starts = line.match_indices('+').map(|(at, _)| at).collect();
    }
    close(&mut open, &mut table, false);
    table
}

/// Adds the open cells as a row.
fn close(open: &mut Vec<Vec<&str>>, table: &mut PageTable, is_head: bool) {
    let row: Vec<_> = if is_head {
        let cells = open.drain(..).map(|cell| with_whole_words(&cell));
        cells
            .map(|cell| rst_cells::of_lines(cell.iter().map(String::as_str)))
            .collect()
    } else {
        open.drain(..).map(rst_cells::of_lines).collect()
    };
    table.rows.extend((!row.is_empty()).then_some(row));
}

/// Joins the lines of a heading that divide a word, which is as wide as the column: `Respon`, `se`
fn with_whole_words(lines: &[&str]) -> Vec<String> {
    let mut whole: Vec<String> = Vec::new();
    let mut is_divided = false;
    for line in lines {
        let word = line.trim();
        match whole.last_mut() {
            Some(above) if is_divided && word.starts_with(char::is_lowercase) => *above += word,
            _ => whole.push(word.to_owned()),
        }
        is_divided = line.len() == word.len() + 2 && !word.contains(' ');
    }
    whole
}

/// Splits a line into the parts of its cells. `starts` are the corners in the border above, which tell the edges of
/// the cells from other `|`. Some editors count wide characters as two columns, and others as one.
fn parts<'l>(line: &'l str, starts: &[usize]) -> Vec<&'l str> {
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let parts: Vec<_> = inner.split('|').collect();
    if parts.len() < starts.len() {
        return parts;
    }
    let by_width = edges(line, starts, |c| c.width().unwrap_or(0));
    let edges = by_width.or_else(|| edges(line, starts, |_| 1));
    let Some(edges) = edges else {
        return parts;
    };
    let pairs = edges.windows(2);
    pairs.map(|edges| &line[edges[0] + 1..edges[1]]).collect()
}

/// Returns where a line has the edges of its cells, or `None` if a column has no edge.
fn edges(line: &str, columns: &[usize], width: impl Fn(char) -> usize) -> Option<Vec<usize>> {
    let mut column = 0;
    let at_column = line.char_indices().map(|(at, c)| {
        let here = column;
        column += width(c);
        (here, at, c)
    });
    let found = at_column.filter(|(column, ..)| columns.contains(column));
    let edges: Vec<usize> = found
        .filter(|(.., c)| *c == '|')
        .map(|(_, at, _)| at)
        .collect();
    (edges.len() == columns.len()).then_some(edges)
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
