//! Puts Markdown on one line: lists, code, tables and other blocks become HTML. `codes import`
//! reads the same Markdown back from that line.

use std::ops::Range;

use codes_spec::{Prose, Table};
use pulldown_cmark::{Alignment, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::import::blocks::markdown;

/// The whitespace that Markdown ignores at the ends of a line. Other whitespace is part of the text.
const BLANKS: [char; 2] = [' ', '\n'];

/// A line break in a code block.
const LINE_END: &str = "&#10;";

/// Returns Markdown on one line, or `None` if it has no markup, or if `codes import` would not read
/// the same Markdown back.
pub(super) fn one_line(table: &Table<'_>, doc: &str) -> Option<String> {
    let html = html(doc)?;
    // convert it back as `codes import` does, which keeps line breaks
    let source = html.replace("<br/><br/>", "\n\n").replace("<br/>", "\\\n");
    let read = Prose {
        text: markdown(&source).unwrap_or(source).into(),
        plain: Some(String::new()),
    };
    (table.doc(&read) == doc).then_some(html)
}

fn html(doc: &str) -> Option<String> {
    let mut writer = HtmlWriter::default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    // the range of the text of a list item without paragraphs
    let mut item: Option<Range<usize>> = None;
    for (event, range) in Parser::new_ext(doc, options).into_offset_iter() {
        let is_text = matches!(
            event,
            Event::Text(_) | Event::HardBreak | Event::SoftBreak | Event::End(_)
        );
        writer.has_markup |= is_inline(&event) && !is_text;
        if let Event::Text(text) | Event::Code(text) = &event {
            writer.has_words |= !text.trim().is_empty();
        }
        if writer.content == Content::Blocks && is_inline(&event) {
            let escape = usize::from(doc[..range.start].ends_with('\\'));
            let start = item.map_or(range.start - escape, |item| item.start);
            item = Some(start..range.end);
            continue;
        }
        if let Some(range) = item.take() {
            writer.out += &doc[range].replace("\\\n", "<br/>");
        }
        match event {
            Event::Text(code) if writer.content == Content::Code => writer.code(&code),
            _ if is_inline(&event) => {}
            Event::Start(tag) => writer.start(&tag, doc.get(range)?),
            Event::End(tag) => writer.end(tag),
            Event::Rule => writer.put("<hr/>"),
            _ => {}
        }
    }
    // a tag at the start of a line would begin an HTML block
    let start = if writer.out.starts_with('<') {
        "<span></span>"
    } else {
        ""
    };
    (writer.has_markup && writer.has_words).then(|| format!("{start}{}", writer.out))
}

fn is_inline(event: &Event<'_>) -> bool {
    use Tag::{Emphasis, Link, Strikethrough, Strong};
    match event {
        Event::Text(_) | Event::Code(_) | Event::HardBreak | Event::SoftBreak => true,
        Event::Start(tag) => matches!(tag, Emphasis | Strong | Strikethrough | Link { .. }),
        Event::End(tag) => matches!(
            tag,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link
        ),
        _ => false,
    }
}

/// The content of the innermost block.
#[derive(Default, PartialEq)]
enum Content {
    /// Blocks, or the text of a list item without paragraphs.
    #[default]
    Blocks,
    /// Inline Markdown, which `HtmlWriter::start` has already written.
    Line,
    Code,
}

#[derive(Default)]
struct HtmlWriter {
    out: String,
    has_markup: bool,
    /// Whether there is text to display.
    has_words: bool,
    content: Content,
    /// The separator between a paragraph and the one before it.
    gap: &'static str,
    alignments: Vec<Alignment>,
    /// The HTML element of the cells in the row.
    cell: &'static str,
    /// The number of cells in the row so far.
    cells: usize,
}

impl HtmlWriter {
    /// Writes the start of a block whose Markdown is `source`.
    fn start(&mut self, tag: &Tag<'_>, source: &str) {
        self.content = match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => Content::Line,
            Tag::CodeBlock(_) => Content::Code,
            _ => Content::Blocks,
        };
        let inline = || source.trim_matches(BLANKS).replace("\\\n", "<br/>");
        match tag {
            Tag::Paragraph => {
                self.out += self.gap;
                self.out += &inline();
            }
            Tag::Heading { level, .. } => {
                let text = source.trim_start_matches('#').trim_matches(BLANKS);
                self.put(&format!("<{level}>{text}"));
            }
            Tag::List(None) => self.put("<ul>"),
            Tag::List(Some(1)) => self.put("<ol>"),
            Tag::List(Some(first)) => self.put(&format!("<ol start=\"{first}\">")),
            Tag::Item => self.put("<li>"),
            Tag::BlockQuote(_) => self.put("<blockquote>"),
            Tag::CodeBlock(CodeBlockKind::Fenced(language)) if &**language != "text" => {
                self.put(&format!("<pre lang=\"{language}\">"));
            }
            Tag::CodeBlock(_) => self.put("<pre>"),
            Tag::Table(alignments) => {
                alignments.clone_into(&mut self.alignments);
                self.put("<table>");
            }
            Tag::TableHead | Tag::TableRow => {
                self.cell = if *tag == Tag::TableHead { "th" } else { "td" };
                self.cells = 0;
                self.put("<tr>");
            }
            Tag::TableCell => {
                let text = inline().replace("\\|", "|");
                let align = match self.alignments.get(self.cells) {
                    Some(Alignment::Left) => " align=\"left\"",
                    Some(Alignment::Center) => " align=\"center\"",
                    Some(Alignment::Right) => " align=\"right\"",
                    _ => "",
                };
                self.cells += 1;
                self.put(&format!("<{}{align}>{text}", self.cell));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        self.content = Content::Blocks;
        match tag {
            TagEnd::Paragraph => self.gap = "<br/><br/>",
            TagEnd::Heading(level) => self.put(&format!("</{level}>")),
            TagEnd::List(true) => self.put("</ol>"),
            TagEnd::List(false) => self.put("</ul>"),
            TagEnd::Item => self.put("</li>"),
            TagEnd::BlockQuote(_) => self.put("</blockquote>"),
            TagEnd::CodeBlock => {
                let code = self.out.trim_end_matches(LINE_END).len();
                self.out.truncate(code);
                self.put("</pre>");
            }
            TagEnd::Table => self.put("</table>"),
            TagEnd::TableHead | TagEnd::TableRow => self.put("</tr>"),
            TagEnd::TableCell => self.put(&format!("</{}>", self.cell)),
            _ => {}
        }
    }

    fn put(&mut self, tag: &str) {
        self.out += tag;
        self.has_markup = true;
        self.gap = "";
    }

    /// Writes code as text, with punctuation escaped so that none of it is read as Markdown.
    fn code(&mut self, code: &str) {
        for c in code.chars() {
            match c {
                '\n' => self.out += LINE_END,
                c if c.is_ascii_punctuation() => self.out.extend(['\\', c]),
                c => self.out.push(c),
            }
        }
    }
}
