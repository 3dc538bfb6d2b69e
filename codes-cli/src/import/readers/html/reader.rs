//! HTML tags and text → blocks.

use html5ever::tokenizer::Tag;

use super::cells::Cells;
use super::elements::{SKIPPED, TextPlace, is_block};
use super::links::{End, Links, with_label};
use crate::import::model::page::{Block, Page};

/// The page so far, and the open elements.
#[derive(Default)]
pub(super) struct HtmlReader {
    pub(super) page: Page,
    text: String,
    /// The links of the open text.
    links: Links,
    /// The kind of block that the open text becomes.
    place: TextPlace,
    tables: Vec<Cells>,
    skipped: Option<(String, usize)>,
    item: bool,
    note: bool,
    bold: Option<usize>,
    label: Option<End>,
    lead: Option<End>,
    /// Set when bold text or inline code at the start of the text ends, until the link around it ends; true for bold
    /// text, which may be a label.
    lead_in_link: Option<bool>,
    lists: usize,
    copies: usize,
}

impl HtmlReader {
    pub(super) fn write(&mut self, text: &str) {
        if self.skipped.is_none() {
            self.text += text;
        }
    }

    pub(super) fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if self.skips(name, tag.self_closing) {
            return;
        }
        let attribute = |key: &str| {
            tag.attrs
                .iter()
                .find(|attribute| &*attribute.name.local == key)
        };
        let number =
            |key: &str| attribute(key).and_then(|attribute| attribute.value.trim().parse().ok());
        match name {
            "b" | "strong" | "code" => self.bold = Some(self.text.len()),
            "a" => {
                let address = attribute("href").map_or("", |attribute| &*attribute.value);
                self.links.start(self.text.len(), address);
            }
            "br" => self.text.push('\n'),
            "dl" if self.is_part_of_cell() => self.end_text(),
            "table" | "dl" => self.open_table(),
            "tr" => self.end_row(),
            "th" | "td" => {
                self.end_cell();
                let span = |key| number(key).unwrap_or(1);
                if let Some(cells) = self.tables.last_mut() {
                    cells.begin_cell(name == "th", span("colspan"), span("rowspan"));
                }
            }
            "dt" => self.open(TextPlace::Term),
            "dd" => self.open(TextPlace::Definition),
            "pre" if self.tables.is_empty() => self.open(TextPlace::Code),
            "title" => self.open(TextPlace::Title),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.open(TextPlace::Heading(name.as_bytes()[1] - b'0'));
            }
            "ul" | "ol" => {
                self.end_text();
                self.lists += 1;
            }
            "li" => {
                self.end_text();
                self.item = true;
            }
            "blockquote" | "aside" => {
                self.end_text();
                self.note = true;
            }
            _ if is_block(name) => self.end_text(),
            _ => {}
        }
    }

    /// Whether a tag starts or is inside of an element that is skipped.
    fn skips(&mut self, name: &str, self_closing: bool) -> bool {
        match &mut self.skipped {
            Some((skipped, depth)) => *depth += usize::from(skipped == name && !self_closing),
            None if SKIPPED.contains(&name) && !self_closing => {
                self.skipped = Some((name.to_owned(), 1));
            }
            None => return false,
        }
        true
    }

    pub(super) fn end(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name {
                *depth -= 1;
                if *depth == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        match name {
            "b" | "strong" | "code" => {
                let before = self.bold.take().and_then(|start| self.text.get(..start));
                if self.lead.is_none() && before.is_some_and(|before| before.trim().is_empty()) {
                    self.lead_in_link = Some(name != "code");
                }
                if !self.links.is_open() {
                    self.end_lead();
                }
            }
            "a" => {
                self.links.end(self.text.len());
                self.end_lead();
            }
            "td" | "th" => self.end_cell(),
            "tr" | "thead" | "tbody" => self.end_row(),
            "dl" if self.in_cell() => self.end_text(),
            "table" | "dl" => self.end_table(),
            "ul" | "ol" => {
                self.end_text();
                self.lists = self.lists.saturating_sub(1);
            }
            "blockquote" | "aside" => {
                self.end_text();
                self.note = false;
            }
            "dd" => self.open(TextPlace::Paragraph),
            "dt" | "pre" | "title" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_text();
            }
            _ if is_block(name) => self.end_text(),
            _ => {}
        }
    }

    /// Ends bold text or inline code at the start of the text.
    fn end_lead(&mut self) {
        if let Some(may_be_label) = self.lead_in_link.take() {
            let text = self.links.text(&self.text);
            self.lead = Some((text.plain.len(), text.source.len()));
            self.label = self.lead.filter(|_| may_be_label);
        }
    }

    fn open(&mut self, place: TextPlace) {
        self.end_text();
        if self.in_cell() {
            return;
        }
        self.place = place;
        // a definition includes the paragraphs and lists in it
        if let Some(open) = self.tables.last_mut().filter(|_| place.is_of_list()) {
            open.in_definition = place == TextPlace::Definition;
        }
    }

    fn open_table(&mut self) {
        // a table inside a cell ends the row of the outer table
        self.end_row();
        self.end_text();
        self.tables.push(Cells::default());
    }

    /// Whether a definition list is only a part of the text of a cell. In the first row, text or a cell before it suggests
    /// that the table is the layout of the page.
    fn is_part_of_cell(&self) -> bool {
        let is_alone = self.text.trim().is_empty();
        let mut open = self.tables.last().into_iter();
        open.any(|cells| cells.in_cell() && (is_alone && cells.in_first() || cells.has_rows()))
    }

    fn in_cell(&self) -> bool {
        self.tables.last().is_some_and(Cells::in_cell)
    }

    /// Ends the open text: it becomes a block, or a line inside a cell.
    pub(super) fn end_text(&mut self) {
        if self.in_cell() {
            return self.text.push('\n');
        }
        let text = std::mem::take(&mut self.text);
        let place = std::mem::take(&mut self.place);
        let (label, lead) = (self.label.take(), self.lead.take());
        self.lead_in_link = None;
        let item = std::mem::take(&mut self.item);
        let whole = self.links.take(&text);
        if whole.is_empty() {
            return;
        }
        if let Some(open) = self.tables.last_mut() {
            match place {
                TextPlace::Term => return open.add_term(whole),
                TextPlace::Definition => return open.add_definition(whole, false),
                TextPlace::Paragraph if open.in_definition => {
                    return open.add_definition(whole, item);
                }
                _ => {}
            }
        }
        self.page.blocks.push(match place {
            TextPlace::Heading(level) => Block::Heading(level, whole),
            TextPlace::Code => Block::Code(text),
            TextPlace::Title => return self.page.title = Some(whole.plain),
            _ if self.note => Block::Note(whole),
            _ if item => Block::Item(self.lists.max(1), with_label(whole, label, lead)),
            // in HTML, line breaks in the source mean nothing
            _ => Block::Lines(vec![with_label(whole, label, lead)]),
        });
    }

    fn end_cell(&mut self) {
        if let Some(cells) = self.tables.last_mut().filter(|cells| cells.in_cell()) {
            (self.label, self.lead, self.lead_in_link) = (None, None, None);
            let text = self.links.take(&std::mem::take(&mut self.text));
            cells.end_cell(text, &mut self.copies);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if let Some(cells) = self.tables.last_mut() {
            cells.end_row(&mut self.copies);
        }
    }

    pub(super) fn end_table(&mut self) {
        self.end_row();
        self.end_text();
        let Some(open) = self.tables.pop() else {
            return;
        };
        if !open.table.rows.is_empty() || !open.table.head.is_empty() {
            self.page.blocks.push(Block::Table(open.table));
        }
    }
}
