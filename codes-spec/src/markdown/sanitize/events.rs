//! Handles the events of the parser.

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use crate::markdown::plain::Gap;
use crate::markdown::sanitize::writer::{MarkdownWriter, OpenTable};

impl MarkdownWriter<'_> {
    pub(super) fn write(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineHtml(text) | Event::Html(text) => match &mut self.code
            {
                Some(code) => code.push_str(&text),
                None => self.text(&text),
            },
            Event::Code(code) => self.code_span(&code),
            Event::SoftBreak => self.part(Gap::Blank),
            Event::HardBreak => self.part(if self.heading { Gap::Blank } else { Gap::Line }),
            Event::Rule => {
                self.part(Gap::Block);
                self.put("* * *");
                self.part(Gap::Block);
            }
            Event::TaskListMarker(done) => self.put(if done { "\\[x\\] " } else { "\\[ \\] " }),
            // the options do not enable this syntax
            Event::FootnoteReference(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.part(Gap::Block),
            Tag::Heading { .. } => {
                self.part(Gap::Block);
                self.put("##### ");
                self.heading = true;
            }
            Tag::BlockQuote(_) => {
                self.part(Gap::Block);
                self.open("> ", "> ");
            }
            Tag::CodeBlock(kind) => {
                self.code = Some(String::new());
                self.language = match kind {
                    CodeBlockKind::Fenced(words) => words.into_string(),
                    CodeBlockKind::Indented => String::new(),
                };
            }
            Tag::List(number) => self.list(number),
            Tag::Item => self.item(),
            Tag::Table(alignments) => {
                self.part(Gap::Block);
                self.table = Some(OpenTable::new(alignments));
            }
            Tag::TableRow => self.line(),
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.mark("*"),
            Tag::Strong => self.mark("**"),
            Tag::Strikethrough => self.mark("~~"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            }
            | Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            } => {
                self.open_link(link_type, &dest_url, &title);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.part(Gap::Block),
            TagEnd::Heading(_) => {
                self.heading = false;
                self.part(Gap::Block);
            }
            TagEnd::BlockQuote(_) | TagEnd::Item => self.close(),
            TagEnd::CodeBlock => self.code_block(),
            TagEnd::List(_) => self.last_list = self.lists.pop().map(|list| list.mark),
            TagEnd::Table => {
                self.table = None;
                self.part(Gap::Block);
            }
            TagEnd::TableHead => self.table_rule(),
            TagEnd::TableRow => self.end_row(),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.mark("*"),
            TagEnd::Strong => self.mark("**"),
            TagEnd::Strikethrough => self.mark("~~"),
            TagEnd::Link | TagEnd::Image => self.close_link(),
            _ => {}
        }
    }
}
