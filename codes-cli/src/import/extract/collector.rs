//! Walks over the blocks of a page and collects the draft.

use codes_spec::MAX_ROWS;

use crate::import::extract::layout::{self, RowLayout};
use crate::import::extract::records::{self, TableLine};
use crate::import::extract::regions::{self, Part, Region, Settings};
use crate::import::extract::section::Section;
use crate::import::extract::{chosen, protocol, table_shapes};
use crate::import::model::draft::Draft;
use crate::import::model::page::{Block, Page};
use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;
use crate::import::roles::choices::Choices;
use crate::import::roles::role::Role;
use crate::import::roles::table_facts::TableFact;
use crate::messages::doubts::Doubt;
use crate::messages::drafts::Skipped;

#[cfg(test)]
pub(crate) fn draft(page: Page) -> Draft {
    draft_with(page, &Choices::default())
}

/// Returns the draft of a page, read with the given options.
pub(crate) fn draft_with(mut page: Page, choices: &Choices) -> Draft {
    let protocol = protocol::of(&page);
    let (mut blocks, others) = chosen::keep(std::mem::take(&mut page.blocks), choices);
    table_shapes::read(&mut blocks, choices);
    let mut unknown = regions::unknown_columns(&blocks, choices);
    let settings = Settings {
        is_http: protocol.is_none(),
        choices,
    };
    let (mut parts, row_layout) = layout::of(blocks, &settings);
    layout::lines_to_headings(&mut parts);
    let title_level = layout::title_level(&parts, row_layout);
    let is_heading = |part: &Part| matches!(part, Part::Block(Block::Heading(..)));
    let headless = !parts.iter().any(is_heading);
    let sectioned = headless && regions::below_phrases(&parts) > 1;
    let mut collector = Collector {
        row_layout,
        headless,
        sectioned,
        title_level,
        ..Collector::default()
    };
    collector
        .draft
        .about
        .extend(page.about.map(|about| Text::plain(&about)));
    collector.draft.title = page.title;
    if !matches!(row_layout, RowLayout::Sections { .. }) {
        collector.draft.facts.protocol = protocol.map(str::to_owned);
    }
    for part in parts {
        match part {
            Part::Block(block) => collector.block(block),
            Part::Region(mut region) => collector.region(&mut region),
            Part::Doubt(doubt) => collector.doubts.push(doubt),
        }
    }
    collector.end_section();
    collector.drop_phrases();
    let mut draft = collector.finish();
    unknown.extend(chosen::keep_groups(
        &mut draft,
        &others.tables,
        &others.ignored,
    ));
    draft.unknown_headings = unknown;
    draft
}

#[derive(Default)]
pub(super) struct Collector {
    pub(super) draft: Draft,
    pub(super) row_layout: RowLayout,
    /// The page has no headings, so lines may serve as headings.
    pub(super) headless: bool,
    /// The page has no headings, but several regions have a phrase above them that serves as a heading.
    pub(super) sectioned: bool,
    pub(super) title_level: Option<u8>,
    pub(super) section: Option<Section>,
    /// Maps the heading of each group that is declared in a list to the position of the group.
    pub(super) declared: std::collections::HashMap<String, usize>,
    /// Maps the title of each group from a column of groups to the position of the group.
    pub(super) by_title: std::collections::HashMap<String, usize>,
    /// The level of the heading of the current row.
    pub(super) row: Option<u8>,
    pub(super) row_heading: Text,
    /// The label that applies to the following texts.
    pub(super) label: Option<(Role, String)>,
    /// The nesting depth of the item that set the label. The label applies to items nested below it.
    pub(super) label_depth: usize,
    /// The nesting depth of the item whose label sets a key of the table, and that key.
    pub(super) fact: Option<(usize, TableFact)>,
    /// Phrases on lines of their own. Whether they are titles depends on the next block.
    pub(super) phrases: Vec<Text>,
    /// Content skipped since the last row.
    pub(super) skipped: Vec<Skipped>,
    /// Doubts since the last row.
    pub(super) doubts: Vec<Doubt>,
    /// The code blocks that belong to no row.
    pub(super) samples: Vec<String>,
    /// The last text that became a note since the last row of the section.
    pub(super) noted: Option<String>,
    /// The last region is a list.
    pub(super) below_list: bool,
    /// The statuses in the heading above, which rows without statuses inherit.
    pub(super) inherited: Vec<String>,
    /// The number of regions so far.
    regions: usize,
}

