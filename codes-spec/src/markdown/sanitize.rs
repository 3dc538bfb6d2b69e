//! Markdown without what could break the page of rustdoc that it stands in, or lead astray.

use std::mem;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd, TextMergeStream};

use crate::markdown::link;
use crate::markdown::plain::{Gap, OPTIONS, plain_text};
use crate::markdown::rustdoc::{code_span, escape, unix_lines};

mod block;
mod table;
#[cfg(test)]
mod tests;

use block::List;
use table::Table;

/// Markdown as a page of rustdoc may have it: no raw HTML, no links but to addresses, no headings that would enter the
/// page's outline, and no code that could be taken for a test.
pub(crate) fn clean(markdown: &str, base_url: Option<&str>) -> String {
    let markdown = unix_lines(markdown);
    let out = rewrite(&markdown, base_url, false);
    // Marks of emphasis count by what stands beside them, which may be the brackets of a link now. The text comes first.
    let may_differ = out.contains(['*', '~']);
    if may_differ && said(&out) != said(&markdown) {
        rewrite(&markdown, base_url, true)
    } else {
        out
    }
}

/// The words of a text and how many rules part it: marks around nothing are read as one.
fn said(markdown: &str) -> (Vec<String>, usize) {
    let rules = Parser::new_ext(markdown, OPTIONS)
        .filter(|event| *event == Event::Rule)
        .count();
    (
        plain_text(markdown)
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        rules,
    )
}

fn rewrite(markdown: &str, base_url: Option<&str>, flat: bool) -> String {
    // short links to one long address, or against a long base, would multiply it
    let most = 16 * markdown.len() + 4096;
    let mut writer = Writer {
        base_url,
        flat,
        most,
        start: true,
        ..Writer::default()
    };
    for event in TextMergeStream::new(Parser::new_ext(markdown, OPTIONS)) {
        writer.write(event);
    }
    writer.out.truncate(writer.out.trim_end_matches(' ').len());
    writer.out
}

/// Writes the events of a parser as Markdown again. What it writes is in proportion to what it reads: the margins of
/// blocks in one another are written only where the text that is read must have them too.
#[derive(Default)]
struct Writer<'u> {
    out: String,
    base_url: Option<&'u str>,
    /// Nothing is emphasised.
    flat: bool,
    /// How long the text may be that has links.
    most: usize,
    /// Nothing stands yet in the innermost block that has blocks.
    start: bool,
    /// What parts the next text from the last.
    gap: Gap,
    /// What each line begins with, for each block around it.
    margins: Vec<String>,
    /// The lists around.
    lists: Vec<List>,
    /// The mark of a list with nothing behind it yet.
    last_list: Option<char>,
    /// How many links are open, and of these the one that is kept, by its number.
    links: usize,
    link: Option<(usize, String)>,
    heading: bool,
    table: Option<Table>,
    code: Option<String>,
}

impl Writer<'_> {
    fn write(&mut self, event: Event<'_>) {
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
            // of syntax that is not switched on
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
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::List(number) => self.list(number),
            Tag::Item => self.item(),
            Tag::Table(alignments) => {
                self.part(Gap::Block);
                self.table = Some(Table::new(alignments));
            }
            Tag::TableRow => self.line(),
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.mark("*"),
            Tag::Strong => self.mark("**"),
            Tag::Strikethrough => self.mark("~~"),
            Tag::Link {
                link_type,
                dest_url,
                ..
            }
            | Tag::Image {
                link_type,
                dest_url,
                ..
            } => {
                self.open_link(link_type, &dest_url);
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

/// What stands in a line.
impl Writer<'_> {
    /// What comes next is parted from what stands here, if anything does.
    fn part(&mut self, gap: Gap) {
        if !self.start {
            self.gap = self.gap.max(gap);
        }
    }

    fn put(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        match mem::take(&mut self.gap) {
            Gap::None => {}
            Gap::Blank => self.out.push(' '),
            // what stands behind it begins no block, and so needs no margins
            Gap::Line => self.out.push_str("\\\n"),
            Gap::Block => {
                self.line();
                self.line();
            }
        }
        self.out.push_str(text);
        self.start = false;
        self.last_list = None;
    }

    fn line(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
        self.out.extend(self.margins.iter().map(String::as_str));
    }

    fn mark(&mut self, mark: &str) {
        self.put(if self.flat { "" } else { mark });
    }

    fn open_link(&mut self, kind: LinkType, url: &str) {
        self.links += 1;
        if self.link.is_some() {
            return;
        }
        let target = if kind == LinkType::Email {
            link::resolve(&format!("mailto:{url}"), None)
        } else {
            link::resolve(url, self.base_url)
        };
        if let Some(target) = target.filter(|target| self.out.len() + target.len() <= self.most) {
            self.put("[");
            self.link = Some((self.links, target));
        }
    }

    fn close_link(&mut self) {
        if let Some((_, target)) = self.link.take_if(|(link, _)| *link == self.links) {
            self.put(&format!("](<{target}>)"));
        }
        self.links -= 1;
    }

    fn text(&mut self, text: &str) {
        let text = text.replace('\n', " ");
        let begins = self.start || self.gap != Gap::None;
        let text = if begins {
            text.trim_start_matches([' ', '\t'])
        } else {
            &text
        };
        if self.link.is_some() {
            return self.put(&escape(text));
        }
        for part in link::parts(text) {
            match part {
                link::Part::Text(text) => self.put(&escape(text)),
                link::Part::Url(url) => self.put(&link::link(url, url)),
            }
        }
    }

    fn code_span(&mut self, code: &str) {
        let span = code_span(code);
        self.put(&if self.table.is_some() {
            span.replace('|', "\\|")
        } else {
            span
        });
    }
}
