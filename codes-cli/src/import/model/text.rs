//! Texts of a page: as plain text and as Markdown.

use codes_spec::plain_text;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A line of text, or a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Text {
    /// The visible text.
    pub(crate) plain: String,
    /// The text as Markdown.
    pub(crate) source: String,
    /// Whether the Markdown has markup.
    pub(crate) marked: bool,
    /// The end of a bold label at the start of the text: the offsets in `plain` and in `source`.
    pub(crate) label: Option<(usize, usize)>,
    /// The end of bold text or inline code at the start of the text, as for `label`.
    pub(crate) lead: Option<(usize, usize)>,
    /// The end of the first of several lines of an item or a cell, as for `label`.
    pub(crate) first_line: Option<(usize, usize)>,
}

impl Text {
    /// Text without markup. Runs of white space become one space.
    pub(crate) fn plain(text: &str) -> Self {
        let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let source = plain.chars().flat_map(|c| {
            ("\\`*_[]<>&".contains(c))
                .then_some('\\')
                .into_iter()
                .chain([c])
        });
        Text {
            source: source.collect(),
            plain,
            ..Text::default()
        }
    }

    /// Text that is written in Markdown already.
    pub(crate) fn markdown(source: &str) -> Self {
        Text {
            plain: plain_text(source),
            source: source.to_owned(),
            marked: has_markup(source),
            ..Text::default()
        }
    }

    /// Text without markup that is kept unchanged, such as an example.
    pub(crate) fn verbatim(text: &str) -> Self {
        Text {
            plain: text.to_owned(),
            source: text.to_owned(),
            ..Text::default()
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.plain.trim().is_empty()
    }

    /// Returns the text after an offset in `plain`. Markup is kept unless the offset is inside of it.
    pub(crate) fn after(&self, at: usize) -> Text {
        let (head, rest) = self.plain.split_at(at);
        let source = self.source.strip_prefix(head);
        match source.or_else(|| self.source.get(self.source_at(at)?..)) {
            Some(source) => Text {
                plain: rest.trim().into(),
                source: source.trim().into(),
                marked: self.marked,
                ..Text::default()
            },
            None => Text::plain(rest),
        }
    }

    /// Converts an offset in the visible text to one in the Markdown, unless it is inside markup.
    fn source_at(&self, at: usize) -> Option<usize> {
        // the parser skips the byte order mark, but does not count it in its offsets
        if self.source.starts_with('\u{feff}') {
            return None;
        }
        let (mut seen, mut depth) = (0, 0);
        for (event, range) in Parser::new(&self.source).into_offset_iter() {
            let part = match &event {
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => continue,
                Event::Start(_) => {
                    if seen == at && depth == 0 {
                        return Some(range.start);
                    }
                    depth += 1;
                    continue;
                }
                Event::End(_) => {
                    depth -= 1;
                    continue;
                }
                Event::Text(part) | Event::Code(part) => &**part,
                Event::SoftBreak | Event::HardBreak => " ",
                _ => return None,
            };
            let is_text = matches!(event, Event::Text(_));
            let start = before_escape(&self.source, range.start);
            if depth == 0 && at == seen {
                return Some(start);
            }
            let inside = at.checked_sub(seen).filter(|inside| *inside < part.len());
            if let Some(inside) = inside {
                let is_same = is_text && depth == 0 && self.source.get(range.clone()) == Some(part);
                return is_same.then_some(range.start + inside);
            }
            if !self.plain.get(seen..)?.starts_with(part) {
                return None;
            }
            seen += part.len();
        }
        (seen == at).then_some(self.source.len())
    }

    /// Splits the text after bold text or inline code at its start. Punctuation between the two is removed.
    pub(crate) fn split_lead(&self) -> Option<(&str, Text)> {
        let (plain, source) = self.lead?;
        let marks = |c: char| c.is_whitespace() || "-–—:=→".contains(c);
        let rest = self.plain.get(plain..)?.trim_start_matches(marks);
        let source = self.source.get(source..)?.trim_start_matches(marks);
        let rest = Text {
            marked: self.marked && has_markup(source),
            plain: rest.trim_end().to_owned(),
            source: source.trim_end().to_owned(),
            ..Text::default()
        };
        Some((self.plain[..plain].trim_end_matches([':', ' ']), rest))
    }

    /// Splits the text into a label and the text after it: `**Description:** Gone.`, `Cause: Rain.`
    pub(crate) fn labelled(&self) -> Option<(&str, Text)> {
        const LONGEST: usize = 40;
        if let Some((plain, source)) = self.label {
            let label = &self.plain[..plain];
            let (plain, source) = (&self.plain[plain..], &self.source[source..]);
            // one space after the colon separates; further ones belong to the text
            let (plain, source) = if label.ends_with(':') {
                (
                    plain
                        .strip_prefix(' ')
                        .filter(|_| source.starts_with(' '))
                        .unwrap_or(plain),
                    source.trim_start(),
                )
            } else {
                let marks = [':', ' ', '\u{a0}', '–', '—'];
                (
                    plain.trim_start_matches(marks),
                    source.trim_start_matches(marks),
                )
            };
            let (plain, source) = (plain.to_owned(), source.to_owned());
            let rest = Text {
                marked: self.marked && has_markup(&source),
                plain,
                source,
                ..Text::default()
            };
            return Some((label.trim_end_matches([':', ' ']), rest));
        }
        let colon = self
            .plain
            .find(": ")
            .or_else(|| self.plain.strip_suffix(':').map(str::len))?;
        (colon <= LONGEST).then(|| (&self.plain[..colon], self.after(colon + 1)))
    }

    /// Joins texts with a separator.
    pub(crate) fn join(texts: impl IntoIterator<Item = Text>, separator: &str) -> Text {
        let mut all = Text::default();
        texts
            .into_iter()
            .for_each(|text| all.push(&text, separator));
        all
    }

    /// Appends another text.
    pub(crate) fn push(&mut self, text: &Text, separator: &str) {
        if text.is_empty() {
            return;
        }
        if !self.plain.is_empty() {
            self.plain += separator;
            self.source += separator;
        }
        self.plain += &text.plain;
        self.source += &text.source;
        self.marked |= text.marked;
    }
}

/// Returns `start`, or the position before it if a backslash there escapes the character at `start`.
fn before_escape(source: &str, start: usize) -> usize {
    let before = &source.as_bytes()[..start];
    let backslashes = before
        .iter()
        .rev()
        .take_while(|byte| **byte == b'\\')
        .count();
    start - backslashes % 2
}

/// Whether Markdown has anything but text.
fn has_markup(source: &str) -> bool {
    let is_text = |event: Event<'_>| {
        use Event::{End, HardBreak, SoftBreak, Start, Text};
        matches!(
            event,
            Text(_) | SoftBreak | HardBreak | Start(Tag::Paragraph) | End(TagEnd::Paragraph)
        )
    };
    !Parser::new_ext(source, Options::ENABLE_STRIKETHROUGH).all(is_text)
}

#[cfg(test)]
mod tests {
    use super::Text;

    /// The Markdown parser skips the byte order mark without counting its bytes, so all offsets are too small.
    #[test]
    fn texts_with_a_byte_order_mark_are_split() {
        let source = "\u{feff}599-400%ß\u{11f0d}\u{10a16}ଅ::";
        let text = Text {
            plain: source.trim_start_matches('\u{feff}').to_owned(),
            source: source.to_owned(),
            ..Text::default()
        };
        for (at, _) in text.plain.char_indices() {
            let rest = text.after(at);
            assert_eq!(rest.plain, text.plain[at..]);
        }
    }
}
