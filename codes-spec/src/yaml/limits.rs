//! Rejects documents for which the parser would take quadratic time.
//!
//! For every token, the parser walks a list of all open brackets, and no limit on the tree can prevent this. So the
//! nesting of brackets is measured first, as the parser's scanner does: inside a flow collection, a bracket counts
//! unless it is in quotes or in a comment. Only the parser knows whether a bracket begins a collection or is part of a
//! text. So each bracket that could begin one is measured, and the parser decides about those that are nested too deep.

use std::borrow::Cow;

use crate::yaml::flow::{Flow, MAX_OPEN};
use crate::yaml::probe::{Stop, probe};

/// The deepest nesting of lists and mappings.
pub(crate) const MAX_DEPTH: u32 = 64;

/// Texts up to this size are parsed quickly even with the worst nesting.
const SMALL: usize = 16 << 10;

/// Returns the start of a collection that is nested too deep.
pub(crate) fn too_deep(text: &str) -> Option<usize> {
    if text.len() <= SMALL || !text.contains('[') && !text.contains('{') {
        return None;
    }
    // Replaces YAML's other line breaks with as many LF bytes. Searching for their first byte is fast.
    let mut text = Cow::Borrowed(text);
    for (line_end, same_length) in [
        ("\u{2028}", "\n\n\n"),
        ("\u{2029}", "\n\n\n"),
        ("\u{85}", "\n\n"),
    ] {
        if text.as_bytes().contains(&line_end.as_bytes()[0]) && text.contains(line_end) {
            text = text.replace(line_end, same_length).into();
        }
    }
    // Enough for well-formed documents, in which each byte is passed once for each collection around it. Walks through
    // unclosed collections can use up the steps.
    let mut steps = text.len().saturating_mul(MAX_OPEN);
    let brackets = text
        .match_indices('[')
        .chain(text.match_indices('{'))
        .map(|(start, _)| start);
    let mut starts: Vec<usize> = brackets
        .filter(|&start| may_begin_value(&text[..start]))
        .collect();
    starts.sort_unstable();
    let mut deep = Vec::new();
    for start in starts {
        if !Flow::new(&text.as_bytes()[start..]).exceeds_limit(&mut steps) {
            continue;
        }
        if steps == 0 {
            return Some(start);
        }
        deep.push(start);
        // Asking the parser only at powers of two avoids parsing the text once for each bracket.
        if deep.len().is_power_of_two() {
            match probe(&text[..=start], &deep) {
                Stop::Token(start) => return Some(start),
                Stop::Other(end) if end < start => return None,
                Stop::Other(_) | Stop::None => {}
            }
        }
    }
    if !deep.is_empty()
        && let Stop::Token(start) = probe(&text, &deep)
    {
        return Some(start);
    }
    None
}

/// Returns whether a value can begin after this text: on a new line, or after `-`, `?`, `:`, an anchor or a tag.
fn may_begin_value(before: &str) -> bool {
    // the parser ignores a byte order mark at the start of a line
    let blank = [' ', '\t', '\u{feff}'];
    let rest = before.trim_end_matches(blank);
    if rest.is_empty() || rest.ends_with(['\n', '\r']) {
        return true;
    }
    let word = || {
        rest.rsplit(|c| blank.contains(&c) || matches!(c, '\n' | '\r'))
            .next()
            .unwrap_or(rest)
    };
    rest.len() < before.len() && (rest.ends_with(['-', '?', ':']) || word().starts_with(['&', '!']))
}

/// Returns the offset of the first line that begins with `%` beyond the allowed number. The parser compares each
/// directive with all directives before it.
pub(crate) fn surplus_directive(text: &str) -> Option<usize> {
    const FEW: usize = 8;
    let percents = text.match_indices('%').map(|(at, _)| at);
    percents.filter(|&at| begins_line(text, at)).nth(FEW)
}

pub(crate) fn begins_line(text: &str, at: usize) -> bool {
    at == 0 || matches!(text.as_bytes()[at - 1], b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn padded(text: &str) -> String {
        format!("{}\n{text}", "# padding\n".repeat(SMALL / 10 + 1))
    }

    #[test]
    fn deep_nesting_is_found_despite_quotes_and_comments() {
        for unit in [
            "[",
            "{a: ",
            "[? ",
            "{'}': ",
            "{\"\\\"}\": ",
            "{a:'{",
            "[ # ]\n",
            "{a'b: ",
            "[[&a], ",
            "{'a':",
            "[!x ",
            "[? ']': 'x', ",
            "[\u{2028}# ]\n",
            "[#]\n",
            "[!<]> ",
            "[&a:']',",
            "\n\u{feff}[",
        ] {
            let deep = padded(&format!("key: {}", unit.repeat(MAX_OPEN + 1)));
            let found = too_deep(&deep).map(|at| &deep[at..]);
            assert!(
                found.is_some_and(|rest| rest.starts_with(['[', '{'])),
                "{unit}"
            );
        }
    }

    #[test]
    fn wide_tables_and_brackets_in_text_are_not_nesting() {
        let rows = "  - {status: 404, tags: [a, 'b]', \"c]\"], title: it's x}\n";
        let texts = [
            "    description: from [0, 1) to ]2, 3[ or ':[' {\n",
            "    description: |\n      From\n      [0, 1)\n",
            "    description: \"range: [0, 1)\"\n",
            "    description: '- [0, 1)'\n",
        ];
        let texts = texts.map(|text| format!("  - status: 404\n{text}").repeat(2 * MAX_OPEN));
        for text in texts.into_iter().chain([rows.repeat(5_000)]) {
            assert_eq!(
                too_deep(&padded(&format!("codes:\n{text}"))),
                None,
                "{}",
                &text[..80]
            );
            // deep nesting is found among them
            let deep = padded(&format!(
                "codes:\n{text}  - when: {}\n",
                "[".repeat(MAX_OPEN + 1)
            ));
            assert_eq!(too_deep(&deep), deep.find("[["));
        }
    }

    #[test]
    fn the_walk_is_bounded() {
        // each bracket is followed by a quoted text up to the end of the file
        assert!(too_deep(&" [\"\n".repeat(500_000)).is_some());
    }
}
