//! Short forms of texts in doubts.

use crate::text::visible;

/// Returns the start of a text.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = visible(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}

/// Returns the last words of a text.
pub(super) fn last_words(text: &str) -> String {
    const WORDS: usize = 8;
    let text = visible(text);
    let words: Vec<_> = text.split_whitespace().collect();
    let start = words.len().saturating_sub(WORDS);
    let words = words[start..].join(" ");
    if start == 0 {
        words
    } else {
        format!("… {words}")
    }
}

/// The first few names, and the number of names that are not listed.
pub(super) fn list(names: &[String]) -> String {
    const LISTED: usize = 12;
    let first: Vec<_> = names
        .iter()
        .take(LISTED)
        .map(|name| format!("`{name}`"))
        .collect();
    match names.len().saturating_sub(LISTED) {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}
