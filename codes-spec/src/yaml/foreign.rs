//! Explains files that are not specs, or contain other formats: HTML, Markdown, diffs, tables.

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rules;
use crate::span::Span;

/// Explains a file that is not a spec, or contains another format.
pub(crate) fn whole_file(text: &str) -> Option<Mistake> {
    let first = content(text);
    if text[first..].starts_with("<!") || is_html_tag(&text[first..]) {
        return Some(rules::foreign_file(phrases::HTML).at(Span::Byte(first)));
    }
    if let Some(mistake) = prefixed(&text[first..]).or_else(|| other_format(&text[first..])) {
        return Some(mistake.at(Span::Byte(first)));
    }
    let mut at = 0;
    let (mut bar, mut removed) = (None, None);
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if line.starts_with("<<<<<<< ") || line.trim_end() == "=======" {
            return Some(rules::merge_conflict().at(Span::Byte(start)));
        }
        if is_diff(line) {
            return Some(rules::diff().at(Span::Byte(removed.unwrap_or(start))));
        }
        if line.starts_with("```") || line.starts_with("~~~") {
            return Some(rules::code_fence().at(Span::Byte(start)));
        }
        if line.starts_with('|') {
            bar = bar.or(Some(start));
            if line.trim_start_matches(['|', ':', ' ']).starts_with("--") {
                return Some(rules::foreign_file(phrases::MARKDOWN).at(Span::Byte(bar?)));
            }
        }
        // lines that a diff removes come before those that it adds
        let is_removed =
            line.starts_with("-  ") || line.starts_with("--") || line.starts_with("- -");
        removed = is_removed.then_some(removed.unwrap_or(start));
    }
    None
}

/// Explains a file whose first two lines start with quote markers or line numbers.
fn prefixed(text: &str) -> Option<Mistake> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (first, second) = (lines.next()?, lines.next()?);
    if first.starts_with("> ") && second.starts_with('>') {
        return Some(rules::line_prefix(phrases::QUOTE_PREFIX));
    }
    let number = |line: &str| {
        let line = line.trim_start();
        let end = line.find(|c: char| !c.is_ascii_digit())?;
        let follows = line[end..].starts_with([' ', '\t', '|', ':', '.']);
        line[..end].parse::<u32>().ok().filter(|_| follows)
    };
    (number(second)? == number(first)?.checked_add(1)?)
        .then(|| rules::line_prefix(phrases::LINE_NUMBERS))
}

/// Returns the mistake of a file that is an `OpenAPI`, TOML or CSV file instead of a spec.
fn other_format(text: &str) -> Option<Mistake> {
    let (first, rest) = text.split_once(['\n', '\r'])?;
    let key = text.trim_start_matches(|c: char| c.is_whitespace() || c == '{' || c == '"');
    let is = |name| {
        key.strip_prefix(name)
            .is_some_and(|rest| rest.starts_with([':', '"']))
    };
    if is("openapi") || is("swagger") {
        return Some(rules::foreign_file(phrases::OPENAPI));
    }
    let is_section = |line: &str| line.starts_with('[') && line.trim_end().ends_with(']');
    let has_key = |text: &str| text.lines().any(|line| line.contains(" = "));
    if first.contains(" = ") && rest.lines().any(is_section) || is_section(first) && has_key(rest) {
        return Some(rules::other_format(phrases::TOML));
    }
    let cells = |line: &str| line.split([',', ';', '\t']).count();
    let is_head = cells(first) > 1 && !first.contains([':', '{', '[', '#', '-']);
    let second = rest.trim_start().lines().next()?;
    (is_head && cells(second) >= cells(first)).then(|| rules::foreign_file(phrases::CSV))
}

fn is_html_tag(text: &str) -> bool {
    text.strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Returns whether a line can only come from a diff.
fn is_diff(line: &str) -> bool {
    let added = line.strip_prefix('+');
    let added = added.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphabetic() || c == ' '));
    // a plus and one space may be a list marker
    added && !line.starts_with("+ ")
        || line.starts_with("+  ")
        || line.starts_with("+++ ")
        || line.starts_with("@@ -")
        || line.starts_with("diff --git ")
        || line.starts_with("--- a/")
}

/// Explains text after a complete JSON value: a second object, or an item without a comma before it.
pub(crate) fn second_object(text: &str, offset: usize) -> Option<Mistake> {
    let is_json = |at: usize| text[at..].starts_with(['{', '[']);
    let first = content(text);
    let second = offset + text[offset..].len() - text[offset..].trim_start().len();
    let before = text[..second].trim_end();
    if !is_json(first) || !is_json(second) || second <= first || !before.ends_with(['}', ']']) {
        return None;
    }
    let mistake = if has_open_bracket(before) {
        rules::missing_comma()
    } else {
        rules::second_object()
    };
    Some(mistake.at(Span::Byte(second)))
}

fn has_open_bracket(json: &str) -> bool {
    let (mut open, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => open += 1,
            b']' | b'}' if !quoted => open = open.saturating_sub(1),
            _ => {}
        }
    }
    open > 0
}

/// Returns the offset of the first line that is neither blank nor a comment.
fn content(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start();
        if !content.is_empty() && !content.starts_with('#') {
            return at + line.len() - content.len();
        }
        at += line.len();
    }
    at
}
