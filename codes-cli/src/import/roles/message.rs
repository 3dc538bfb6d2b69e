//! The messages of responses, and the patterns that match them.

use crate::import::model::markup;
use crate::import::model::text::Text;

const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»')];

/// Returns where the message ends that begins a text, in quotes or as code.
pub(crate) fn leading(text: &Text) -> Option<usize> {
    if text.source.starts_with('`') {
        return text.lead.map(|(end, _)| end);
    }
    let (open, close) = QUOTES
        .iter()
        .find(|(open, _)| text.plain.starts_with(*open))?;
    let start = open.len_utf8();
    let end = text.plain[start..].find(*close)?;
    Some(start + end + close.len_utf8())
}

/// Returns the message that is the whole of a text, in quotes or as code.
pub(crate) fn quoted(text: &Text) -> Option<&str> {
    let plain = text.plain.trim();
    if text.marked && markup::is_code(text) {
        return Some(plain);
    }
    QUOTES.iter().find_map(|(open, close)| {
        let inner = plain.strip_prefix(*open)?.strip_suffix(*close)?;
        Some(inner.trim()).filter(|inner| !inner.contains([*open, *close]))
    })
}

/// Returns the pattern for a message, with `*` for its placeholders: `No lamp {id}`, `No lamp <id>`, `No lamp %s`
pub(crate) fn pattern(message: &str) -> Option<String> {
    let mut pattern = String::with_capacity(message.len());
    let mut rest = message.trim();
    while let Some(c) = rest.chars().next() {
        let inside = |close| rest[1..].split_once(close);
        let is_name = |name: &str| {
            let is_allowed = |c: char| c.is_alphanumeric() || "_-. ".contains(c);
            name.chars().all(is_allowed)
        };
        let placeholder = match c {
            '{' => inside('}'),
            '<' => inside('>'),
            '%' => rest[1..]
                .strip_prefix(['s', 'd', 'i', 'f'])
                .map(|rest| ("", rest)),
            _ => None,
        };
        if let Some((_, after)) = placeholder.filter(|(name, _)| is_name(name)) {
            pattern += if pattern.ends_with('*') { "" } else { "*" };
            rest = after;
            continue;
        }
        pattern.push(c);
        if "{}".contains(c) {
            pattern.push(c);
        }
        rest = &rest[c.len_utf8()..];
    }
    let is_line = !pattern.contains('\n');
    (is_line && pattern.contains(char::is_alphabetic)).then_some(pattern)
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn placeholders_match_any_text() {
        for (message, expected) in [
            ("No lamp {id}", "No lamp *"),
            ("<a> is {b}{c} of %s.", "* is * of *."),
            ("100% of {", "100% of {{"),
            ("a <= b", "a <= b"),
        ] {
            assert_eq!(pattern(message).as_deref(), Some(expected), "{message}");
        }
        for message in ["", "{id}", "two\nlines"] {
            assert_eq!(pattern(message), None, "{message}");
        }
    }
}
