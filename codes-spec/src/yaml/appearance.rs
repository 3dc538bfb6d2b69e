//! Explains text that YAML rejects or misreads, by its appearance: characters that look like YAML syntax.

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rules;
use crate::lookalike::{ascii, describe, is_bullet, is_invisible};
use crate::span::Span;
use crate::yaml::foreign::{second_object, whole_file};

/// Explains a syntax error at an offset.
pub(crate) fn explain(text: &str, offset: usize) -> Option<Mistake> {
    let offset = (0..=offset.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))?;
    let start = line_start(text, offset);
    whole_file(text)
        .or_else(|| second_object(text, offset))
        .or_else(|| line(text, start))
        .or_else(|| {
            let above = above(text, start)?;
            line(text, above).or_else(|| item_above(text, above, start))
        })
}

/// Explains a line that has a more deeply indented line below it, where both are meant as keys of one item.
fn item_above(text: &str, above: usize, start: usize) -> Option<Mistake> {
    let (line, below) = (text[above..].lines().next()?, text[start..].lines().next()?);
    let content = line.trim_start_matches(' ');
    let at = |part: &str| Span::Byte(above + line.len() - part.len());
    if line.len() - content.len() >= below.len() - below.trim_start_matches(' ').len() {
        return None;
    }
    if let Some(mistake) = numbered_item(content) {
        return Some(mistake.at(at(content)));
    }
    let (key, value) = key_without_space(content)?;
    let meant = format!("`{key}: {value}`");
    let part = &content[content.len() - key.len() - 1 - value.len()..];
    Some(rules::yaml_key().at(at(part)).meant(Some(meant)))
}

/// Explains a line that begins at an offset.
fn line(text: &str, start: usize) -> Option<Mistake> {
    let line = text[start..].lines().next()?;
    let rest = line.trim_start_matches([' ', '\t']);
    let at = |part: &str| Span::Byte(start + line.len() - part.len());
    odd_space(rest)
        .map(|(part, c)| rules::odd_space(describe(c)).at(at(part)))
        .or_else(|| {
            let comment = slash_comment(rest)?;
            Some(rules::slash_comment().at(at(comment)))
        })
        .or_else(|| list_marker(rest).map(|mistake| mistake.at(at(rest))))
        .or_else(|| {
            let (part, c, plain) = full_width_colon(rest).or_else(|| equals_sign(rest))?;
            Some(rules::lookalike(phrases::character(c), plain).at(at(part)))
        })
}

/// Returns the `//` comment that starts the line, or that follows a comma or bracket and a space.
fn slash_comment(line: &str) -> Option<&str> {
    let (at, _) = line.match_indices("//").find(|&(at, _)| {
        let before = &line[..at];
        before.is_empty()
            || before.ends_with(' ') && before.trim_end().ends_with([',', '{', '[', '}', ']'])
    })?;
    Some(&line[at..])
}

/// Returns the key and value of a line such as `status:404`, which YAML reads as text.
fn key_without_space(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.trim_start_matches(['-', ' ']).split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let has_value = value.starts_with(|c: char| c.is_alphanumeric() || c == '"' || c == '\'');
    (is_key && has_value).then_some((key, value))
}

/// Finds an equals sign after a key. Returns the rest of the line from the sign, the sign, and the character meant.
fn equals_sign(line: &str) -> Option<(&str, char, char)> {
    let key = line.trim_start_matches(['-', ' ']);
    let at = key.find(|c: char| !is_key(c)).filter(|&at| at > 0)?;
    let rest = key[at..].trim_start_matches(' ');
    rest.starts_with("= ").then_some((rest, '=', ':'))
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
        return Some(rules::list_marker(phrases::character(first)));
    }
    let hyphens = match rest {
        _ if first != '-' => return None,
        rest if rest.starts_with(char::is_alphabetic) => "a hyphen without a space",
        rest if rest.starts_with("- ") => "`--`",
        _ => return None,
    };
    Some(rules::list_marker(hyphens))
}

/// Returns the mistake if a line begins with a number that is meant as the dash of an item: `1.` or `1)`.
pub(crate) fn numbered_item(line: &str) -> Option<Mistake> {
    let digits = line.find(|c: char| !c.is_ascii_digit())?;
    let is_number = line[digits..].starts_with(". ") || line[digits..].starts_with(") ");
    ((1..4).contains(&digits) && is_number)
        .then(|| rules::list_marker(format!("`{}`", &line[..=digits])))
}

/// Finds a full-width colon after a key. Returns the rest of the line from the colon, the colon, and the ASCII
/// character that was meant.
fn full_width_colon(line: &str) -> Option<(&str, char, char)> {
    let key = line.trim_start_matches(['-', ' ']);
    let at = key.find(|c: char| !is_key(c))?;
    let c = key[at..].chars().next().filter(|_| at > 0)?;
    Some((&key[at..], c, ascii(c).filter(|&plain| plain == ':')?))
}

/// Returns the start of the last line above that is not blank.
fn above(text: &str, start: usize) -> Option<usize> {
    let above = text[..start].trim_end();
    (!above.is_empty()).then(|| line_start(text, above.len()))
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |i| i + 1)
}
