//! Formats text as Markdown on one line, from which `codes import` reads the same text back.

use codes_spec::{Prose, Table, code_span, literal};

use super::blocks;

/// Plain text on one line: spaces that Markdown would drop become entities, and line breaks become `<br/>`.
pub(super) fn plain(text: &str) -> String {
    if text == "—" {
        return "&#x2014;".to_owned();
    }
    let (inner, start) = (text.trim_start(), text.len() - text.trim_start().len());
    let (inner, end) = (inner.trim_end(), start + inner.trim_end().len());
    let edge = |blanks: &str| blanks.chars().map(entity).collect::<String>();
    // two line breaks start a paragraph; Markdown cannot express more than two in a row
    let paragraphs = inner
        .split("\n\n")
        .map(|part| part.split('\n').map(line).collect::<Vec<_>>().join("<br/>"));
    let mut joined = String::new();
    for (i, paragraph) in paragraphs.enumerate() {
        joined += if i > 0 && joined.ends_with("<br/>") {
            "&#xa;&#xa;"
        } else if i > 0 {
            "<br/><br/>"
        } else {
            ""
        };
        joined += &paragraph;
    }
    format!("{}{joined}{}", edge(&text[..start]), edge(&text[end..]))
}

fn line(line: &str) -> String {
    let mut out = String::new();
    let mut last = ' ';
    for part in line.split_inclusive(char::is_whitespace) {
        let word = part.trim_end_matches(char::is_whitespace);
        out += &readable(&literal(word), last == ' ' && out.is_empty());
        last = word.chars().last().unwrap_or(last);
        for blank in part[word.len()..].chars() {
            if blank == ' ' && last != ' ' {
                out.push(' ');
            } else {
                out += &entity(blank);
            }
            last = ' ';
        }
    }
    // Markdown drops a space at the end of a line
    match out.strip_suffix(' ') {
        Some(rest) => format!("{rest}&#x20;"),
        None => out,
    }
}

fn entity(c: char) -> String {
    format!("&#x{:x};", u32::from(c))
}

/// Removes backslashes before punctuation that has no meaning inside a line.
fn readable(literal: &str, starts_line: bool) -> String {
    // at the start of a line, the same punctuation may start a list or underline a heading
    if starts_line && !literal.starts_with(char::is_alphabetic) {
        return literal.to_owned();
    }
    let mut out = String::new();
    let mut chars = literal.chars();
    while let Some(c) = chars.next() {
        match (c, chars.clone().next()) {
            (
                '\\',
                Some(
                    '.' | ',' | ';' | ':' | '\'' | '"' | '(' | ')' | '/' | '-' | '=' | '?' | '!'
                    | '+',
                ),
            ) => {}
            ('\\', Some(escaped)) => {
                out.extend([c, escaped]);
                chars.next();
            }
            _ => out.push(c),
        }
    }
    out
}

/// A code span, or plain text if a code span would not display every character.
pub(super) fn code(code: &str) -> String {
    let span = code_span(code);
    if span.contains(code) {
        span
    } else {
        plain(code)
    }
}

/// Text of the spec on one line.
pub(super) fn prose(table: &Table<'_>, prose: &Prose<'_>) -> String {
    let line = if prose.is_markdown() {
        blocks::one_line(table, &table.doc(prose))
    } else {
        None
    };
    line.unwrap_or_else(|| plain(prose.plain()))
}

/// A link whose text is its URL.
pub(super) fn link(url: &str) -> String {
    let escaped = |c: char| {
        if "\\<>&".contains(c) {
            format!("\\{c}")
        } else {
            c.to_string()
        }
    };
    format!(
        "[{}](<{}>)",
        plain(url),
        url.chars().map(escaped).collect::<String>()
    )
}
