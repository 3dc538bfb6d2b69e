//! Tables of `AsciiDoc` (`|===`), and its headings.

use crate::import::model::page::PageTable;
use crate::import::model::text::Text;

/// What lines begin with that are not text: tables, headings, items, comments, and blocks between `----`.
const MARKS: [char; 7] = ['|', '=', '*', '-', '+', '.', '/'];

/// Whether a page is written in `AsciiDoc`: it has a table, or begins with a title such as `= Errors`.
pub(super) fn is_asciidoc(lines: &[&str]) -> bool {
    let first = lines.iter().find(|line| !line.trim().is_empty());
    let is_title = |line: &&str| line.starts_with("= ") && !line.trim_end().ends_with('=');
    first.is_some_and(is_title) || lines.iter().any(|line| is_rule(line))
}

/// Reads a term and its text, in the same line or in the lines below: `LAMP_OUT:: The lamp is out.`
pub(super) fn definition(lines: &[&str]) -> Option<(String, usize)> {
    let (term, text) = term(lines[0])?;
    let is_text = |line: &&&str| {
        let is_other = line.starts_with(MARKS) && !line.starts_with("**");
        !line.trim().is_empty() && !is_other && self::term(line).is_none()
    };
    let end = 1 + lines[1..].iter().take_while(is_text).count();
    let below = lines[1..end].iter().map(|line| line.trim());
    let text: Vec<_> = [text.trim()].into_iter().chain(below).collect();
    let text = text.join(" ");
    let text = text.trim();
    (!text.is_empty()).then(|| (format!("\n{term}\n\n: {text}\n\n"), end))
}

/// Splits a line that begins with a term, which ends with `::`.
fn term(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_end();
    let (term, text) = line
        .split_once(":: ")
        .or_else(|| Some((line.strip_suffix("::")?, "")))?;
    (!term.is_empty() && !term.starts_with(' ') && !term.starts_with(MARKS)).then_some((term, text))
}

/// Whether a line begins or ends a table: `|===`, also with more marks
pub(super) fn is_rule(line: &str) -> bool {
    let marks = line.trim().strip_prefix('|');
    marks.is_some_and(|marks| marks.len() > 2 && marks.bytes().all(|byte| byte == b'='))
}

/// Whether a line is an attribute of the page or of the block below it: `:toc:`, `[cols="1,2"]`, `[[anchor]]`
pub(super) fn is_attribute(line: &str) -> bool {
    let line = line.trim_end();
    let name = line.strip_prefix(':').and_then(|line| line.split_once(':'));
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"_-!".contains(&b))
    };
    name.is_some_and(|(name, _)| is_name(name)) || line.starts_with('[') && line.ends_with(']')
}

/// Converts a heading: `== Errors`
pub(super) fn heading(line: &str) -> Option<String> {
    let text = line.trim_start_matches('=');
    let level = line.len() - text.len();
    ((1..=6).contains(&level) && text.starts_with(' ')).then(|| "#".repeat(level) + text)
}

/// Reads the lines between two rules. The first line with cells sets the number of columns. If it has only one cell,
/// the lines up to the next blank line do. The first row has the headings, unless it has a number.
pub(super) fn read(lines: &[&str]) -> PageTable {
    let mut cells: Vec<String> = Vec::new();
    let (mut columns, mut has_row) = (0, false);
    for line in lines.iter().map(|line| line.trim()) {
        if line.is_empty() && columns == 1 && !has_row {
            columns = cells.len();
        }
        has_row |= line.is_empty() && columns > 0;
        let Some(at) = line.find('|') else {
            if let Some(cell) = cells.last_mut() {
                *cell += " ";
                *cell += line;
            }
            continue;
        };
        cells.extend(line[at + 1..].split('|').map(|cell| cell.trim().to_owned()));
        if columns == 0 {
            columns = cells.len();
        }
    }
    let mut rows = cells.chunks(columns.max(1)).map(|row| {
        row.iter()
            .map(|cell| Text::verbatim(&literal(cell.trim())))
            .collect()
    });
    let first: Vec<Text> = rows.next().unwrap_or_default();
    let is_number =
        |cell: &Text| !cell.is_empty() && cell.plain.bytes().all(|byte| byte.is_ascii_digit());
    if first.iter().any(is_number) {
        return PageTable {
            head: Vec::new(),
            rows: [first].into_iter().chain(rows).collect(),
        };
    }
    PageTable {
        head: first,
        rows: rows.collect(),
    }
}

/// Returns the text of a cell without the marks of literal text, which may be inside those of code: `+-101+`
fn literal(cell: &str) -> String {
    let between = |text: &str, mark| {
        let inner = text.strip_prefix(mark)?.strip_suffix(mark)?;
        Some(inner.to_owned()).filter(|inner| !inner.is_empty() && !inner.contains(mark))
    };
    let code = between(cell, '`').and_then(|code| between(&code, '+'));
    code.map(|code| format!("`{code}`"))
        .or_else(|| between(cell, '+'))
        .unwrap_or_else(|| cell.to_owned())
}
