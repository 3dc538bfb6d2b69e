//! The first sentence of a text, which is displayed in place of a title.

use unicode_width::UnicodeWidthChar;

use crate::text::first_line;

/// The maximum number of characters that are searched for the end of a sentence. A longer sentence would be cut off
/// where it is displayed.
const MAX_CHARS: usize = 160;

/// Splits a text after its first sentence, or after its first line if that ends earlier. Leading white space is dropped.
pub(crate) fn first_sentence(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let line = first_line(text).0;
    let searched = line.char_indices().nth(MAX_CHARS);
    let searched = &line[..searched.map_or(line.len(), |(end, _)| end)];
    let end = searched
        .match_indices(['.', '!', '?', '。', '！', '？'])
        .map(|(at, _)| {
            let (before, rest) = searched.split_at(at);
            let after = rest.trim_start_matches(|c| ".!?。！？)\"'”’»」".contains(c));
            (before, rest, after)
        })
        .find(|(before, mark, after)| ends_sentence(before, mark, after))
        .map_or(line.len(), |(.., after)| searched.len() - after.len());
    text.split_at(end)
}

/// Returns whether a mark ends a sentence, rather than an abbreviation, the number of an item or a
/// part of a word.
fn ends_sentence(before: &str, mark: &str, after: &str) -> bool {
    const ABBREVIATIONS: [&str; 8] = ["e.g", "i.e", "etc", "cf", "vs", "resp", "approx", "incl"];
    if mark.starts_with(['。', '！', '？']) {
        return true;
    }
    let word = before
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or(before);
    let next = after.trim_start();
    let begins_sentence = next.len() < after.len() && !next.starts_with(char::is_lowercase);
    begins_sentence
        && !ABBREVIATIONS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word))
        && !(word.len() == before.len() && word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Cuts a text that is wider than `columns`, between words if possible. Returns `None` for other texts.
pub(crate) fn cut(text: &str, columns: usize) -> Option<String> {
    let text = text.trim_end();
    // no character has more columns than bytes
    if text.len() <= columns {
        return None;
    }
    let width = |c: char| c.width().unwrap_or(0);
    if text.chars().map(width).sum::<usize>() <= columns {
        return None;
    }
    let mut used = 0;
    let (end, _) = text.char_indices().find(|(_, c)| {
        used += width(*c);
        // one column is for the ellipsis
        used >= columns
    })?;
    let (kept, rest) = text.split_at(end);
    let last_word = kept.rfind(char::is_whitespace).filter(|at| *at > end / 2);
    let last_word = last_word.filter(|_| !rest.starts_with(char::is_whitespace));
    Some(format!("{}…", kept[..last_word.unwrap_or(end)].trim_end()))
}

#[cfg(test)]
mod tests {
    use super::{cut, first_sentence};

    #[test]
    fn a_sentence_ends_where_another_begins() {
        for (sentence, rest) in [
            ("It failed.", " Try again."),
            ("It failed.", "\nTry again."),
            ("It failed", "\nTry again."),
            ("Use v1.2, e.g. PUT, i.e. not the old API.", " No"),
            ("Really?!", " (Yes.)"),
            ("It said \"no.\"", " Then it ended."),
            ("Takes approx. 5 s.", " Wait."),
            ("Only 3.", " Not 4."),
            ("1. Stop the server.", " 2. Wait."),
            ("See a. b", ""),
            ("失敗した。", "もう一度。"),
            ("", ""),
        ] {
            let text = format!("  {sentence}{rest}");
            assert_eq!(first_sentence(&text), (sentence, rest));
        }
    }

    #[test]
    fn wide_texts_are_cut_between_words() {
        for (text, expected) in [
            ("", None),
            ("12345 78", None),
            ("1234567 ", None),
            ("12345 789", Some("12345…")),
            ("123 56 89", Some("123 56…")),
            ("1234567 9", Some("1234567…")),
            ("1 3456789", Some("1 34567…")),
            ("123456789", Some("1234567…")),
            ("漢字漢字", None),
            ("漢字漢字漢", Some("漢字漢…")),
            ("e\u{301}234567e\u{301}9", Some("e\u{301}234567…")),
            ("e\u{301}2345678\u{301}", None),
        ] {
            assert_eq!(cut(text, 8).as_deref(), expected, "{text:?}");
        }
    }
}
