//! The most similar of several words, for suggestions in diagnostics.

use std::borrow::Cow;

use codes_core::distance::{MAX_CHARS, distance};

/// The maximum number of candidates that are compared.
const MAX_CANDIDATES: usize = 1024;

/// Returns the candidate that is most similar to a word, if one differs in at most about a third of
/// the word's characters. Of equally similar candidates, the first is returned.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word = lower_case(word);
    let mut limit = (word.chars().count() + 1) / 3;
    let mut nearest = None;
    for candidate in candidates.into_iter().take(MAX_CANDIDATES) {
        if let Some(edits) = distance(&word, &lower_case(candidate), limit) {
            nearest = Some(candidate);
            // only a closer candidate can replace this one
            let Some(fewer) = edits.checked_sub(1) else {
                break;
            };
            limit = fewer;
        }
    }
    nearest
}

/// Returns a word in lower case. A word that is too long to be compared is cut.
fn lower_case(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        // the comparison ignores ASCII case
        return word.into();
    }
    let chars = word.chars().take(MAX_CHARS + 1);
    chars.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_most_similar_word_is_found() {
        let words = ["title", "status", "deprecated"];
        assert_eq!(nearest("titel", words), Some("title"));
        assert_eq!(nearest("Status", words), Some("status"));
        assert_eq!(nearest("stauts", words), Some("status"));
        assert_eq!(nearest("depricate", words), Some("deprecated"));
        assert_eq!(nearest("url", words), None);
        assert_eq!(nearest("note", ["code", "notes"]), Some("notes"));
        assert_eq!(nearest("link", ["kind"]), None);
        assert_eq!(nearest("", words), None);
        assert_eq!(nearest(&"s".repeat(1000), words), None);
        assert_eq!(nearest("GRÖSE", ["größe"]), Some("größe"));
        // the most similar wins, and the first of two that are equally similar
        assert_eq!(
            nearest("tagz", ["tan", "tags", "tagy", "tag"]),
            Some("tags")
        );
    }
}
