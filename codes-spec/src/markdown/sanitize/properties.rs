use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use super::tests::{assert_small, links, rustdoc};
use crate::markdown::plain::OPTIONS;
use crate::markdown::rustdoc::unix_lines;
use crate::markdown::sanitize::sanitize;
use crate::text::visible;

/// The blocks of a text, with their contents.
fn structure(markdown: &str, options: Options) -> Vec<String> {
    let mut structure = Structure::default();
    for event in TextMergeStream::new(Parser::new_ext(markdown, options)) {
        match event {
            Event::Text(text) | Event::InlineHtml(text) | Event::Html(text) => {
                structure.text.push_str(&text);
            }
            Event::Code(code) => structure.text.push_str(&format!("<{}>", code.trim())),
            Event::SoftBreak => structure.text.push(' '),
            Event::HardBreak if structure.heading => structure.text.push(' '),
            Event::HardBreak => structure.text.push('⏎'),
            Event::TaskListMarker(done) => {
                structure.text.push_str(if done { "[x] " } else { "[ ] " });
            }
            Event::Rule => structure.mark("rule"),
            Event::Start(tag) => structure.start(&tag),
            Event::End(
                TagEnd::Link
                | TagEnd::Image
                | TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough,
            ) => {}
            Event::End(TagEnd::Paragraph | TagEnd::HtmlBlock) => structure.mark(""),
            Event::End(_) => structure.mark("end"),
            event => panic!("{event:?} in {markdown}"),
        }
    }
    structure.mark("");
    structure.blocks
}

#[derive(Default)]
struct Structure {
    blocks: Vec<String>,
    text: String,
    heading: bool,
}

impl Structure {
    fn start(&mut self, tag: &Tag<'_>) {
        let mark = match tag {
            Tag::Paragraph | Tag::HtmlBlock => "",
            Tag::Heading { .. } => "heading",
            Tag::BlockQuote(_) => "quote",
            Tag::CodeBlock(_) => "code",
            Tag::List(number) => &format!("list {number:?}"),
            Tag::Item => "item",
            Tag::Table(alignments) => &format!("table {alignments:?}"),
            Tag::TableHead | Tag::TableRow => "row",
            Tag::TableCell => "cell",
            _ => return,
        };
        self.mark(mark);
        self.heading = mark == "heading";
    }

    fn mark(&mut self, mark: &str) {
        let text: String = self
            .text
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { visible(c) })
            .collect();
        // breaks at the start and the end of a block have no effect
        let lines = text
            .split('⏎')
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
        self.blocks.extend(
            [lines.join("⏎"), mark.to_owned()]
                .into_iter()
                .filter(|block| !block.is_empty()),
        );
        self.text.clear();
        self.heading = false;
    }
}

/// Pieces of Markdown, mostly of blocks.
#[rustfmt::skip]
const PIECES: [&str; 84] = [
    "a", "b c", "1", " ", "  ", "   ", "    ", "\t", "\n", "\n", "\n\n", "\n  ", "\n    ",
    "\n\n  ", "\\", "\\\n", "  \n", "- ", "\n- ", "\n  - ", "\n* ", "\n+ ", "-", "1. ", "\n1) ",
    "\n2. ", "\n999999999. ", "> ", "\n> ", "\n>", "# ", "\n## ", "\n===\n", "\n---\n", "***",
    "\n```\n", "\n  ```\n", "```rust\n", "~~~\n", "`", "``", "*", "**", "_", "~~", "|",
    "\n|a|b|\n|-|:-:|\n|", "\n  |a|\n  |-|\n  ||", "\n|", "<b>", "<b\nc>", "\n<div>\n", "</div>",
    "<!--", "-->", "&#32;", "&#10;", "&nbsp;", "&amp;", "[", "]", "](c)", "](<d|e>)", "![", "[x]",
    "\n\n[x]: y\n", "[ ] ", "[^1]", "[^1]: ", "https://a.b/c", "<https://d.e>", "<f@g.h>", ".",
    "\"", "'", "--", "...", ":", "\u{301}", "é", "\u{a0}", "\0", "\u{202e}", "\r",
];

/// Pieces in any order.
fn markdown() -> impl Strategy<Value = String> {
    let part = prop::sample::select(&PIECES[..]);
    prop::collection::vec(part, 1..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sanitizing_keeps_the_structure_of_blocks(markdown in markdown()) {
        let base = Some("https://example.com/a");
        let out = sanitize(&markdown, base);
        let unix = unix_lines(&markdown);
        prop_assert_eq!(structure(&out, rustdoc()), structure(&unix, OPTIONS), "{}", out);
        let to_web = |link: &String| ["https://", "mailto:"].iter().any(|scheme| link.starts_with(scheme));
        prop_assert!(links(&out).iter().all(to_web), "{}", out);
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn repetitions_stay_small(parts in prop::collection::vec((markdown(), 1..40_usize), 1..4)) {
        let text: String = parts.iter().map(|(part, times)| part.repeat(*times)).collect();
        assert_small(&text);
    }
}
