//! Texts in lines that are no wider than the terminal.

use std::env;
use std::io;

use terminal_size::terminal_size_of;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many columns there are: what the terminal says, else what `COLUMNS` says.
pub(crate) fn known_columns() -> Option<usize> {
    const FEWEST: usize = 20;
    let terminal = terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    let said = || env::var("COLUMNS").ok()?.trim().parse().ok();
    terminal.or_else(said).map(|columns| columns.max(FEWEST))
}

/// As many as are known, else 80.
pub(crate) fn columns() -> usize {
    known_columns().unwrap_or(80)
}

/// A text in lines of at most so many columns. Lines of the text stay lines; a word that is too long is broken.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.trim().lines() {
        let mut current = String::new();
        for word in line.split_whitespace().map(visible) {
            if !current.is_empty() && current.width() + 1 + word.width() <= width {
                current.push(' ');
            } else if !current.is_empty() {
                lines.push(std::mem::take(&mut current));
            }
            current.push_str(&word);
            while current.width() > width {
                let rest = current.split_off(fitting(&current, width));
                lines.push(std::mem::replace(&mut current, rest));
            }
        }
        lines.push(current);
    }
    lines
}

/// How many bytes of a text fit, one character at least.
fn fitting(text: &str, width: usize) -> usize {
    let mut used = 0;
    let too_far = text.char_indices().skip(1).find(|&(at, c)| {
        if used == 0 {
            used = text[..at].width();
        }
        used += c.width().unwrap_or(0);
        used > width
    });
    too_far.map_or(text.len(), |(at, _)| at)
}

/// A text without what a terminal would obey instead of showing it.
pub(crate) fn visible(text: &str) -> String {
    let obeyed =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.replace(obeyed, "\u{fffd}")
}

/// A text and as many blanks as are missing.
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
        fn no_line_is_too_wide_and_nothing_is_lost(text in "([a-zé残 🎉\u{301}]|\\PC){0,80}", width in 2usize..40) {
            let lines = wrap(&text, width);
            prop_assert!(lines.iter().all(|line| line.chars().count() < 2 || line.width() <= width), "{lines:?}");
            let letters = |text: &str| visible(text).split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
