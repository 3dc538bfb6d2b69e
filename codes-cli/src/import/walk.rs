//! Page → draft: which rows there are, and where every other text of the page belongs.

use codes_spec::MAX_ROWS;

use super::columns::{self, Meaning, is_phrase};
use super::draft::{Draft, Group, Row};
use super::page::{Block, Page, Table, Text};
use super::rows::{self, Record};
use super::section::{self, Section, group_id};
use super::{markdown, status, text};

pub(crate) fn draft(mut page: Page) -> Draft {
    open_code(&mut page.blocks);
    let rows_are = RowsAre::of(&page);
    let title_level = title_level(&page);
    let headless = !page.blocks.iter().any(|block| matches!(block, Block::Heading(..)));
    let mut walk = Walk { rows_are, headless, title_level, ..Walk::default() };
    walk.draft.about.extend(page.about.map(|about| Text::plain(&about)));
    walk.draft.title = page.title;
    for block in page.blocks {
        walk.block(block);
    }
    walk.end_section();
    walk.drop_phrases();
    walk.settle()
}

/// Where the page has its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum RowsAre {
    /// In tables, and under headings that are codes.
    #[default]
    Tables,
    /// Lines that begin with a status.
    Lines,
    /// Under headings that are machine codes.
    CodeHeadings,
}

impl RowsAre {
    fn of(page: &Page) -> Self {
        let is_code =
            |block: &&Block| matches!(block, Block::Heading(_, text) if section::row_of(text, true).is_some());
        match page.blocks.iter().any(has_rows) {
            true => RowsAre::Tables,
            false if page.blocks.iter().filter(is_code).count() > 1 => RowsAre::CodeHeadings,
            false => RowsAre::Lines,
        }
    }
}

/// Tables that stand in code are read if the page has no others.
fn open_code(blocks: &mut Vec<Block>) {
    let is_table = |block: &Block| matches!(block, Block::Table(table) if columns::read(table).is_some());
    if blocks.iter().any(is_table) {
        return;
    }
    let open = |block| match block {
        Block::Code(code) if text::has_table(&code) => markdown::read(&code).blocks,
        other => vec![other],
    };
    *blocks = blocks.drain(..).flat_map(open).collect();
}

/// The level of the heading that is the page's title: the first, if it stands above all rows and no other is as high.
fn title_level(page: &Page) -> Option<u8> {
    let first = page.blocks.iter().find(|block| matches!(block, Block::Heading(..)) || has_rows(block))?;
    let Block::Heading(level, text) = first else { return None };
    let levels = page.blocks.iter().filter_map(|block| match block {
        Block::Heading(level, _) => Some(level),
        _ => None,
    });
    let is_title = status::leading(&text.plain).is_none() && levels.skip(1).all(|other| other > level);
    is_title.then_some(*level)
}

fn has_rows(block: &Block) -> bool {
    match block {
        Block::Table(table) => columns::read(table).is_some(),
        Block::Heading(_, heading) => section::row_of(heading, false).is_some(),
        _ => false,
    }
}

#[derive(Default)]
struct Walk {
    draft: Draft,
    rows_are: RowsAre,
    /// The page has no headings but lines that are like headings.
    headless: bool,
    title_level: Option<u8>,
    section: Option<Section>,
    /// The row that a heading or a line began, and the heading's level.
    row: Option<u8>,
    row_heading: Text,
    /// What a label said of the texts that follow it.
    label: Option<(Meaning, String)>,
    /// Phrases on lines of their own, whose use the next block tells.
    phrases: Vec<Text>,
    /// What could not be placed since the last row.
    comments: Vec<String>,
}

