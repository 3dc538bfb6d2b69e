//! Plain text and links as Markdown that rustdoc shows unchanged.

use std::borrow::Cow;

use crate::markdown::escape::escape;
use crate::text::{ByteSet, byte_set, find_byte, is_unprintable};

/// Returns plain text as Markdown. Line breaks are kept, and blank lines separate paragraphs.
pub fn literal(text: &str) -> String {
    let text = unix_lines(text);
    let is_blank = |c| matches!(c, ' ' | '\t');
    if !text.contains('\n') {
        return escape(text.trim_matches(is_blank));
    }
    let lines: Vec<_> = text
        .split('\n')
        .map(|line| line.trim_matches(is_blank))
        .collect();
    let paragraphs = lines
        .split(|line| line.is_empty())
        .filter(|paragraph| !paragraph.is_empty());
    let hard = |paragraph: &[&str]| {
        paragraph
            .iter()
            .map(|line| escape(line))
            .collect::<Vec<_>>()
            .join("\\\n")
    };
    paragraphs.map(hard).collect::<Vec<_>>().join("\n\n")
}

/// Returns a link with this text, as Markdown.
pub fn link(text: &str, url: &str) -> String {
    format!("[{}](<{}>)", literal_line(text), encode(url))
}

/// Encodes characters that would end the angle brackets or have a meaning inside them.
pub(crate) fn encode(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' | '>' | '\\' | '`' | '|' => out.push_str(&format!("%{:02X}", u32::from(c))),
            _ if c.is_whitespace() || is_unprintable(c) => {
                c.encode_utf8(&mut [0; 4])
                    .bytes()
                    .for_each(|byte| out.push_str(&format!("%{byte:02X}")));
            }
            _ => out.push(c),
        }
    }
    out
}

/// Returns plain text as Markdown on one line, for a heading or a table cell.
pub fn literal_line(text: &str) -> String {
    if is_one_line(text) {
        return escape(text);
    }
    escape(
        &unix_lines(text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
    )
}

/// Returns whether the only white space in a text is single spaces between words.
fn is_one_line(text: &str) -> bool {
    const BLANKS: ByteSet = byte_set(&[(0, b' ')]);
    let mut from = 0;
    let mut word = 0;
    while let Some(at) = find_byte(text, from, &BLANKS) {
        if text.as_bytes()[at] != b' ' || at == word {
            return false;
        }
        from = at + 1;
        word = from;
    }
    word < text.len() || text.is_empty()
}

pub(crate) fn unix_lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_unchanged() {
        for (text, doc) in [
            ("See [the docs] or <T>.", r"See \[the docs\] or \<T\>."),
            ("a, (b); c: d/e_f - g? 100%", "a, (b); c: d/e_f - g? 100%"),
            ("1) x. 2. y... -- z", r"1\) x. 2. y\.\.\. \-\- z"),
            ("- a\n+ b\n= c", "\\- a\\\n\\+ b\\\n\\= c"),
            (
                "see http://x.y/z and _a_!",
                r"see http:\/\/x.y/z and \_a\_\!",
            ),
            ("a\r\nb\rc\n\n    d", "a\\\nb\\\nc\n\nd"),
            ("1. x\n# y", "1\\. x\\\n\\# y"),
            ("a\u{202e}b\0\tc", "a&#x202e;b\u{fffd} c"),
            ("\n\n", ""),
        ] {
            assert_eq!(literal(text), doc, "{text:?}");
        }
        assert_eq!(literal_line("a\n  b|c"), "a b\\|c");
        for text in [
            "Use Throttled.",
            "See (2), version 1.2; a half-open snake_case",
        ] {
            assert_eq!(literal_line(text), text);
        }
        for text in [
            "Use `Throttled`.",
            "don't",
            "[x]",
            "- x",
            "a*b*",
            "<b>",
            "&amp;",
            "1. x",
            " x",
            "a -- b",
            "a _b_ c",
            "a & b",
            "a  b",
            "a...",
            "\\*",
        ] {
            assert_ne!(literal_line(text), text);
        }
    }
}