impl Collector {
    fn block(&mut self, block: Block) {
        match block {
            Block::Heading(level, text) => self.heading(level, text),
            Block::Lines(lines) => self.lines(lines),
            Block::Item(depth, text) => self.item(depth, text),
            Block::Note(text) if self.row.is_some() => self.lines(vec![text]),
            Block::Note(text) => self.draft.notes.push(text),
            Block::Code(code) => self.code(&code),
            Block::Table(table) => self.skip_table(&table),
        }
    }

    fn code(&mut self, code: &str) {
        match self.draft.rows.last_mut().filter(|_| self.row.is_some()) {
            Some(row) => row.examples.push(code.trim_end().to_owned()),
            None => self.samples.push(code.trim().to_owned()),
        }
    }

    fn region(&mut self, region: &mut Region) {
        self.regions += 1;
        self.below_list = region.is_list;
        let heading = self.section.as_ref().map(|section| &section.heading);
        let mut explained = region.explained(heading, self.draft.facts.protocol.is_none());
        self.doubts.append(&mut region.doubts);
        let records: Vec<_> = records::of_region(region).collect();
        for record in &records {
            if let TableLine::Row(row) = record {
                explained.doubts.extend(row.doubts.iter().cloned());
            }
        }
        self.draft.explained.push(explained);
        self.group_of_row(&records, &region.statuses);
        let is_bare = region.is_list || region.head.iter().all(Text::is_empty);
        // a heading between rows is a doubt, unless the table begins with one and so has headings for all rows
        let mut starts_with_row = !matches!(records.first(), Some(TableLine::Heading(_)));
        for record in records {
            match record {
                TableLine::Row(mut row) => {
                    row.region = self.regions;
                    let group = region.chooses_groups().then(|| row.group_label.take());
                    self.push_row(*row, is_bare);
                    if let Some(title) = group {
                        self.move_to_group(title);
                    }
                }
                TableLine::Heading(text) => {
                    if std::mem::take(&mut starts_with_row) {
                        self.doubts.push(Doubt::HeadingRow(text.plain.clone()));
                    }
                    self.end_section();
                    self.section = Some(Section::new(9, text));
                }
                TableLine::WithoutKey(line, doubts) => {
                    self.doubts.extend(doubts);
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
        // a page with more rows than a spec may have is rejected, so further rows are only counted
        if self.draft.found > MAX_ROWS {
            return;
        }
        let phrase_is_heading = phrase_is_heading || self.sectioned;
        match self.phrases.pop() {
            // the phrase above the first row may be the title of the page; later phrases can only be section headings
            Some(last) if self.draft.title.is_none() && self.draft.rows.is_empty() => {
                if self.sectioned && phrase_is_heading {
                    self.draft.title = self.phrases.pop().map(|above| above.plain);
                    self.section = Some(Section::new(9, last));
                } else {
                    self.phrases.push(last);
                    self.draft.title = self.title_of_phrases();
                }
            }
            Some(last) if phrase_is_heading && (self.sectioned || !self.draft.rows.is_empty()) => {
                self.section = Some(Section::new(9, last));
            }
            last => self.phrases.extend(last),
        }
        self.drop_phrases();
        let group = self
            .section
            .as_mut()
            .map(|section| section.open(&mut self.draft.groups, &self.declared));
        let skipped = self.skipped.drain(..).chain(row.skipped).collect();
        let is_between = |doubt: &Doubt| matches!(doubt, Doubt::TextBetween(_));
        let is_new = !self.doubts.iter().any(is_between);
        let noted = self.noted.take().filter(|_| is_new).map(Doubt::TextBetween);
        let doubts = self.doubts.drain(..).chain(noted).chain(row.doubts);
        let doubts = doubts.collect();
        let statuses = if row.statuses.is_empty() && row.heading.statuses.is_empty() {
            self.inherited.clone()
        } else {
            row.statuses
        };
        self.draft.rows.push(DraftRow {
            skipped,
            doubts,
            statuses,
            group,
            ..row
        });
    }

    /// Records phrases that turned out not to be titles, such as navigation, as skipped.
    pub(super) fn drop_phrases(&mut self) {
        self.skipped
            .extend(self.phrases.drain(..).map(|text| Skipped::Text(text.plain)));
    }
}
