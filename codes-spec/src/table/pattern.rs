//! Message patterns: text, gaps that match any text, and captures, which are gaps with a name.

use std::borrow::Cow;
use std::fmt;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::span::Spanned;
use crate::table::foreign;

/// A message pattern, as written in a spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern<'a>(pub(crate) Cow<'a, str>);

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part<'p> {
    Text(&'p str),
    /// `*`
    Gap,
    /// `{name}`
    Capture(&'p str),
    /// A brace that neither opens nor closes a capture.
    Stray(char),
}

impl Pattern<'_> {
    /// Returns the pattern as written in a spec.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the names of the captures.
    pub fn captures(&self) -> impl Iterator<Item = &str> {
        self.captures_at().map(|(_, name)| name)
    }

    /// The names of the captures, with the offsets of their braces.
    pub(crate) fn captures_at(&self) -> impl Iterator<Item = (usize, &str)> {
        parts(&self.0).filter_map(|(offset, part)| match part {
            Part::Capture(name) => Some((offset, name)),
            _ => None,
        })
    }

    /// Splits the pattern at its gaps.
    ///
    /// Each piece is a text and the gap after it: `*`, the name of a capture, or nothing at the end. Whitespace around
    /// the pattern is left out, and doubled braces become single braces.
    pub fn pieces(&self) -> Vec<(String, String)> {
        let mut pieces = vec![(String::new(), String::new())];
        for (_, part) in parts(self.0.trim()) {
            let gap = match part {
                Part::Text(text) => {
                    if let Some((last, _)) = pieces.last_mut() {
                        last.push_str(text);
                    }
                    continue;
                }
                // adjacent stars are one gap
                Part::Gap if matches!(&pieces[..], [.., (_, gap), (text, _)] if gap == "*" && text.is_empty()) =>
                {
                    continue;
                }
                Part::Gap => "*",
                Part::Capture(name) => name,
                Part::Stray(_) => continue,
            };
            if let Some((_, last)) = pieces.last_mut() {
                gap.clone_into(last);
            }
            pieces.push((String::new(), String::new()));
        }
        pieces
    }
}

/// Prints the pattern as written in a spec.
impl fmt::Display for Pattern<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The parts of a pattern, with their offsets.
pub(crate) fn parts(pattern: &str) -> impl Iterator<Item = (usize, Part<'_>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &pattern[at..];
        let (len, part) = match rest.as_bytes() {
            [] => return None,
            [b'*', ..] => (1, Part::Gap),
            [b'{', b'{', ..] | [b'}', b'}', ..] => (2, Part::Text(&rest[..1])),
            [b'{', ..] => match rest.find(['}', '\n']) {
                Some(end) if rest.as_bytes()[end] == b'}' => {
                    (end + 1, Part::Capture(&rest[1..end]))
                }
                _ => (1, Part::Stray('{')),
            },
            [b'}', ..] => (1, Part::Stray('}')),
            _ => {
                let end = rest.find(['*', '{', '}']).unwrap_or(rest.len());
                (end, Part::Text(&rest[..end]))
            }
        };
        at += len;
        Some((at - len, part))
    })
}

/// Returns whether a name can be that of a capture or a parameter: `[a-z_][a-z0-9_]*`.
pub(crate) fn is_param_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    let first = bytes.next();
    first.is_some_and(|byte| byte.is_ascii_lowercase() || byte == b'_')
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// Parses a pattern, or reports the first mistake in it.
pub(crate) fn parse<'a>(
    text: Spanned<Cow<'a, str>>,
    report: &mut Report,
) -> Option<Spanned<Pattern<'a>>> {
    if let Err(mistake) = check(&text) {
        return report.refuse(mistake);
    }
    let trimmed = text.value.trim();
    if parts(trimmed).all(|(_, part)| !matches!(part, Part::Text(_))) {
        report.push(rules::message_any(trimmed).at(text.span));
    }
    foreign::check(&text, report);
    Some(text.map(Pattern))
}

fn check(text: &Spanned<Cow<'_, str>>) -> Result<(), Mistake> {
    let at = |offset, len| text.span.part(offset, len);
    let mut names: Vec<&str> = Vec::new();
    let mut gap = None;
    for (offset, part) in parts(&text.value) {
        let previous = gap.take();
        match part {
            Part::Text(_) => {}
            Part::Stray('{') => return Err(rules::placeholder_open().at(at(offset, 1))),
            Part::Stray(_) => return Err(rules::placeholder_close().at(at(offset, 1))),
            Part::Gap => gap = Some("*"),
            Part::Capture(name) => {
                let span = at(offset, name.len() + 2);
                if !is_param_name(name) {
                    return Err(rules::capture_name(name).at(span));
                }
                if names.contains(&name) {
                    return Err(rules::repeated_capture(name).at(span));
                }
                names.push(name);
                gap = Some(name);
            }
        }
        // captures match as little as possible, so one of two adjacent gaps would always be empty
        if let (Some(first), Some(second)) = (previous, gap)
            && (first, second) != ("*", "*")
        {
            let (first, second) = (show(first), show(second));
            return Err(rules::adjacent_captures(first, &second).at(at(offset, second.len())));
        }
    }
    Ok(())
}

/// Formats a gap as written in a spec.
fn show(gap: &str) -> String {
    match gap {
        "*" => gap.to_owned(),
        name => format!("{{{name}}}"),
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn pieces(pattern: &str) -> String {
        let pieces = Pattern(pattern.into()).pieces();
        pieces
            .iter()
            .map(|(text, gap)| format!("[{text}|{gap}]"))
            .collect()
    }

    #[test]
    fn patterns_are_split_at_gaps() {
        assert_eq!(pieces(" exact "), "[exact|]");
        assert_eq!(pieces("No parcel *"), "[No parcel |*][|]");
        assert_eq!(pieces("after {seconds} s"), "[after |seconds][ s|]");
        assert_eq!(pieces("{{\"a\": {n}}}"), "[{\"a\": |n][}|]");
        assert_eq!(pieces("**"), "[|*][|]");
        assert_eq!(pieces("a *** b"), "[a |*][ b|]");
    }
}
