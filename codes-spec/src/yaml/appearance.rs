//! Explains text that YAML rejects or misreads, by its appearance: files that are not YAML, and characters that look like
//! YAML syntax.

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rules;
use crate::lookalike::{ascii, describe, is_bullet, is_invisible};
use crate::span::Span;
use crate::text::unicode;

/// Explains a syntax error at an offset.
pub(crate) fn explain(text: &str, offset: usize) -> Option<Mistake> {
    let offset = (0..=offset.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))?;
    let start = line_start(text, offset);
    whole_file(text)
        .or_else(|| second_object(text, offset))
        .or_else(|| line(text, start))
        .or_else(|| line(text, above(text, start)?))
}

/// Explains a file that is not YAML, or contains lines that are not.
fn whole_file(text: &str) -> Option<Mistake> {
    let first = content(text);
    if text[first..].starts_with("<!") || is_html_tag(&text[first..]) {
        return Some(rules::foreign_file(phrases::HTML).at(Span::Byte(first)));
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
        if line.starts_with('|') {
            bar = bar.or(Some(start));
            if line.trim_start_matches(['|', ':', ' ']).starts_with("--") {
                return Some(rules::foreign_file(phrases::MARKDOWN).at(Span::Byte(bar?)));
            }
        }
        // in a diff, removed lines come before added ones
        let is_removed =
            line.starts_with("-  ") || line.starts_with("--") || line.starts_with("- -");
        removed = is_removed.then_some(removed.unwrap_or(start));
    }
    None
}

fn is_html_tag(text: &str) -> bool {
    text.strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Returns whether a line can only be part of a diff.
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

/// Explains text after the first value of a JSON file.
fn second_object(text: &str, offset: usize) -> Option<Mistake> {
    let is_json = |at: usize| text[at..].starts_with(['{', '[']);
    let first = content(text);
    let second = offset + text[offset..].len() - text[offset..].trim_start().len();
    (is_json(first) && is_json(second) && second > first && before_is_closed(&text[..second]))
        .then(|| rules::second_object().at(Span::Byte(second)))
}

fn before_is_closed(before: &str) -> bool {
    before.trim_end().ends_with(['}', ']'])
}

/// Explains a line that begins at an offset.
fn line(text: &str, start: usize) -> Option<Mistake> {
    let line = text[start..].lines().next()?;
    let rest = line.trim_start_matches([' ', '\t']);
    let at = |part: &str| Span::Byte(start + line.len() - part.len());
    odd_space(rest)
        .map(|(part, c)| rules::odd_space(describe(c)).at(at(part)))
        .or_else(|| {
            rest.starts_with("//")
                .then(|| rules::slash_comment().at(at(rest)))
        })
        .or_else(|| list_marker(rest).map(|mistake| mistake.at(at(rest))))
        .or_else(|| {
            let (part, c, plain) = full_width_colon(rest)?;
            Some(rules::lookalike(c, unicode(c), plain).at(at(part)))
        })
}

/// Finds an invisible character where only a space is allowed: at the start of a line, after a dash, or after the colon
/// of a key. Returns the rest of the line from there.
fn odd_space(line: &str) -> Option<(&str, char)> {
    let invisible = |part: &'_ str| part.chars().next().filter(|&c| is_invisible(c));
    let mut rest = line;
    loop {
        if let Some(c) = invisible(rest) {
            return Some((rest, c));
        }
        match rest.strip_prefix('-') {
            Some(item) if item.starts_with(' ') => rest = item.trim_start_matches(' '),
            Some(item) => return Some((item, invisible(item)?)),
            None => break,
        }
    }
    let value = &rest[rest.find(|c: char| !is_key(c))?..];
    let value = value.strip_prefix(':')?;
    Some((value, invisible(value)?))
}

fn is_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Returns the mistake if a line begins with a character that may be meant as the dash of an item.
pub(crate) fn list_marker(line: &str) -> Option<Mistake> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let separated = rest.starts_with(' ') || rest.starts_with(is_invisible);
    if is_bullet(first) && (separated || !first.is_ascii()) {
        let found = if first.is_ascii() {
            format!("`{first}`")
        } else {
            format!("`{first}` ({})", unicode(first))
        };
        return Some(rules::list_marker(found));
    }
    let glued = first == '-' && rest.starts_with(char::is_alphabetic);
    glued.then(|| rules::list_marker("a hyphen without a space"))
}

/// Finds a key that is followed by a colon that is not ASCII. Returns the rest of the line from the colon, and the ASCII
/// character that was meant.
fn full_width_colon(line: &str) -> Option<(&str, char, char)> {
    let key = line.trim_start_matches(['-', ' ']);
    let at = key.find(|c: char| !is_key(c))?;
    let c = key[at..].chars().next().filter(|_| at > 0)?;
    Some((&key[at..], c, ascii(c).filter(|&plain| plain == ':')?))
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

/// Returns the start of the last line above that is not blank.
fn above(text: &str, start: usize) -> Option<usize> {
    let above = text[..start].trim_end();
    (!above.is_empty()).then(|| line_start(text, above.len()))
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |i| i + 1)
}
