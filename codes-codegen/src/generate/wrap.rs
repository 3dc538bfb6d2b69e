//! Lays out formatted code: blank lines between items, and several lines for the long literals of a table, so that a diff of
//! them is short.

use codes_core::record;

/// The longest line of a literal, without its indentation.
const WIDTH: usize = 80;
/// From this width on, a text is wrapped after a sentence: lines after a change stay as they are.
const WIDTH_OF_SENTENCE: usize = 40;

const BYTES: [&str; 7] = [
    "rows",
    "details",
    "statuses",
    "codes",
    "names",
    "list_ends",
    "lists",
];

/// Wraps the literals in formatted code, where each is on a line of its own, and separates items by
/// blank lines.
pub(super) fn wrap_literals(code: &str) -> String {
    let mut wrapped = String::with_capacity(code.len() * 2);
    let mut is_after_item = false;
    for line in code.lines() {
        let text = line.trim_start();
        if is_after_item && !text.starts_with(['}', '.']) {
            wrapped.push('\n');
        }
        is_after_item = matches!(text, "}" | "];" | ".table();") || text.ends_with("__layout!(1);");
        match wrap_line(line) {
            Some(lines) => wrapped += &lines,
            None => wrapped += line,
        }
        wrapped.push('\n');
    }
    wrapped
}

/// Wraps a line such as `rows: b"…",`, if it is one.
fn wrap_line(line: &str) -> Option<String> {
    let field = line.trim_start();
    let indentation = &line[..line.len() - field.len()];
    let (name, value) = field.split_once(": ")?;
    let literal = value.strip_suffix("\",")?;
    let (start, literal, ends): (_, _, Ends) = if name == "text" {
        ("\"", literal.strip_prefix('"')?, ends_line)
    } else if name == "rows" {
        ("b\"", literal.strip_prefix("b\"")?, ends_record)
    } else if BYTES.contains(&name) {
        ("b\"", literal.strip_prefix("b\"")?, is_full)
    } else {
        return None;
    };
    let lines = split(literal, ends);
    let between = format!("\\\n{indentation}    ");
    Some(format!(
        "{indentation}{name}: {start}{}\",",
        lines.join(&between)
    ))
}

/// Returns whether a line of a literal ends here.
type Ends = fn(&Line<'_>) -> bool;

/// The characters and the width of a line so far, and its last character or escape sequence.
struct Line<'t> {
    characters: usize,
    width: usize,
    last: &'t str,
}

fn is_full(line: &Line<'_>) -> bool {
    line.width >= WIDTH
}

fn ends_record(line: &Line<'_>) -> bool {
    line.characters == record::LEN
}

fn ends_line(line: &Line<'_>) -> bool {
    line.width >= WIDTH || line.width >= WIDTH_OF_SENTENCE && line.last == "."
}

/// Splits a literal into lines. None begins with a space, which the compiler would skip.
fn split(literal: &str, ends: Ends) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut at, mut characters) = (0, 0, 0);
    while at < literal.len() {
        let rest = &literal[at..];
        let last = &rest[..escape_len(rest)];
        at += last.len();
        characters += 1;
        let line = Line {
            characters,
            width: at - start,
            last,
        };
        let next = &literal[at..];
        if ends(&line) && !next.is_empty() && !next.starts_with(' ') {
            lines.push(&literal[start..at]);
            (start, characters) = (at, 0);
        }
    }
    lines.push(&literal[start..]);
    lines
}

/// The length of the first character or escape sequence of a literal.
fn escape_len(literal: &str) -> usize {
    match literal.as_bytes() {
        [b'\\', b'x', ..] => 4,
        [b'\\', b'u', ..] => literal.find('}').map_or(literal.len(), |end| end + 1),
        [b'\\', ..] => 2,
        _ => literal.chars().next().map_or(0, char::len_utf8),
    }
}