impl Walk {
    fn block(&mut self, block: Block) {
        match block {
            Block::Heading(level, text) => self.heading(level, text),
            Block::Lines(lines) => self.lines(lines),
            Block::Item(text) => self.item(text),
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
        if let Some(row) = section::row_of(&text, self.rows_are == RowsAre::CodeHeadings) {
            self.label = None;
            // headings of rows may stand beside the headings of sections, not above them
            if self.section.as_ref().is_some_and(|section| section.level >= level) {
                self.end_section();
            }
            self.push(row, true);
            self.row = Some(level);
            self.row_heading = text;
            return;
        }
        if self.row.is_some_and(|row| level > row) {
            let meaning = columns::label(&text.plain).unwrap_or(Meaning::Field);
            self.label = Some((meaning, text.plain));
            return;
        }
        self.end_section();
        self.section = Some(Section::new(level, text));
    }

    fn lines(&mut self, lines: Vec<Text>) {
        if let (Some(_), false) = (self.row, self.rows_are == RowsAre::Lines) {
            return self.labelled(lines);
        }
        let (mut prose, mut i) = (Vec::new(), 0);
        let is_alone = |at: usize| {
            let line: &Text = &lines[at];
            let next = lines.get(at + 1).and_then(|next| next.plain.chars().next());
            is_phrase(&line.plain) && next.is_none_or(|c| !c.is_lowercase())
        };
        while let Some(line) = lines.get(i) {
            let row = if self.rows_are == RowsAre::Lines { rows::of_line(line) } else { None };
            if columns::is_heading_line(&line.plain) {
            } else if let Some(row) = row {
                self.prose(std::mem::take(&mut prose));
                self.push(row, true);
                self.row = Some(0);
            } else if section::is_class(&line.plain) && is_phrase(&line.plain) {
                self.prose(std::mem::take(&mut prose));
                self.drop_phrases();
                self.end_section();
                self.section = Some(Section::new(9, line.clone()));
            } else if self.rows_are == RowsAre::Lines && self.row.is_some() && i > 0 {
                self.go_on(line.clone());
            } else if self.headless && is_alone(i) && prose.is_empty() {
                self.lone_row_text(line);
            } else {
                prose.push(line.clone());
            }
            i += 1;
        }
        self.prose(prose);
    }

    /// A phrase on a line of its own: the title of the row above it, if that has none, else it waits.
    fn lone_row_text(&mut self, line: &Text) {
        if let Some(row) = self.bare_row() {
            row.text(line.clone());
        } else {
            self.row = None;
            self.phrases.push(line.clone());
        }
    }

    /// The last row, if it has nothing but a status.
    fn bare_row(&mut self) -> Option<&mut Row> {
        self.row?;
        self.draft.rows.last_mut().filter(|row| row.title.is_none() && row.description.is_empty())
    }

    /// A further line of a row: its description, or more of it.
    fn go_on(&mut self, line: Text) {
        let Some(row) = self.draft.rows.last_mut() else { return };
        match row.description.last_mut() {
            Some(before) => before.push(&line, " "),
            None if row.title.is_none() => row.text(line),
            None => row.description.push(line),
        }
    }

    /// A paragraph that belongs to no row: to the section, above the table, or below it.
    fn prose(&mut self, lines: Vec<Text>) {
        let text = Text::join(lines, " ");
        if text.is_empty() {
            return;
        }
        if let (RowsAre::Lines, Some(row)) = (self.rows_are, self.bare_row()) {
            return row.text(text);
        }
        // above the text stands its title
        if let (None, Some(last)) = (&self.draft.title, self.phrases.pop_if(|_| self.draft.rows.is_empty())) {
            self.draft.title = Some(last.plain);
        }
        self.drop_phrases();
        match &mut self.section {
            Some(section) if section.group.is_none() => section.texts.push(text),
            _ if self.draft.rows.is_empty() => self.draft.about.push(text),
            _ => self.draft.notes.push(text),
        }
    }

    /// Lines under a row's heading, each behind its label.
    fn labelled(&mut self, lines: Vec<Text>) {
        let mut texts: Vec<Text> = Vec::new();
        for line in lines {
            let is_bold = line.label.is_some();
            let known = line.labelled().and_then(|(label, rest)| match columns::label(label) {
                Some(meaning) => Some((meaning, label.to_owned(), rest)),
                None => is_bold.then(|| (Meaning::Field, label.to_owned(), rest)),
            });
            match known {
                Some((meaning, label, rest)) => {
                    self.under_label(std::mem::take(&mut texts));
                    self.label = Some((meaning, label));
                    texts.push(rest);
                }
                None => texts.push(line),
            }
        }
        self.under_label(texts);
    }

    fn under_label(&mut self, lines: Vec<Text>) {
        let text = Text::join(lines, " ");
        let (meaning, label) = self.label.clone().unwrap_or((Meaning::Description, String::new()));
        let Some(row) = self.draft.rows.last_mut().filter(|_| !text.is_empty()) else { return };
        row.place(meaning, text, &label);
    }

    fn item(&mut self, text: Text) {
        let row = if self.rows_are == RowsAre::Lines { rows::of_line(&text) } else { None };
        match (row, self.row) {
            (Some(row), _) => {
                self.push(row, true);
                self.row = Some(0);
            }
            (None, Some(_)) if self.rows_are == RowsAre::Lines => self.go_on(text),
            (None, Some(_)) => self.labelled(vec![text]),
            (None, None) => self.prose(vec![text]),
        }
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
                    self.comments.push(format!("a row without status or code: {line}"));
                }
            }
        }
        self.row = None;
    }

    /// `## 400 Bad Request` above a table of codes without statuses is the heading of a group, whose status all have.
    fn group_of_row(&mut self, records: &[Record]) -> Vec<String> {
        let has_none = |record: &Record| matches!(record, Record::Row(row) if row.statuses.is_empty());
        let (Some(level), true) = (self.row, records.iter().all(has_none)) else { return Vec::new() };
        let Some(row) = self.draft.rows.pop() else { return Vec::new() };
        self.draft.found -= 1;
        self.comments.extend(row.comments.iter().cloned());
        let heading = std::mem::take(&mut self.row_heading);
        self.section = Some(Section { texts: row.description, ..Section::new(level, heading) });
        row.statuses
    }

    /// Adds a row, and opens its section's group with the first.
    fn push(&mut self, row: Row, may_head: bool) {
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
            Some(last) if may_head && !self.draft.rows.is_empty() => self.section = Some(Section::new(9, last)),
            last => self.phrases.extend(last),
        }
        self.drop_phrases();
        let group = self.section.as_mut().map(|section| section.open(&mut self.draft.groups));
        let comments = self.comments.drain(..).chain(row.comments).collect();
        self.draft.rows.push(Row { comments, group, ..row });
    }

    /// Phrases that nothing follows are navigation, or who knows what.
    fn drop_phrases(&mut self) {
        self.comments.extend(self.phrases.drain(..).map(|text| text.plain));
    }

    fn lose(&mut self, table: &Table) {
        let line = |cells: &Vec<Text>| cells.iter().map(|cell| cell.plain.as_str()).collect::<Vec<_>>().join(" | ");
        let lines: Vec<_> = [&table.head].into_iter().chain(&table.rows).map(line).collect();
        self.comments.push(format!("a table without statuses or codes:\n{}", lines.join("\n")));
    }

    /// A section that held no rows: a class is a row itself, all else is text.
    fn end_section(&mut self) {
        self.row = None;
        self.label = None;
        let Some(Section { heading, group: None, texts, .. }) = self.section.take() else { return };
        if let Some((statuses, rest)) = status::leading(&heading.plain).filter(|_| self.rows_are != RowsAre::Lines) {
            let title = Some(Text::plain(status::behind(rest))).filter(|title| !title.is_empty());
            self.push(Row { statuses, title, description: texts, ..Row::default() }, false);
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
        self.draft.drop_repeated();
        let mut taken = std::collections::HashSet::new();
        for Group { id, title, .. } in &mut self.draft.groups {
            let first = group_id(title);
            let numbered = (2..).map(|n| format!("{first}_{n}"));
            *id = std::iter::once(first.clone()).chain(numbered).find(|id| taken.insert(id.clone())).unwrap_or(first);
        }
        self.draft
    }
}
