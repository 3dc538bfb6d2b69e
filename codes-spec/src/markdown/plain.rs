//! Converts Markdown to plain text.

use std::mem;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The parser options of rustdoc, without those that change text.
pub(crate) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// The separation between two texts, smallest first.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    #[default]
    None,
    Blank,
    /// Another line of the block.
    Line,
    /// Another block.
    Block,
}

/// Returns the plain text of Markdown: a line for each paragraph, heading, list item and table row, with blank lines
/// between paragraphs. Raw HTML is kept as text.
pub fn plain_text(markdown: &str) -> String {
    let mut plain = Plain {
        start: true,
        ..Plain::default()
    };
    for event in Parser::new_ext(markdown, OPTIONS) {
        plain.write(event);
    }
    plain.out.truncate(plain.out.trim_end().len());
    plain.out
}

#[derive(Default)]
struct Plain {
    out: String,
    /// The next number of each enclosing list, or `None` for bullets.
    lists: Vec<Option<u64>>,
    /// Whether the output is still empty, or ends with the bullet or number of a new item.
    start: bool,
    gap: Gap,
    code: bool,
}

impl Plain {
    fn write(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) if !self.code => self.text(&text.replace('\n', " ")),
            Event::Text(text) if self.begins() => self.put(text.trim_start_matches('\n')),
            Event::Text(text) | Event::Code(text) => self.put(&text),
            Event::InlineHtml(html) => self.put(&html.replace('\n', " ")),
            // one event for each line of a block
            Event::Html(line) => {
                self.put(line.trim_end_matches('\n'));
                self.part(Gap::Line);
            }
            Event::SoftBreak | Event::End(TagEnd::TableCell) => self.part(Gap::Blank),
            Event::HardBreak | Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                self.part(Gap::Line);
            }
            Event::TaskListMarker(done) => self.put(if done { "[x] " } else { "[ ] " }),
            Event::Start(Tag::List(first)) => self.lists.push(first),
            Event::Start(Tag::Item) => self.item(),
            Event::Start(tag) if is_block(tag.to_end()) => {
                self.code = matches!(tag, Tag::CodeBlock(_));
                self.part(Gap::Block);
            }
            Event::End(tag) if is_block(tag) => self.end_block(tag),
            Event::Rule => self.part(Gap::Block),
            _ => {}
        }
    }

    fn part(&mut self, gap: Gap) {
        if !self.start {
            self.gap = self.gap.max(gap);
        }
    }

    fn begins(&self) -> bool {
        self.start || self.gap != Gap::None
    }

    /// Adds text outside code. Leading spaces come from entities such as `&#32;`, and are dropped as in browsers.
    fn text(&mut self, text: &str) {
        self.put(if self.begins() {
            text.trim_start_matches([' ', '\t'])
        } else {
            text
        });
    }

    fn put(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        match mem::take(&mut self.gap) {
            Gap::None => {}
            Gap::Blank => self.out.push(' '),
            Gap::Line => self.line(0),
            Gap::Block if self.lists.is_empty() => {
                self.line(0);
                self.line(0);
            }
            Gap::Block => self.line(self.lists.len()),
        }
        self.out.push_str(text);
        self.start = false;
    }

    fn line(&mut self, depth: usize) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
        self.out.push_str(&"  ".repeat(depth));
    }

    fn item(&mut self) {
        self.gap = Gap::None;
        if !self.start {
            self.line(self.lists.len().saturating_sub(1));
        }
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.out.push_str(&format!("{number}. "));
                *number += 1;
            }
            _ => self.out.push_str("- "),
        }
        self.start = true;
    }

    fn end_block(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock => {
                self.code = false;
                self.out.truncate(self.out.trim_end().len());
            }
            TagEnd::Item => self.start = false,
            TagEnd::List(_) => _ = self.lists.pop(),
            _ => {}
        }
        self.part(Gap::Block);
    }
}

fn is_block(tag: TagEnd) -> bool {
    use TagEnd::{BlockQuote, CodeBlock, Heading, HtmlBlock, Item, List, Paragraph, Table};
    matches!(
        tag,
        Paragraph | Heading(_) | BlockQuote(_) | CodeBlock | HtmlBlock | List(_) | Item | Table
    )
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn marks_are_removed_and_words_are_kept() {
        for (markdown, plain) in [
            (
                "Your key **is not set or is incorrect**.",
                "Your key is not set or is incorrect.",
            ),
            (
                "See `message` and [limits](limits.md).",
                "See message and limits.",
            ),
            ("one\ntwo  \nthree\n\nfour", "one two\nthree\n\nfour"),
            (
                "- a\n- b\n  - c\n\n1. d\n2. e",
                "- a\n- b\n  - c\n1. d\n2. e",
            ),
            ("- a\n\n  b\n- c\n\n      d", "- a\n  b\n- c\n  d"),
            ("a <b>c</b> &amp; \\*d\\*", "a <b>c</b> & *d*"),
            ("# Head\n\ntext\n\n    code\n", "Head\n\ntext\n\ncode"),
            ("|a|b|\n|-|-|\n|c|d|\n\nend", "a b\nc d\n\nend"),
            ("![alt](x.png) ~~gone~~", "alt gone"),
            ("[only]: definition", ""),
            ("<div>\nraw\n</div>", "<div>\nraw\n</div>"),
            ("- a\n  ```\n  b\n  ```\n  c", "- a\n  b\n  c"),
            ("- a\n  # b\n  c", "- a\n  b\n  c"),
            ("- a\n  ***\n  b", "- a\n  b"),
            ("1. |a|b|\n   |-|-|\n   ||c|\n   > d", "1. a b\nc\n  d"),
            ("- \n- a\n\n>\n\nb", "-\n- a\n\nb"),
            ("- - a\n  - b", "- - a\n  - b"),
            ("a\nb\n===\nc", "a b\n\nc"),
            ("a <b\nc>", "a <b c>"),
            ("&#10;\n- a", "- a"),
            ("```\n\na\n\nb\n\n```", "a\n\nb"),
            ("a&#10;b\n# c&#10;d\n```\ne\nf", "a b\n\nc d\n\ne\nf"),
        ] {
            assert_eq!(plain_text(markdown), plain, "{markdown}");
        }
    }
}
