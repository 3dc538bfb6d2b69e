//! What a character or a line of text may be.

/// Which bytes are to be looked at.
pub(crate) type Marks = [bool; 256];

/// Marks those bytes that a pattern takes, and those of characters beyond ASCII.
macro_rules! marks {
    ($byte:pat) => {
        const {
            let mut marks: $crate::text::Marks = [true; 256];
            let mut byte = 0_u8;
            while byte < 0x80 {
                marks[byte as usize] = matches!(byte, $byte);
                byte += 1;
            }
            marks
        }
    };
}
pub(crate) use marks;

/// Whether a character would break the line it stands in, or turn the text around it: controls, the line and paragraph
/// separators, and the marks that embed, override or isolate a direction.
pub fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The same as a regular expression.
pub(crate) const UNPRINTABLE: &str = "[\\x00-\\x1f\\x7f-\\x9f\u{2028}-\u{202e}\u{2066}-\u{2069}]";

/// The character that is shown in its place.
pub(crate) fn visible(c: char) -> char {
    if is_unprintable(c) { '\u{fffd}' } else { c }
}

/// A message as one line, however long and wild the text is that it quotes.
pub(crate) fn visible_line(text: &str) -> String {
    const LONGEST: usize = 400;
    let cut = text.chars().nth(LONGEST).map(|_| '…');
    text.chars().take(LONGEST).map(visible).chain(cut).collect()
}

/// A character by its number: `U+202E`.
pub(crate) fn unicode(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// The text with a hyphen for what else people write between the ends of a range, if it has such.
pub(crate) fn hyphenated(text: &str) -> Option<String> {
    const DASHES: [&str; 5] = ["..=", "..", "…", "–", "—"];
    let dash = DASHES.into_iter().find(|dash| text.contains(dash))?;
    Some(text.replacen(dash, "-", 1))
}

/// The first line of a text, and what follows it, its line end included.
pub(crate) fn first_line(text: &str) -> (&str, &str) {
    text.split_at(find(text, &marks!(b'\n'..=b'\r'), is_line_end).unwrap_or(text.len()))
}

/// What ends a line, as a regular expression.
pub(crate) const LINE_END: &str = "[\\x0a-\\x0d\\x85\u{2028}\u{2029}]";

pub(crate) fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The first marked byte from one on. Macros run without optimization, where characters cost ten times what bytes do.
pub(crate) fn find_marked(text: &str, mut from: usize, marks: &Marks) -> Option<usize> {
    let bytes = text.as_bytes();
    while from < bytes.len() {
        if marks[bytes[from] as usize] {
            return Some(from);
        }
        from += 1;
    }
    None
}

/// The first character that passes a test, among those that begin with a marked byte.
pub(crate) fn find(text: &str, marks: &Marks, is_sought: impl Fn(char) -> bool) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = find_marked(text, from, marks) {
        let c = text[at..].chars().next()?;
        if is_sought(c) {
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
    fn what_breaks_or_turns_a_line() {
        let found = |c: &char| is_unprintable(*c) && !c.is_control();
        let all: Vec<_> = ('\0'..=char::MAX).filter(found).map(u32::from).collect();
        assert_eq!(
            all,
            (0x2028..=0x202e).chain(0x2066..=0x2069).collect::<Vec<_>>()
        );
        assert!(
            ['\0', '\n', '\u{7f}', '\u{85}']
                .into_iter()
                .all(is_unprintable)
        );
    }
}
