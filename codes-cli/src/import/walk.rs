//! Page → draft: which rows there are, and where every other text of the page belongs.

use codes_spec::MAX_ROWS;

use super::columns::Meaning;
use super::draft::{Draft, Group, Heading, Row};
use super::facts::Fact;
use super::layout::{self, RowsAre};
use super::page::{Block, Page, Table, Text};
use super::rows::{self, Record};
use super::section::{self, Section, group_id};
use super::wording;

pub(crate) fn draft(mut page: Page) -> Draft {
    let rows_are = RowsAre::of(&mut page);
    let title_level = layout::title_level(&page, rows_are);
    let headless = !page
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Heading(..)));
    let mut walk = Walk {
        rows_are,
        headless,
        title_level,
        ..Walk::default()
    };
    walk.draft
        .about
        .extend(page.about.map(|about| Text::plain(&about)));
    walk.draft.title = page.title;
    for block in page.blocks {
        walk.block(block);
    }
    walk.end_section();
    walk.drop_phrases();
    walk.settle()
}

#[derive(Default)]
pub(super) struct Walk {
    pub(super) draft: Draft,
    pub(super) rows_are: RowsAre,
    /// The page has no headings but lines that are like headings.
    pub(super) headless: bool,
    pub(super) title_level: Option<u8>,
    pub(super) section: Option<Section>,
    /// The row that a heading or a line began, and the heading's level.
    pub(super) row: Option<u8>,
    pub(super) row_heading: Text,
    /// What a label said of the texts that follow it.
    pub(super) label: Option<(Meaning, String)>,
    /// How many lists the item stands in that has the label; items further in are what it labels.
    pub(super) label_depth: usize,
    /// What a label said of the table, and how many lists it stands in.
    pub(super) fact: Option<(usize, Fact)>,
    /// Phrases on lines of their own, whose use the next block tells.
    pub(super) phrases: Vec<Text>,
    /// What could not be placed since the last row.
    pub(super) comments: Vec<String>,
}

impl Walk {
    fn block(&mut self, block: Block) {
        match block {
            Block::Heading(level, text) => self.heading(level, text),
            Block::Lines(lines) => self.lines(lines),
            Block::Item(depth, text) => self.item(depth, text),
            Block::Note(text) => self.draft.notes.push(text),
            Block::Code(code) => self.code(&code),
            Block::Table(table) => match rows::of_table(&table) {
                Some(records) => self.records(records),
                None => self.lose(&table),
            },
        }
    }

    fn heading(&mut self, level: u8, text: Text) {
        self.drop_phrases();
        if self.title_level == Some(level) {
            self.draft.title = Some(text.plain);
            self.title_level = None;
            return;
        }
        let row = match self.rows_are {
            RowsAre::Sections(rows) => (rows == level).then(|| Row {
                heading: Heading::read(&text.plain),
                ..Row::default()
            }),
            _ => section::row_of(&text, self.rows_are == RowsAre::CodeHeadings),
        };
        if let Some(row) = row {
            self.label = None;
            self.label_depth = 0;
            // headings of rows may stand beside the headings of sections, not above them
            if self
                .section
                .as_ref()
                .is_some_and(|section| section.level >= level)
            {
                self.end_section();
            }
            self.push(row, true);
            self.row = Some(level);
            self.row_heading = text;
            return;
        }
        if self.row.is_some_and(|row| level > row) {
            let meaning = wording::label(&text.plain).unwrap_or(Meaning::Field);
            self.label = Some((meaning, text.plain));
            return;
        }
        self.end_section();
        self.section = Some(Section::new(level, text));
    }

    fn code(&mut self, code: &str) {
        match self.draft.rows.last_mut().filter(|_| self.row.is_some()) {
            Some(row) => row.examples.push(code.trim_end().to_owned()),
            None => self.comments.push(format!("code: {}", code.trim())),
        }
    }

