//! Texts that were glued together as a page was copied.

/// Where two texts were glued together as they were copied: `Not FoundThe resource` is parted before `The`.
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

/// The last place in a word at which another begins with a capital, both being words.
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
    fn texts_are_parted_where_they_were_glued() {
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
