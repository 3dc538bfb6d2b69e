//! Tables of Yandex Flavored Markdown: `#|`, rows between `||`, cells between `|`, and `|#`.

use crate::import::readers::markdown::pipes::to_markdown;

/// Whether a line begins a table.
pub(super) fn begins(line: &str) -> bool {
    line.trim() == "#|"
}

/// Returns the table in Markdown, and the number of its lines. The first row has the headings.
pub(super) fn read(lines: &[&str]) -> Option<(String, usize)> {
    let (_, below) = lines.split_first()?;
    // a table that contains another table is not converted; searching for its end would take quadratic time
    let end = below
        .iter()
        .position(|line| line.trim() == "|#" || begins(line))?;
    if begins(below[end]) {
        return None;
    }
    let text = below[..end].join("\n");
    let rows = text.split("||").filter(|row| !row.trim().is_empty());
    let rows: Vec<Vec<String>> = rows.map(|row| row.split('|').map(cell).collect()).collect();
    let mut rows = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect::<Vec<_>>());
    let head = rows.next()?;
    Some((to_markdown(&head, rows), end + 2))
}

/// Joins the lines of a cell: items with commas, others with spaces.
fn cell(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let items = lines.clone().map(|line| line.strip_prefix("- "));
    match items.collect::<Option<Vec<_>>>() {
        Some(items) => items.join(", "),
        None => lines.collect::<Vec<_>>().join(" "),
    }
}
