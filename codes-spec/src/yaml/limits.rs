//! Refuses brackets nested so deep that the parser would take quadratic time over them.
//!
//! It keeps a list of possible keys for each open bracket and walks it at every token, long before any limit on the
//! tree could stop it. So brackets are counted here first, the way its scanner sees them: in flow context, where only
//! quotes and comments hide one. Where a flow collection begins cannot be told without parsing: text has brackets as
//! well. So every bracket that could begin one is tried, and the parser is asked about those that nest too deep.

use std::borrow::Cow;

use crate::yaml::tokens::{self, Stop};

/// How many brackets may be open at once; the tree's own limit is lower and has better words.
const LIMIT: usize = 128;

/// Below this many bytes even the worst nesting is parsed at once.
const SMALL: usize = 16 << 10;

/// Where a collection begins that is nested too deep, if there is one.
pub(crate) fn too_deep(text: &str) -> Option<usize> {
    if text.len() <= SMALL || !text.contains('[') && !text.contains('{') {
        return None;
    }
    // What YAML takes for a line break besides LF and CR, made LF of the same length. A byte is sought much faster
    // than a text.
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
    // Well-formed collections are walked once for each level they have, open ones until the limit.
    let mut steps = text.len().saturating_mul(LIMIT);
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
        // Asked about each, the parser would read a text full of brackets as often as it has them.
        if deep.len().is_power_of_two() {
            match tokens::ask(&text[..=start], &deep) {
                Stop::Token(start) => return Some(start),
                Stop::Other(end) if end < start => return None,
                Stop::Other(_) | Stop::None => {}
            }
        }
    }
    if !deep.is_empty()
        && let Stop::Token(start) = tokens::ask(&text, &deep)
    {
        return Some(start);
    }
    None
}

/// Whether a value can begin behind this: on a new line, or behind `-`, `?`, `:`, an anchor or a tag.
fn may_begin_value(before: &str) -> bool {
    // the parser passes over a byte order mark that begins a line
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

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// A walk through one flow collection.
struct Flow<'a> {
    rest: &'a [u8],
    depth: usize,
    /// An unquoted scalar has begun: quotes are letters in it, and a colon ends it only before a blank.
    plain: bool,
}

impl<'a> Flow<'a> {
    fn new(rest: &'a [u8]) -> Self {
        Flow {
            rest,
            depth: 0,
            plain: false,
        }
    }

    /// Whether more brackets open than may; true as well when `steps` run out.
    fn exceeds_limit(mut self, steps: &mut usize) -> bool {
        let mut before = b' ';
        while let [byte, rest @ ..] = self.rest {
            let Some(left) = steps.checked_sub(1) else {
                return true;
            };
            *steps = left;
            self.rest = rest;
            match byte {
                b'[' | b'{' => {
                    self.plain = false;
                    self.depth += 1;
                    if self.depth > LIMIT {
                        return true;
                    }
                }
                b']' | b'}' => {
                    self.plain = false;
                    self.depth -= 1;
                    if self.depth == 0 {
                        return false;
                    }
                }
                b',' => self.plain = false,
                b'?' if !self.plain => {}
                b':' if !self.plain || rest.first().is_none_or(|&next| ends_key(next)) => {
                    self.plain = false
                }
                b'#' if is_blank(before) || !self.plain => self.skip_past(b'\n', steps),
                b'\'' | b'"' if !self.plain => self.skip_quoted(*byte, steps),
                b'&' | b'*' if !self.plain => {
                    self.skip_while(
                        |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
                        steps,
                    );
                }
                b'!' if !self.plain && self.rest.first() == Some(&b'<') => {
                    self.skip_past(b'>', steps)
                }
                b'!' if !self.plain => {
                    self.skip_while(|byte| !is_blank(byte) && !ends_key(byte), steps)
                }
                byte if is_blank(*byte) => {}
                _ => self.plain = true,
            }
            before = *byte;
        }
        false
    }

    fn skip(&mut self, bytes: usize, steps: &mut usize) {
        self.rest = &self.rest[bytes.min(self.rest.len())..];
        *steps = steps.saturating_sub(bytes);
    }

    fn skip_past(&mut self, end: u8, steps: &mut usize) {
        let end = self
            .rest
            .iter()
            .position(|&byte| byte == end)
            .map_or(self.rest.len(), |i| i + 1);
        self.skip(end, steps);
    }

    fn skip_quoted(&mut self, quote: u8, steps: &mut usize) {
        let mut i = 0;
        while let Some(&byte) = self.rest.get(i) {
            i += 1;
            if byte == b'\\' && quote == b'"' {
                i += 1;
            } else if byte == quote {
                break;
            }
        }
        // A doubled single quote reads as two quoted scalars in a row, which ends at the same place.
        self.skip(i, steps);
    }

    fn skip_while(&mut self, inside: impl Fn(u8) -> bool, steps: &mut usize) {
        let end = self.rest.iter().position(|&byte| !inside(byte));
        self.skip(end.unwrap_or(self.rest.len()), steps);
    }
}

fn ends_key(byte: u8) -> bool {
    is_blank(byte) || matches!(byte, b',' | b'[' | b']' | b'{' | b'}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn padded(text: &str) -> String {
        format!("{}\n{text}", "# padding\n".repeat(SMALL / 10 + 1))
    }

    #[test]
    fn nesting_is_found_whatever_hides_it() {
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
            let deep = padded(&format!("key: {}", unit.repeat(LIMIT + 1)));
            let found = too_deep(&deep).map(|at| &deep[at..]);
            assert!(
                found.is_some_and(|rest| rest.starts_with(['[', '{'])),
                "{unit}"
            );
        }
    }

    #[test]
    fn wide_tables_and_brackets_in_text_are_none() {
        let rows = "  - {status: 404, tags: [a, 'b]', \"c]\"], title: it's x}\n";
        let texts = [
            "    description: from [0, 1) to ]2, 3[ or ':[' {\n",
            "    description: |\n      From\n      [0, 1)\n",
            "    description: \"range: [0, 1)\"\n",
            "    description: '- [0, 1)'\n",
        ];
        let texts = texts.map(|text| format!("  - status: 404\n{text}").repeat(2 * LIMIT));
        for text in texts.into_iter().chain([rows.repeat(5_000)]) {
            assert_eq!(
                too_deep(&padded(&format!("codes:\n{text}"))),
                None,
                "{}",
                &text[..80]
            );
            // and one that does nest is found among them
            let deep = padded(&format!(
                "codes:\n{text}  - when: {}\n",
                "[".repeat(LIMIT + 1)
            ));
            assert_eq!(too_deep(&deep), deep.find("[["));
        }
    }

    #[test]
    fn the_walk_is_bounded() {
        // each bracket begins a quoted text that runs to the end of the file
        assert!(too_deep(&" [\"\n".repeat(500_000)).is_some());
    }
}
