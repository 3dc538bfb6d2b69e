//! Headings that label their code: `Code: E12`, `Error E12`.

use crate::import::model::text::Text;
use crate::import::roles::status;
use crate::import::roles::values::{is_identifier, is_number};
use crate::import::roles::vocabulary;

/// Returns a heading without the label of its code, or unchanged if it has none.
pub(super) fn without_label(heading: &Text) -> &str {
    let text = heading.plain.trim();
    after_colon(text)
        .or_else(|| after_words(text, &heading.source))
        .unwrap_or(text)
}

/// `Code: E12 – Not found`
fn after_colon(heading: &str) -> Option<&str> {
    let (label, rest) = heading.split_once([':', '：'])?;
    let rest = rest.trim_start();
    let is_code = vocabulary::labels_codes(label) && status::is_token(first_word(rest));
    is_code.then_some(rest)
}

/// `Error code E12 – Not found`. A plain word after `Error` is not a code, but a code span is.
fn after_words<'h>(heading: &'h str, source: &str) -> Option<&'h str> {
    const MOST: usize = 3;
    let mut spaces = heading.match_indices(' ').take(MOST);
    spaces.find_map(|(at, _)| {
        let (label, rest) = heading.split_at(at);
        let rest = rest.trim_start();
        let word = first_word(rest);
        let is_marked = word.contains(|c: char| c == '_' || c.is_ascii_digit());
        let is_code = is_number(word)
            || is_marked && is_identifier(word)
            || status::is_token(word) && source.contains(&format!("`{word}`"));
        (is_code && vocabulary::labels_codes(label)).then_some(rest)
    })
}

/// Returns the word at the start of a text, which may be a code.
pub(super) fn first_word(text: &str) -> &str {
    text.split([' ', ':', '(']).next().unwrap_or_default()
}
