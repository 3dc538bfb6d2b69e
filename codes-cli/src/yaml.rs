//! Formats text as YAML scalars that are read back unchanged and are easy to edit.

use std::fmt::Write as _;

use codes_spec::is_unprintable;

/// The width of folded text.
const WIDTH: usize = 110;

/// Returns whether a character needs an escape sequence, because it is invisible or ends a line.
fn is_escaped(c: char) -> bool {
    is_unprintable(c) || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Formats a scalar on one line.
pub(crate) fn line(text: &str) -> String {
    if text.contains(is_escaped) {
        double_quoted(text)
    } else if is_plain(text) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

/// Returns whether text can be written without quotes.
fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    let word = text.to_ascii_lowercase();
    // YAML 1.1 parsers also read words such as `yes` and `off` as booleans
    let is_word =
        ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(&word.as_str());
    let class = text.len() == 3
        && first.is_ascii_digit()
        && text.ends_with(['x', 'X'])
        && !word.starts_with("0x");
    let has_plain_start =
        first.is_alphabetic() || first.is_ascii_digit() && (text.contains(' ') || class);
    let has_plain_end = !text.ends_with([' ', ':']);
    // `codes check` refuses `1. Text` and `1) Text` as keys, in case they were meant as items of a list
    let after_digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_item = after_digits.starts_with(". ") || after_digits.starts_with(") ");
    has_plain_start
        && !is_item
        && has_plain_end
        && !is_word
        && !text.contains(": ")
        && !text.contains(" #")
        // `codes check` warns about these, in case they were meant as a comment or a line break
        && !text.contains(" // ")
        && !text.contains("\\n")
        && !text.contains('\t')
}

pub(crate) fn double_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if is_escaped(c) => drop(write!(quoted, "\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// Formats text as the value of a key or item, as a block if it is long or has several lines.
pub(crate) fn text(text: &str, indent: usize) -> String {
    let is_trimmed = |line: &str| line.trim() == line;
    let breakable = !text.contains(|c| c != '\n' && is_escaped(c))
        && !text.starts_with('\n')
        && !text.ends_with('\n');
    let one_line = line(text);
    if text.is_empty() || !breakable || !text.contains('\n') && indent + one_line.len() < WIDTH {
        one_line
    } else if text.lines().all(is_trimmed) {
        folded(text, indent)
    } else if !text.starts_with(char::is_whitespace) {
        literal(text, indent)
    } else {
        double_quoted(text)
    }
}

/// Formats a folded block, in which YAML joins lines by spaces and reads empty lines as line breaks.
fn folded(text: &str, indent: usize) -> String {
    let mut block = String::from(">-");
    for (i, line) in text.split('\n').enumerate() {
        block.push('\n');
        if i > 0 && !line.is_empty() {
            block.push('\n');
        }
        let mut column = 0;
        for (n, word) in words(line).enumerate() {
            let width = word.chars().count();
            if n > 0 && indent + column + 1 + width <= WIDTH {
                block.push(' ');
                column += 1;
            } else if !line.is_empty() {
                block += if n > 0 { "\n" } else { "" };
                block += &" ".repeat(indent);
                column = 0;
            }
            block += word;
            column += width;
        }
    }
    block
}

/// Splits a line where it may be broken: at single spaces.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let text = rest?;
        let space = |c: char| c.is_whitespace();
        let breaks = text.match_indices(' ').find(|&(at, _)| {
            !text[..at].ends_with(space)
                && !text[at + 1..].starts_with(space)
                && at > 0
                && at + 1 < text.len()
        });
        let (word, after) =
            breaks.map_or((text, None), |(at, _)| (&text[..at], Some(&text[at + 1..])));
        rest = after;
        Some(word)
    })
}

/// Formats a literal block, which keeps its lines.
fn literal(text: &str, indent: usize) -> String {
    let line = |line: &str| {
        if line.is_empty() {
            "\n".to_owned()
        } else {
            format!("\n{:indent$}{line}", "")
        }
    };
    "|-".to_owned() + &text.split('\n').map(line).collect::<String>()
}

/// Formats a comment, with `#` before every line.
pub(crate) fn comment(text: &str, indent: usize) -> String {
    let line = |line: &str| {
        let shown: String = line
            .chars()
            .map(|c| if is_escaped(c) { '\u{fffd}' } else { c })
            .collect();
        format!("{:indent$}# {shown}", "").trim_end().to_owned() + "\n"
    };
    text.lines().map(line).collect()
}
