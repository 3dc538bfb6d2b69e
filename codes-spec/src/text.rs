//! Characters and lines of text.

/// A set of bytes at which a search stops.
pub(crate) type ByteSet = [bool; 256];

/// Returns the set of ASCII bytes in inclusive ranges, plus all non-ASCII bytes.
///
/// Macros run without optimization, where decoding characters is slow: with `str::find` instead of a search for bytes,
/// `load` executes 7.7 % more instructions (395 instead of 367 million for 1,000 rows).
pub(crate) const fn byte_set(ranges: &[(u8, u8)]) -> ByteSet {
    let mut set = [true; 256];
    let mut byte = 0;
    while byte < 0x80 {
        set[byte] = false;
        byte += 1;
    }
    let mut i = 0;
    while i < ranges.len() {
        let (first, last) = ranges[i];
        let mut byte = first as usize;
        while byte <= last as usize {
            set[byte] = true;
            byte += 1;
        }
        i += 1;
    }
    set
}

/// Returns whether a character would end its line, control a terminal or reorder the text around it: controls, the line
/// and paragraph separators, and the marks that embed, override or isolate a direction.
pub fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A regular expression for the characters of [`is_unprintable`].
pub(crate) const UNPRINTABLE: &str = "[\\x00-\\x1f\\x7f-\\x9f\u{2028}-\u{202e}\u{2066}-\u{2069}]";

/// Returns the character, or U+FFFD if it is unprintable.
pub(crate) fn visible(c: char) -> char {
    if is_unprintable(c) { '\u{fffd}' } else { c }
}

/// Returns a message as one line of limited length, whatever text it quotes.
pub(crate) fn visible_line(text: &str) -> String {
    const LONGEST: usize = 400;
    let cut = text.chars().nth(LONGEST).map(|_| '…');
    text.chars().take(LONGEST).map(visible).chain(cut).collect()
}

/// Returns the code point of a character: `U+202E`.
pub(crate) fn unicode(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Returns the text of a range with a hyphen in place of another dash, dots or `to`, if it has them.
pub(crate) fn hyphenated(text: &str) -> Option<String> {
    const DASHES: [&str; 6] = ["..=", "..", "…", "–", "—", " to "];
    let dash = DASHES.into_iter().find(|dash| text.contains(dash))?;
    Some(text.replacen(dash, "-", 1))
}

/// Splits a text after its first line. The line end belongs to the second half.
pub(crate) fn first_line(text: &str) -> (&str, &str) {
    const BYTES: ByteSet = byte_set(&[(b'\n', b'\r')]);
    text.split_at(find(text, &BYTES, is_line_end).unwrap_or(text.len()))
}

/// A regular expression for the characters of [`is_line_end`].
pub(crate) const LINE_END: &str = "[\\x0a-\\x0d\\x85\u{2028}\u{2029}]";

pub(crate) fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Returns the offset of the first byte at or after `from` that is in `set`.
pub(crate) fn find_byte(text: &str, mut from: usize, set: &ByteSet) -> Option<usize> {
    let bytes = text.as_bytes();
    while from < bytes.len() {
        if set[bytes[from] as usize] {
            return Some(from);
        }
        from += 1;
    }
    None
}

/// Returns the offset of the first wanted character. Only characters that begin with a byte of the set are tested.
pub(crate) fn find(text: &str, set: &ByteSet, is_wanted: impl Fn(char) -> bool) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = find_byte(text, from, set) {
        let c = text[at..].chars().next()?;
        if is_wanted(c) {
            return Some(at);
        }
        from = at + c.len_utf8();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_in_names_has_no_identifier_characters() {
        let refused = class(crate::table::name::NOT_IN_NAMES);
        let is_allowed = |c: &char| unicode_ident::is_xid_continue(*c);
        assert_eq!(refused.iter().copied().find(is_allowed), None);
        for c in ['·', '’', '–', '→', '✓', '（', '🎉'] {
            assert!(refused.contains(&c) || is_allowed(&c), "{c}");
        }
    }

    /// Returns the characters of a character class in the syntax of regular expressions.
    fn class(expression: &str) -> Vec<char> {
        let inner = expression.trim_start_matches('[').trim_end_matches(']');
        let mut rest = inner.chars().peekable();
        let next = |rest: &mut std::iter::Peekable<std::str::Chars<'_>>| {
            let c = rest.next()?;
            if c != '\\' {
                return Some(c);
            }
            let digits: String = rest.skip(1).take(2).collect();
            u8::from_str_radix(&digits, 16).ok().map(char::from)
        };
        let mut found = Vec::new();
        while let Some(first) = next(&mut rest) {
            let mut last = first;
            if rest.next_if_eq(&'-').is_some() {
                last = next(&mut rest).expect("the end of a range");
            }
            found.extend(first..=last);
        }
        found
    }

    #[test]
    fn expressions_match_the_functions() {
        let all = |test: fn(char) -> bool| -> Vec<_> {
            ('\0'..=char::MAX).filter(|&c| test(c)).collect()
        };
        assert_eq!(class(UNPRINTABLE), all(is_unprintable));
        assert_eq!(class(LINE_END), all(is_line_end));
        assert_eq!(all(is_unprintable).len(), 32 + 33 + 7 + 4);
    }

    #[test]
    fn byte_sets_have_their_ranges_and_all_bytes_above_ascii() {
        let set = byte_set(&[(b'a', b'c'), (0x7f, 0x7f)]);
        let found: Vec<_> = (0..=255).filter(|&byte| set[usize::from(byte)]).collect();
        let expected: Vec<u8> = (b'a'..=b'c').chain(0x7f..=0xff).collect();
        assert_eq!(found, expected);
        assert_eq!(find("ab-é", &byte_set(&[]), char::is_alphabetic), Some(3));
    }
}
