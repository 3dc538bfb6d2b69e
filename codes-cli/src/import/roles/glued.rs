//! Texts that lost the space between them when a page was copied.

/// Returns where two texts were joined without a space: `Not FoundThe resource` is split before `The`.
pub(crate) fn glued_at(text: &str) -> Option<usize> {
    let mut start = 0;
    for word in text.split_inclusive(' ') {
        if let Some(at) = glued_in(word) {
            return Some(start + at);
        }
        start += word.len();
    }
    None
}

/// Whether a text starts with a word that begins sentences, and not the second part of a name such as `GitHub`.
pub(crate) fn starts_sentence(text: &str) -> bool {
    const WORDS: [&str; 24] = [
        "The",
        "A",
        "An",
        "You",
        "Your",
        "This",
        "That",
        "These",
        "No",
        "We",
        "Our",
        "It",
        "There",
        "Please",
        "Check",
        "Invalid",
        "Missing",
        "Request",
        "Requested",
        "User",
        "Server",
        "Something",
        "Returned",
        "Used",
    ];
    text.split_once(' ')
        .is_some_and(|(first, _)| WORDS.contains(&first))
}

/// Returns the last position in a word where another capitalized word starts.
fn glued_in(word: &str) -> Option<usize> {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    (2..letters.len()).rev().find_map(|i| {
        let (at, c) = letters[i];
        let (before, next) = (
            letters[i - 1].1,
            letters.get(i + 1).map_or(' ', |&(_, next)| next),
        );
        let begins =
            c.is_uppercase() && (next.is_lowercase() || next == ' ' && matches!(c, 'A' | 'I'));
        let ends = letters[i - 2].1.is_alphanumeric() && before.is_alphanumeric()
            || matches!(before, ')' | '.' | '!');
        (begins && ends).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::glued_at;

    #[test]
    fn joined_texts_are_split_before_the_second() {
        for (text, title) in [
            ("Not FoundThe page", "Not Found"),
            ("OKThe request", "OK"),
            ("OAuth failedThe token", "OAuth failed"),
            ("Bad GatewayA server", "Bad Gateway"),
            ("GitHubThe mirror", "GitHub"),
            ("Gone (410)It was deleted", "Gone (410)"),
        ] {
            assert_eq!(glued_at(text).map(|at| &text[..at]), Some(title), "{text}");
        }
        for text in [
            "Not Found",
            "OAuth failed",
            "Use GraphQL",
            "iPhone",
            "",
            "É",
        ] {
            assert_eq!(glued_at(text), None, "{text}");
        }
    }
}
