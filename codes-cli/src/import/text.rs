//! Pasted text → page: what is left of a page where only its letters were copied.

use super::page::{Block, Page, Table, Text};

pub(crate) fn read(text: &str) -> Page {
    let mut page = Page::default();
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.trim_end_matches('\r'))
        .collect();
    for run in lines.split(|line| line.trim().is_empty()) {
        let mut rest = run;
        while let Some(first) = rest.first() {
            let tabs = rest
                .iter()
                .take_while(|line| line.trim().contains('\t'))
                .count();
            if tabs > 1 || first.trim().contains('\t') && rest.len() == 1 {
                let split = |line: &&str| line.split('\t').map(Text::plain).collect();
                let rows = rest[..tabs].iter().map(split).collect();
                page.blocks.push(Block::Table(Table {
                    head: Vec::new(),
                    rows,
                }));
                rest = &rest[tabs..];
                continue;
            }
            let end = rest
                .iter()
                .skip(1)
                .position(|line| line.trim().contains('\t'))
                .map_or(rest.len(), |at| at + 1);
            page.blocks.push(Block::Lines(
                rest[..end].iter().map(|line| line_of(line)).collect(),
            ));
            rest = &rest[end..];
        }
    }
    page
}

/// A line without the mark of a list's item.
fn line_of(line: &str) -> Text {
    let line = line.trim();
    let item = ["• ", "* ", "- ", "– ", "· "]
        .into_iter()
        .find_map(|mark| line.strip_prefix(mark));
    Text::plain(item.unwrap_or(line))
}

/// Where two texts were glued together as they were copied: `Not FoundThe resource` is parted before `The`.
pub(crate) fn glue(text: &str) -> Option<usize> {
    let mut start = 0;
    for word in text.split_inclusive(' ') {
        if let Some(at) = glue_in(word) {
            return Some(start + at);
        }
        start += word.len();
    }
    None
}

/// The last place in a word at which another begins with a capital, both being words.
fn glue_in(word: &str) -> Option<usize> {
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
    use super::glue;

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
            assert_eq!(glue(text).map(|at| &text[..at]), Some(title), "{text}");
        }
        for text in [
            "Not Found",
            "OAuth failed",
            "Use GraphQL",
            "iPhone",
            "",
            "É",
        ] {
            assert_eq!(glue(text), None, "{text}");
        }
    }
}
