//! Walks over the blocks of a page and collects the draft.

use std::collections::HashSet;

use codes_spec::MAX_ROWS;

use crate::import::extract::layout::{self, RowLayout};
use crate::import::extract::records::{self, TableLine};
use crate::import::extract::section::{Section, group_id};
use crate::import::model::draft::{Draft, DraftGroup};
use crate::import::model::page::{Block, Page, PageTable};
use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;
use crate::import::roles::role::Role;
use crate::import::roles::table_facts::TableFact;
use crate::messages::import::Skipped;

pub(crate) fn draft(mut page: Page) -> Draft {
    let row_layout = RowLayout::of(&mut page);
    let title_level = layout::title_level(&page, row_layout);
    let headless = !page
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Heading(..)));
    let mut collector = Collector {
        row_layout,
        headless,
        title_level,
        ..Collector::default()
    };
    collector
        .draft
        .about
        .extend(page.about.map(|about| Text::plain(&about)));
    collector.draft.title = page.title;
    for block in page.blocks {
        collector.block(block);
    }
    collector.end_section();
    collector.drop_phrases();
    collector.finish()
}

#[derive(Default)]
pub(super) struct Collector {
    pub(super) draft: Draft,
    pub(super) row_layout: RowLayout,
    /// The page has no headings, so lines may serve as headings.
    pub(super) headless: bool,
    pub(super) title_level: Option<u8>,
    pub(super) section: Option<Section>,
    /// The level of the heading of the current row, or 0 if the row started with a line.
    pub(super) row: Option<u8>,
    pub(super) row_heading: Text,
    /// The label that applies to the following texts.
    pub(super) label: Option<(Role, String)>,
    /// The nesting depth of the item with the label, which applies to deeper items.
    pub(super) label_depth: usize,
    /// The nesting depth of an item with a label for the table, and the label.
    pub(super) fact: Option<(usize, TableFact)>,
    /// Phrases on lines of their own. Whether they are titles depends on the next block.
    pub(super) phrases: Vec<Text>,
    /// Content skipped since the last row.
    pub(super) skipped: Vec<Skipped>,
}

impl Collector {
    fn block(&mut self, block: Block) {
        match block {
            Block::Heading(level, text) => self.heading(level, text),
            Block::Lines(lines) => self.lines(lines),
            Block::Item(depth, text) => self.item(depth, text),
            Block::Note(text) => self.draft.notes.push(text),
            Block::Code(code) => self.code(&code),
            Block::Table(table) => match records::of_table(&table) {
                Some(records) => self.records(records),
                None => self.skip_table(&table),
            },
        }
    }

    fn code(&mut self, code: &str) {
        match self.draft.rows.last_mut().filter(|_| self.row.is_some()) {
            Some(row) => row.examples.push(code.trim_end().to_owned()),
            None => self.skipped.push(Skipped::Code(code.trim().to_owned())),
        }
    }

    fn records(&mut self, records: Vec<TableLine>) {
        let inherited = self.group_of_row(&records);
        for record in records {
            match record {
                TableLine::Row(mut row) => {
                    if row.statuses.is_empty() {
                        row.statuses.clone_from(&inherited);
                    }
                    self.push_row(*row, false);
                }
                TableLine::Heading(text) => {
                    self.end_section();
                    self.section = Some(Section::new(9, text));
                }
                TableLine::WithoutKey(line) => {
                    self.draft.found += 1;
                    self.skipped.push(Skipped::RowWithoutKey(line));
                }
            }
        }
        self.row = None;
    }

    /// Adds a row. The first row of a section creates the group of the section.
    pub(super) fn push_row(&mut self, row: DraftRow, phrase_is_heading: bool) {
        self.draft.found += 1;
        // no spec is written with so many rows, so the others are only counted
        if self.draft.found > MAX_ROWS {
            return;
        }
        match self.phrases.pop() {
            // a phrase above the first row is the title of the page, and one between rows the heading of a section
            Some(last) if self.draft.title.is_none() && self.draft.rows.is_empty() => {
                self.draft.title = Some(last.plain);
            }
            Some(last) if phrase_is_heading && !self.draft.rows.is_empty() => {
                self.section = Some(Section::new(9, last));
            }
            last => self.phrases.extend(last),
        }
        self.drop_phrases();
        let group = self
            .section
            .as_mut()
            .map(|section| section.open(&mut self.draft.groups));
        let skipped = self.skipped.drain(..).chain(row.skipped).collect();
        self.draft.rows.push(DraftRow {
            skipped,
            group,
            ..row
        });
    }

    /// Records phrases that turned out not to be titles, such as navigation, as skipped.
    pub(super) fn drop_phrases(&mut self) {
        self.skipped
            .extend(self.phrases.drain(..).map(|text| Skipped::Text(text.plain)));
    }

    fn skip_table(&mut self, table: &PageTable) {
        let line = |cells: &Vec<Text>| {
            cells
                .iter()
                .map(|cell| cell.plain.as_str())
                .collect::<Vec<_>>()
                .join(" | ")
        };
        let lines: Vec<_> = [&table.head]
            .into_iter()
            .chain(&table.rows)
            .map(line)
            .collect();
        self.skipped.push(Skipped::TableWithoutKeys(lines));
    }

    fn finish(mut self) -> Draft {
        let skipped = std::mem::take(&mut self.skipped);
        self.draft.below.extend(skipped);
        if let Some(first) = self.draft.rows.first_mut() {
            self.draft.above.append(&mut first.skipped);
        }
        self.draft.rows.iter_mut().for_each(DraftRow::apply_heading);
        self.draft.drop_duplicates();
        let mut taken = HashSet::new();
        taken.extend(self.draft.groups.iter().map(|group| group.id.clone()));
        for DraftGroup { id, title, .. } in self
            .draft
            .groups
            .iter_mut()
            .filter(|group| group.id.is_empty())
        {
            let first = group_id(title);
            let numbered = (2..).map(|n| format!("{first}_{n}"));
            *id = std::iter::once(first.clone())
                .chain(numbered)
                .find(|id| taken.insert(id.clone()))
                .unwrap_or(first);
        }
        self.draft.resolve_groups();
        self.draft
    }
}
