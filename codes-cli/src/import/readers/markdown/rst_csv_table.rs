//! Tables of reStructuredText that are written as CSV: `.. csv-table::`

use crate::import::model::page::PageTable;
use crate::import::model::text::Text;
use crate::import::readers::csv;
use crate::import::readers::markdown::{rst, rst_cells};

/// Reads the table that starts with the first line, and returns the number of its lines.
pub(super) fn read(lines: &[&str]) -> Option<(PageTable, usize)> {
    let end = rst::directive(lines, ".. csv-table::")?;
    let mut options = Options::default();
    let inside = lines[1..end].iter().map(|line| line.trim());
    let is_option = |line: &&str| options.read(line);
    let body: String = inside
        .skip_while(is_option)
        .map(|line| line.to_owned() + "\n")
        .collect();
    let records = |text: &str, delimiter: u8| -> Vec<Vec<Text>> {
        let text = without_spaces(text, delimiter.into());
        let records = csv::records(&text, delimiter);
        let cells = |record: ::csv::StringRecord| {
            let cells = record.iter().map(|cell| rst_cells::of_lines(cell.lines()));
            cells.collect()
        };
        records.map(cells).collect()
    };
    let mut rows = records(&body, options.delimiter);
    // `:delim:` does not apply to the headings
    let head = match records(&options.header, b',').into_iter().next() {
        Some(head) => head,
        None if options.head_rows > 0 && !rows.is_empty() => rows.remove(0),
        None => Vec::new(),
    };
    (!rows.is_empty()).then_some((PageTable { head, rows }, end))
}

/// The options of the directive.
struct Options {
    header: String,
    head_rows: usize,
    delimiter: u8,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            header: String::new(),
            head_rows: 0,
            delimiter: b',',
        }
    }
}

impl Options {
    /// Reads an option, and returns whether the line is one or blank.
    fn read(&mut self, line: &str) -> bool {
        let option = line.strip_prefix(':').and_then(|line| line.split_once(':'));
        let Some((name, value)) = option else {
            return line.is_empty();
        };
        let value = value.trim();
        match name {
            "header" => value.clone_into(&mut self.header),
            "header-rows" => self.head_rows = value.parse().unwrap_or(0),
            "delim" => {
                self.delimiter = match value {
                    "tab" => b'\t',
                    "space" => b' ',
                    other => other.bytes().next().unwrap_or(b','),
                }
            }
            _ => {}
        }
        true
    }
}

/// Removes spaces after delimiters, as reStructuredText does. Quotes after such a space would not be read as quotes.
fn without_spaces(text: &str, delimiter: char) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut is_quoted, mut begins) = (false, true);
    let mut last = delimiter;
    for c in text.chars() {
        if c == ' ' && begins && delimiter != ' ' {
            continue;
        }
        is_quoted = match c {
            '"' if is_quoted => false,
            // two quotes inside of quotes are one
            '"' => begins || last == '"',
            _ => is_quoted,
        };
        begins = !is_quoted && (c == delimiter || c == '\n');
        last = c;
        out.push(c);
    }
    out
}
