//! What a character or a line of text may be.

/// Whether a character would break the line it stands in, or turn the text around it: controls, the line and paragraph
/// separators, and the marks that embed, override or isolate a direction.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
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

/// The first line of a text, and what follows it, its line end included.
pub(crate) fn first_line(text: &str) -> (&str, &str) {
    text.split_at(text.find(is_line_end).unwrap_or(text.len()))
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
