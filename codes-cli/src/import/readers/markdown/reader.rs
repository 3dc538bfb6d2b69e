//! Parser events → blocks.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::html_cells;
use super::line::Line;
use crate::import::model::page::{Block, Page, PageTable};
use crate::import::model::text::Text;
use crate::import::readers::html;

/// The page so far, and the open elements.
#[derive(Default)]
pub(super) struct MarkdownReader<'t> {
    pub(super) text: &'t str,
    pub(super) page: Page,
    /// The lines of the open paragraph, heading or cell.
    lines: Vec<Line>,
    pub(super) table: PageTable,
    html: String,
    code: Option<String>,
    pub(super) front: Option<String>,
    strong: bool,
    items: usize,
    /// For each open item, whether it has a text already.
    filled: Vec<bool>,
    quotes: usize,
    pub(super) in_definition: bool,
}

impl<'t> MarkdownReader<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        MarkdownReader {
            text,
            ..MarkdownReader::default()
        }
    }

    pub(super) fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        if !matches!(
            event,
            Event::Html(_) | Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock)
        ) {
            self.end_html();
        }
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => match (&mut self.code, &mut self.front) {
                (Some(open), _) | (_, Some(open)) => *open += &text,
                _ => self.write(&text, &range, false),
            },
            Event::Code(text) => {
                self.write(&text, &range, true);
                if let Some(line) = self.lines.last_mut() {
                    line.end_code(&range);
                }
            }
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.write(&text, &range, true);
            }
            Event::Html(text) => self.html += &text,
            Event::InlineHtml(tag) => {
                if tag
                    .get(..3)
                    .is_some_and(|start| start.eq_ignore_ascii_case("<br"))
                {
                    self.break_line(&range, true);
                } else {
                    self.write("", &range, false);
                }
            }
            Event::SoftBreak => self.break_line(&range, false),
            Event::HardBreak => self.break_line(&range, true),
            Event::Rule | Event::TaskListMarker(_) => self.end_lines(),
        }
    }

    fn write(&mut self, text: &str, range: &Range<usize>, marked: bool) {
        if self.lines.is_empty() {
            // include the backslash of an escaped character
            let escape = usize::from(!text.is_empty() && self.text[..range.start].ends_with('\\'));
            self.lines.push(Line::at(range.start - escape, false));
        }
        // the source of a quoted line starts after the `>`
        if let Some(line) = self.lines.last_mut().filter(|_| self.quotes > 0) {
            line.start_at(range.start);
        }
        let is_entity = self.text[range.clone()].starts_with("&#");
        if let Some(line) = self.lines.last_mut() {
            line.write(text, range.end, marked, is_entity);
        }
    }

    fn start(&mut self, tag: &Tag<'t>, range: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::TableHead | Tag::DefinitionListTitle => {}
            Tag::Strong
            | Tag::Emphasis
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. } => {
                self.write("", &(range.start..range.start), true);
                self.strong |= matches!(tag, Tag::Strong);
            }
            Tag::CodeBlock(kind) => {
                self.end_lines();
                let mermaid =
                    matches!(kind, CodeBlockKind::Fenced(info) if info.starts_with("mermaid"));
                self.code = (!mermaid).then(String::new);
            }
            Tag::MetadataBlock(_) => self.front = Some(String::new()),
            Tag::Item => {
                self.end_lines();
                self.items += 1;
                self.filled.push(false);
            }
            Tag::BlockQuote(_) => {
                self.end_lines();
                self.quotes += 1;
            }
            Tag::Table(_) | Tag::DefinitionList => self.start_table(),
            Tag::DefinitionListDefinition => self.in_definition = true,
            Tag::TableRow => self.table.rows.push(Vec::new()),
            _ => self.end_lines(),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Strong => {
                self.strong = false;
                if let Some(line) = self.lines.last_mut() {
                    line.end_strong(self.text, range);
                }
            }
            TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {
                if let Some(line) = self.lines.last_mut() {
                    line.source.end = range.end;
                }
            }
            TagEnd::Heading(level) => {
                let text = self.one_text();
                self.page.blocks.push(Block::Heading(level as u8, text));
            }
            TagEnd::CodeBlock => self.page.blocks.extend(self.code.take().map(Block::Code)),
            TagEnd::MetadataBlock(_) => self.end_metadata(),
            TagEnd::Item => {
                self.end_lines();
                self.items = self.items.saturating_sub(1);
                self.filled.pop();
            }
            TagEnd::BlockQuote(_) => {
                self.end_lines();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Table | TagEnd::DefinitionList => self.end_table(),
            TagEnd::DefinitionListTitle => self.end_term(),
            TagEnd::DefinitionListDefinition => self.end_definition(),
            TagEnd::Paragraph if self.in_definition => {
                self.break_line(&(range.end..range.end), true);
            }
            TagEnd::TableRow => self.end_row(range),
            TagEnd::TableHead => {}
            _ => self.end_lines(),
        }
    }

    fn break_line(&mut self, range: &Range<usize>, hard: bool) {
        if self.lines.is_empty() {
            self.lines.push(Line::at(range.start, false));
        }
        self.lines.push(Line::at(range.end, hard));
    }

    /// Takes the open lines as one text. Hard line breaks are kept.
    pub(super) fn one_text(&mut self) -> Text {
        let mut all = Text::default();
        let mut breaks = 0;
        for line in std::mem::take(&mut self.lines) {
            breaks += usize::from(line.hard);
            let text = line.finish(self.text);
            if text.plain.is_empty() && text.source.is_empty() {
                continue;
            }
            if all.plain.is_empty() {
                (all.label, all.lead) = (text.label, text.lead);
            } else {
                let end = (all.plain.len(), all.source.len());
                all.first_line.get_or_insert(end);
                all.plain += &if breaks == 0 {
                    " ".to_owned()
                } else {
                    "\n".repeat(breaks)
                };
                all.source += [" ", "\\\n", "\n\n"][breaks.min(2)];
            }
            breaks = 0;
            all.plain += &text.plain;
            all.source += &text.source;
            all.marked |= text.marked;
        }
        all
    }

    pub(super) fn end_lines(&mut self) {
        if self.in_definition {
            return;
        }
        if self.quotes == 0 && self.items > 0 {
            let item = Some(self.one_text()).filter(|item| !item.plain.is_empty());
            // further paragraphs of an item are nested below the first one
            let is_below = self.filled.last().copied().unwrap_or_default();
            if let (Some(filled), Some(_)) = (self.filled.last_mut(), &item) {
                *filled = true;
            }
            let depth = self.items + usize::from(is_below);
            let item = item.map(|item| Block::Item(depth, item));
            return self.page.blocks.extend(item);
        }
        let text = self.text;
        let lines: Vec<_> = self
            .lines
            .drain(..)
            .map(|line| line.finish(text))
            .filter(|line| !line.is_empty())
            .collect();
        if !lines.is_empty() {
            let is_note = self.quotes > 0;
            self.page.blocks.push(if is_note {
                Block::Note(Text::join(lines, " "))
            } else {
                Block::Lines(lines)
            });
        }
    }

    /// Reads an HTML block.
    pub(super) fn end_html(&mut self) {
        if !self.html.is_empty() {
            let mut html = html::read(&std::mem::take(&mut self.html));
            html.blocks.iter_mut().for_each(html_cells::read);
            self.page.blocks.extend(html.blocks);
        }
    }
}
