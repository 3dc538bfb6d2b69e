//! Adds blank lines between the items of formatted code, and wraps the long literals of a table.
//!
//! Each row begins a new line, so that diffs are short: a change to a row leaves the lines of other
//! rows alone, except for the records of later rows, which contain offsets.

use codes_core::record::{self, RecordBytes};
use codes_spec::Encoded;

/// The width at which a line of a literal is wrapped, without its indentation.
const WIDTH: usize = 80;

const INDEXES: [&str; 7] = [
    "statuses",
    "codes",
    "code_seeds",
    "names",
    "name_seeds",
    "list_ends",
    "lists",
];

/// Where each row begins in the parts of a table, in bytes.
pub(super) struct RowStarts {
    text: Vec<usize>,
    rows: Vec<usize>,
    details: Vec<usize>,
}

impl RowStarts {
    pub(super) fn of(encoded: &Encoded) -> Self {
        let (records, _) = encoded.rows.as_chunks();
        let records = records.iter().map(RecordBytes);
        RowStarts {
            // the `Display` text of a row is its first string
            text: records.clone().map(|record| record.display().0).collect(),
            rows: (0..records.len()).map(|row| row * record::LEN).collect(),
            details: records.map(RecordBytes::details).collect(),
        }
    }
}

/// Wraps the literals in formatted code, each of which is on a line of its own, and separates items
/// by blank lines.
pub(super) fn wrap_literals(code: &str, starts: &RowStarts) -> String {
    let mut wrapped = String::with_capacity(code.len() * 2);
    let mut is_after_item = false;
    for line in code.lines() {
        let text = line.trim_start();
        if is_after_item && !text.starts_with(['}', '.']) {
            wrapped.push('\n');
        }
        is_after_item = ends_item(text);
        match wrap_line(line, starts) {
            Some(lines) => wrapped += &lines,
            None => wrapped += line,
        }
        wrapped.push('\n');
    }
    wrapped
}

/// Returns whether a line ends an item.
fn ends_item(line: &str) -> bool {
    matches!(line, "}" | "];" | ".table();")
        || line.starts_with("pub const ") && line.ends_with(';')
        || line.starts_with("impl ") && line.ends_with("{}")
        || line.ends_with("__layout!(1);")
}

/// Wraps a line such as `rows: b"…",`, if it is one.
fn wrap_line(line: &str, starts: &RowStarts) -> Option<String> {
    let field = line.trim_start();
    let indentation = &line[..line.len() - field.len()];
    let (name, value) = field.split_once(": ")?;
    let (quote, literal) = match value.strip_prefix('b') {
        Some(bytes) => ("b\"", bytes),
        None => ("\"", value),
    };
    let literal = literal.strip_prefix('"')?.strip_suffix("\",")?;
    let lines = match name {
        "text" => split(literal, &starts.text, WIDTH),
        // a record is always on one line
        "rows" => split(literal, &starts.rows, usize::MAX),
        "details" => split(literal, &starts.details, WIDTH),
        _ if INDEXES.contains(&name) => split(literal, &[], WIDTH),
        _ => return None,
    };
    let between = format!("\\\n{indentation}    ");
    Some(format!(
        "{indentation}{name}: {quote}{}\",",
        lines.join(&between)
    ))
}

/// Splits a literal into lines. A line ends before each offset in `starts`, and when it reaches `width`.
fn split(literal: &str, starts: &[usize], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let (mut rest, mut bytes) = (literal, 0);
    let mut starts = starts.iter().peekable();
    while !rest.is_empty() {
        let mut is_start = false;
        while starts.next_if(|start| **start <= bytes).is_some() {
            is_start = true;
        }
        if !line.is_empty() && (is_start || line.len() >= width) {
            lines.push(std::mem::take(&mut line));
        }
        let (item, after) = rest.split_at(item_len(rest));
        // after a backslash at the end of a line, the compiler skips white space on the next line
        line += if item == " " && line.is_empty() && !lines.is_empty() {
            "\\x20"
        } else {
            item
        };
        bytes += byte_len(item);
        rest = after;
    }
    lines.push(line);
    lines
}

/// The length of the first character or escape sequence of a literal.
fn item_len(literal: &str) -> usize {
    match literal.as_bytes() {
        [b'\\', b'x', ..] => 4,
        [b'\\', b'u', ..] => literal.find('}').map_or(literal.len(), |end| end + 1),
        [b'\\', ..] => 2,
        _ => literal.chars().next().map_or(0, char::len_utf8),
    }
}

/// The number of bytes that a character or escape sequence represents.
fn byte_len(item: &str) -> usize {
    let hexadecimal = item
        .strip_prefix("\\u{")
        .and_then(|code| code.strip_suffix('}'));
    let code = hexadecimal.and_then(|code| u32::from_str_radix(code, 16).ok());
    match code.and_then(char::from_u32) {
        Some(c) => c.len_utf8(),
        None if item.starts_with('\\') => 1,
        None => item.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn lines_end_before_rows_and_at_the_width() {
        let lines = split(r"é\u{202e}ab c d\n", &[0, 5, 8], 80);
        assert_eq!(lines, [r"é\u{202e}", r"ab ", r"c d\n"]);
        assert_eq!(split("abcdef", &[], 4), ["abcd", "ef"]);
        assert_eq!(split("ab  d", &[2], 80), ["ab", r"\x20 d"]);
        assert_eq!(split("", &[0, 0], 80), [""]);
        assert_eq!(split("abc", &[0, 0, 0, 1], 80), ["a", "bc"]);
    }
}
