//! The most similar of several words, for proposals in diagnostics.

use std::borrow::Cow;

use codes_core::distance::{MAX_CHARS, distance};

/// How many candidates are compared at most.
const MAX_CANDIDATES: usize = 1024;

/// Returns the candidate that is most similar to a word, if any differs in at most a third of the
/// word's characters. Of equally similar candidates it is the first.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word = lower_case(word);
    let mut limit = (word.chars().count() + 1) / 3;
    let mut nearest = None;
    for candidate in candidates.into_iter().take(MAX_CANDIDATES) {
        if let Some(edits) = distance(&word, &lower_case(candidate), limit) {
            nearest = Some(candidate);
            // from here on, only a closer one is better
            let Some(fewer) = edits.checked_sub(1) else {
                break;
            };
            limit = fewer;
        }
    }
    nearest
}

/// Returns a word in lower case, or the beginning of one that is too long to be compared.
fn lower_case(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        // ASCII case makes no difference in the comparison
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
        // the most similar wins, and of two that are equally similar the first
        assert_eq!(
            nearest("tagz", ["tan", "tags", "tagy", "tag"]),
            Some("tags")
        );
    }
}
