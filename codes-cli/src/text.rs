//! Text for terminals: wrapped, padded, and without control characters.

use std::borrow::Cow;
use std::env;
use std::io;

use codes_spec::is_unprintable;
use terminal_size::terminal_size_of;
use unicode_width::UnicodeWidthStr;

/// Returns the width of the terminal, or else the value of `COLUMNS`.
pub(crate) fn known_columns() -> Option<usize> {
    const MINIMUM: usize = 20;
    let terminal = terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    let variable = || env::var("COLUMNS").ok()?.trim().parse().ok();
    terminal
        .or_else(variable)
        .map(|columns| columns.max(MINIMUM))
}

/// Returns the width to format for: 80 columns if it is not known.
pub(crate) fn columns() -> usize {
    known_columns().unwrap_or(80)
}

/// Puts a text in quotes, as one argument of a shell.
pub(crate) fn shell_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// Wraps text to a width. Its line breaks are kept, and words that are too long are broken.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    let mut lines = Vec::new();
    for line in text.trim().lines() {
        let words: Vec<_> = line.split_whitespace().map(visible).collect();
        let line = words.join(" ");
        let wrapped = textwrap::wrap(&line, &options);
        lines.extend(wrapped.into_iter().map(Cow::into_owned));
    }
    lines
}

/// Replaces characters that a terminal would interpret instead of displaying.
pub(crate) fn visible(text: &str) -> String {
    text.replace(is_unprintable, "\u{fffd}")
}

/// `1 row`, `2 rows`
pub(crate) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// Pads text with spaces to a width.
pub(crate) fn pad(text: &str, width: usize) -> String {
    format!("{text}{:1$}", "", width.saturating_sub(text.width()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_break_between_words_and_long_words_break() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefghij k", 4), ["abcd", "efgh", "ij k"]);
        assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(wrap("残高不足です", 5), ["残高", "不足", "です"]);
        assert_eq!(wrap("a\u{1b}[1mb\u{202e}", 80), ["a\u{fffd}[1mb\u{fffd}"]);
        assert_eq!(wrap("", 5), Vec::<String>::new());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn lines_fit_and_keep_every_word(text in "([a-zé残 🎉\u{301}]|\\PC){0,80}", width in 2usize..40) {
            let lines = wrap(&text, width);
            prop_assert!(lines.iter().all(|line| line.chars().count() < 2 || line.width() <= width), "{lines:?}");
            let letters = |text: &str| text.split_whitespace().map(visible).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
