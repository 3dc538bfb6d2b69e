//! Warns about unquoted text with characters that mean nothing there: comments of other languages, escape sequences,
//! backslashes that do not join lines, and commas that are not ASCII.

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::lookalike::comma;
use crate::span::Span;
use crate::yaml::node::{Node, Value};
use crate::yaml::positions;
use crate::yaml::ranges::ScalarRange;

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
const JOIN: &str = " \\";

pub(crate) fn check(text: &str, root: &Node<'_>, report: &mut Report) {
    let marks = [COMMENT, LINE_BREAK, JOIN];
    if text.is_ascii() && !marks.iter().any(|mark| text.contains(mark)) {
        return;
    }
    let mut suspects = Vec::new();
    find(root, false, &mut suspects);
    if suspects.is_empty() {
        return;
    }
    let scalars = positions::find(text, u32::MAX);
    let mut suspects: Vec<_> = suspects
        .into_iter()
        .filter_map(|(ordinal, has_comment)| Some((scalars.get(ordinal as usize)?, has_comment)))
        .filter(|(scalar, _)| !text[scalar.offset..].starts_with(['"', '\'', '|', '>']))
        .collect();
    // an alias has the offset of its anchor's text; the text is reported only once
    suspects.sort_unstable_by_key(|(scalar, _)| scalar.offset);
    suspects.dedup_by_key(|(scalar, _)| scalar.offset);
    for (scalar, has_comment) in suspects {
        if let Some(mistake) = explain(text, scalar, has_comment) {
            report.push(mistake);
        }
    }
}

/// Collects the texts that may have such characters, and whether each has a comment.
fn find(node: &Node<'_>, is_text: bool, suspects: &mut Vec<(u32, bool)>) {
    match &node.value {
        Value::Text(text) if is_text => {
            let has_comment = text.contains(COMMENT);
            let has_escape = text.contains(LINE_BREAK) || text.contains(JOIN);
            let is_suspect = has_comment || has_escape || comma(text).is_some();
            suspects.extend(is_suspect.then_some((node.ordinal, has_comment)));
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

/// Explains an unquoted text.
fn explain(text: &str, scalar: &ScalarRange, has_comment: bool) -> Option<Mistake> {
    let at = scalar.offset;
    let source = &text[at..];
    let line = source.get(..scalar.len)?;
    let before = text[..at].trim_end();
    let in_brackets = before.ends_with(['[', ',']);
    if let Some((comma, c)) = comma(line).filter(|_| in_brackets)
        && separates(line, comma, c)
    {
        let mistake = rules::full_width_comma(phrases::character(c));
        return Some(mistake.at(Span::Byte(at + comma)));
    }
    if let Some(found) = line_break(line) {
        return Some(rules::literal_escape().at(Span::Byte(at + found)));
    }
    if let Some(found) = join(source, line) {
        return Some(rules::joined_lines().at(Span::Byte(at + found)));
    }
    if !has_comment {
        return None;
    }
    // the text may continue on the next line
    let mut slashes = source.match_indices(COMMENT.trim_end());
    let (found, slash) = slashes
        .find(|&(found, slash)| source[found + slash.len()..].starts_with(char::is_whitespace))?;
    let end = at + found + slash.len();
    Some(rules::slash_text().at(Span::Byte(end - 2)))
}

/// Returns whether the characters on both sides of a full-width comma are ASCII, so that an ASCII comma was probably
/// meant.
fn separates(line: &str, comma: usize, c: char) -> bool {
    let before = line[..comma].trim_end().chars().next_back();
    let after = line[comma + c.len_utf8()..].trim_start().chars().next();
    before.is_some_and(|c| c.is_ascii()) && after.is_some_and(|c| c.is_ascii())
}

/// Returns the offset of a `\n` between two sentences or at the end of a line, but not of the one in `C:\new`.
fn line_break(line: &str) -> Option<usize> {
    let breaks = line.match_indices(LINE_BREAK);
    let mut breaks = breaks.filter(|&(at, _)| {
        let after = line[at + LINE_BREAK.len()..].chars().next();
        !line[..at].ends_with(['\\', ':'])
            && after.is_none_or(|c| c.is_uppercase() || c == ' ' || c == '\\')
    });
    breaks.next().map(|(at, _)| at)
}

/// Returns the offset of a `\` at the end of the first line of a text, which joins lines in a shell.
fn join(source: &str, line: &str) -> Option<usize> {
    let before = line.trim_end().strip_suffix(JOIN)?;
    let rest = source[line.len()..].trim_start_matches([' ', '\r']);
    rest.starts_with('\n').then_some(before.len() + 1)
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_the_text_with_a_mistake_is_reported() {
        for (rows, expected) in [
            (
                "[{status: 404, title: 未找到，请重试}, {status: 405, title: \"a // b\"}]",
                vec![],
            ),
            (
                "[{status: 404, title: C:\\new, description: \"a.\\nB\"}]",
                vec![],
            ),
            (
                "[{status: 404, title: No  // or yes\n }]",
                vec!["codes::slash-text"],
            ),
        ] {
            let spec = format!("vendor: V\ncodes: {rows}\n");
            let report = crate::load("a.yaml", spec.as_bytes()).report;
            let found: Vec<_> = report.shown().iter().map(|found| found.rule.id).collect();
            assert_eq!(found, expected, "{report}");
        }
    }
}
