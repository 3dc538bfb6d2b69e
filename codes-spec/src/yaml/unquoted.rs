//! Warns about unquoted text with characters that mean nothing there: comments of other languages, escape sequences, and
//! commas that are not ASCII.

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::lookalike::comma;
use crate::span::Span;
use crate::yaml::node::{Node, Value};
use crate::yaml::positions;

/// The keys whose values are texts for people.
const TEXTS: [&str; 10] = [
    "title",
    "description",
    "when",
    "action",
    "about",
    "notes",
    "note",
    "messages",
    "display",
    "vendor",
];

const COMMENT: &str = " // ";
const LINE_BREAK: &str = "\\n";

pub(crate) fn check(text: &str, root: &Node<'_>, report: &mut Report) {
    if !text.contains(COMMENT) && !text.contains(LINE_BREAK) && text.is_ascii() {
        return;
    }
    let mut suspects = Vec::new();
    find(root, false, &mut suspects);
    if suspects.is_empty() {
        return;
    }
    let scalars = positions::find(text, u32::MAX);
    let mut offsets: Vec<_> = suspects
        .iter()
        .filter_map(|&ordinal| Some(scalars.get(ordinal as usize)?.offset))
        .filter(|&at| !text[at..].starts_with(['"', '\'', '|', '>']))
        .collect();
    // an alias refers to a text that has been visited
    offsets.sort_unstable();
    offsets.dedup();
    for at in offsets {
        if let Some(mistake) = explain(text, at) {
            report.push(mistake);
        }
    }
}

/// Collects the texts that may have such characters.
fn find(node: &Node<'_>, is_text: bool, suspects: &mut Vec<u32>) {
    match &node.value {
        Value::Text(text) if is_text => {
            let is_suspect =
                text.contains(COMMENT) || text.contains(LINE_BREAK) || comma(text).is_some();
            suspects.extend(is_suspect.then_some(node.ordinal));
        }
        Value::List(items) => {
            for item in items {
                find(item, is_text, suspects);
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                find(value, TEXTS.iter().any(|text| key.is_text(text)), suspects);
            }
        }
        _ => {}
    }
}

/// Explains the unquoted text at an offset.
fn explain(text: &str, at: usize) -> Option<Mistake> {
    let source = &text[at..];
    let (line, _) = source.split_once('\n').unwrap_or((source, ""));
    let before = text[..at].trim_end();
    let in_brackets = before.ends_with(['[', ',']);
    if let Some((comma, c)) = comma(line).filter(|_| in_brackets)
        && separates(line, comma, c)
    {
        let mistake = rules::full_width_comma(phrases::character(c));
        return Some(mistake.at(Span::Byte(at + comma)));
    }
    if let Some(found) = line_break(source) {
        return Some(rules::literal_escape().at(Span::Byte(at + found)));
    }
    // the text may continue on the next line
    let found = source.find(COMMENT)?;
    Some(rules::slash_text().at(Span::Byte(at + found + 1)))
}

/// Returns whether the text on both sides of a comma is ASCII, where the comma would be ASCII as well.
fn separates(line: &str, comma: usize, c: char) -> bool {
    let before = line[..comma].trim_end().chars().next_back();
    let after = line[comma + c.len_utf8()..].trim_start().chars().next();
    before.is_some_and(|c| c.is_ascii()) && after.is_some_and(|c| c.is_ascii())
}

/// Returns the offset of `\n` that stands between two sentences or at the end of a line, unlike in `C:\new`.
fn line_break(source: &str) -> Option<usize> {
    let line = source.lines().next()?;
    let breaks = line.match_indices(LINE_BREAK);
    let mut breaks = breaks.filter(|&(at, _)| {
        let after = line[at + LINE_BREAK.len()..].chars().next();
        !line[..at].ends_with(['\\', ':'])
            && after.is_none_or(|c| c.is_uppercase() || c == ' ' || c == '\\')
    });
    breaks.next().map(|(at, _)| at)
}