    fn records(&mut self, records: Vec<Record>) {
        let inherited = self.group_of_row(&records);
        for record in records {
            match record {
                Record::Row(mut row) => {
                    if row.statuses.is_empty() {
                        row.statuses.clone_from(&inherited);
                    }
                    self.push(*row, false);
                }
                Record::Heading(text) => {
                    self.end_section();
                    self.section = Some(Section::new(9, text));
                }
                Record::Lost(line) => {
                    self.draft.found += 1;
                    self.comments
                        .push(format!("a row without status or code: {line}"));
                }
            }
        }
        self.row = None;
    }

    /// `## 400 Bad Request` above a table of codes without statuses is the heading of a group, whose status all have.
    fn group_of_row(&mut self, records: &[Record]) -> Vec<String> {
        let has_none =
            |record: &Record| matches!(record, Record::Row(row) if row.statuses.is_empty());
        let (Some(level), true) = (self.row, records.iter().all(has_none)) else {
            return Vec::new();
        };
        let Some(row) = self.draft.rows.pop() else {
            return Vec::new();
        };
        self.draft.found -= 1;
        self.comments.extend(row.comments.iter().cloned());
        let heading = std::mem::take(&mut self.row_heading);
        self.section = Some(Section {
            texts: row.description,
            ..Section::new(level, heading)
        });
        row.statuses
    }

    /// Adds a row, and opens its section's group with the first.
    pub(super) fn push(&mut self, row: Row, may_head: bool) {
        self.draft.found += 1;
        // no spec is made of so many; they are only counted
        if self.draft.found > MAX_ROWS {
            return;
        }
        match self.phrases.pop() {
            // the line above the first row is the title, and one between rows is a section's
            Some(last) if self.draft.title.is_none() && self.draft.rows.is_empty() => {
                self.draft.title = Some(last.plain);
            }
            Some(last) if may_head && !self.draft.rows.is_empty() => {
                self.section = Some(Section::new(9, last))
            }
            last => self.phrases.extend(last),
        }
        self.drop_phrases();
        let group = self
            .section
            .as_mut()
            .map(|section| section.open(&mut self.draft.groups));
        let comments = self.comments.drain(..).chain(row.comments).collect();
        self.draft.rows.push(Row {
            comments,
            group,
            ..row
        });
    }

    /// Phrases that nothing follows are navigation, or who knows what.
    pub(super) fn drop_phrases(&mut self) {
        self.comments
            .extend(self.phrases.drain(..).map(|text| text.plain));
    }

    fn lose(&mut self, table: &Table) {
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
        self.comments.push(format!(
            "a table without statuses or codes:\n{}",
            lines.join("\n")
        ));
    }

    /// A section that held no rows: a class is a row itself, all else is text.
    pub(super) fn end_section(&mut self) {
        self.row = None;
        self.label = None;
        let Some(Section {
            heading,
            group: None,
            texts,
            ..
        }) = self.section.take()
        else {
            return;
        };
        let Heading { statuses, title } = Heading::read(&heading.plain);
        if !statuses.is_empty() && self.rows_are != RowsAre::Lines {
            self.push(
                Row {
                    statuses,
                    title,
                    description: texts,
                    ..Row::default()
                },
                false,
            );
        } else if texts.is_empty() {
            self.comments.push(heading.plain);
        } else {
            let text = Text::join([heading].into_iter().chain(texts), "\n\n");
            self.draft.notes.push(text);
        }
    }

    fn settle(mut self) -> Draft {
        let comments = std::mem::take(&mut self.comments);
        self.draft.below.extend(comments);
        if let Some(first) = self.draft.rows.first_mut() {
            self.draft.above.append(&mut first.comments);
        }
        self.draft.rows.iter_mut().for_each(Row::settle);
        self.draft.drop_repeated();
        let mut taken = std::collections::HashSet::new();
        taken.extend(self.draft.groups.iter().map(|group| group.id.clone()));
        for Group { id, title, .. } in self
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
        self.draft.settle_groups();
        self.draft
    }
}
