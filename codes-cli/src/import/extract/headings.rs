//! Headings, which start rows and sections.

use crate::import::extract::collector::Collector;
use crate::import::extract::layout::RowLayout;
use crate::import::extract::records::TableLine;
use crate::import::extract::section::{self, Section};
use crate::import::model::row::{DraftRow, Heading};
use crate::import::model::text::Text;
use crate::import::roles::role::Role;
use crate::import::roles::vocabulary;
use crate::messages::drafts::Skipped;

impl Collector {
    pub(super) fn heading(&mut self, level: u8, text: Text) {
        self.drop_phrases();
        if self.title_level == Some(level) {
            self.draft.title = Some(text.plain);
            self.title_level = None;
            return;
        }
        let row = match self.row_layout {
            RowLayout::Sections { level: rows, codes } => {
                (rows == level).then(|| row_of_section(&text, codes))
            }
            RowLayout::CodeHeadings { words } => {
                let is_code =
                    |row: &DraftRow| row.code.is_none() || words || !section::is_word(&text);
                section::row_of(&text, true).filter(is_code)
            }
            RowLayout::Regions => section::row_of(&text, false),
        };
        if let Some(row) = row {
            self.label = None;
            self.label_depth = 0;
            let is_below = self.row.is_some_and(|above| above < level);
            let last = self.draft.rows.last().filter(|_| is_below);
            if row.code.is_some() && last.is_some_and(|last| last.code.is_none()) {
                self.row_becomes_group();
            }
            // a row whose heading is not below the section's heading ends the section
            if self
                .section
                .as_ref()
                .is_some_and(|section| section.level >= level)
            {
                self.end_section();
            }
            self.push_row(row, true);
            self.row = Some(level);
            self.row_heading = text;
            return;
        }
        if self.row.is_some_and(|row| level > row) {
            let role = vocabulary::label(&text.plain).unwrap_or(Role::Field);
            self.label = Some((role, text.plain));
            return;
        }
        self.open_section(level, text);
    }

    /// Starts a section, unless its heading is one of an example: the rows below an example do not belong to it.
    fn open_section(&mut self, level: u8, heading: Text) {
        let is_example = vocabulary::label(&heading.plain) == Some(Role::Example);
        let is_below = |section: &Section| section.level < level;
        if !is_example || !self.section.as_ref().is_some_and(is_below) {
            self.end_section();
        }
        if is_example {
            self.skipped.push(Skipped::Text(heading.plain));
        } else {
            self.section = Some(Section::new(level, heading));
        }
    }

    /// Turns the current row into a group if a table without statuses follows: the codes below `## 400 Bad Request` all
    /// have that status. So have the rows of a table whose statuses are those of its heading.
    pub(super) fn group_of_row(&mut self, records: &[TableLine], of_heading: &[String]) {
        let has_no_status = |record: &TableLine| match record {
            TableLine::Row(row) => row.statuses.is_empty() || row.statuses == of_heading,
            _ => false,
        };
        if records.iter().all(has_no_status) {
            self.row_becomes_group();
        }
    }

    /// Turns the current row, whose heading is a status, into a group of the rows that follow.
    fn row_becomes_group(&mut self) {
        let Some(level) = self.row else {
            return;
        };
        let Some(row) = self.draft.rows.pop() else {
            return;
        };
        self.draft.found -= 1;
        self.skipped.extend(row.skipped.iter().cloned());
        let heading = std::mem::take(&mut self.row_heading);
        self.section = Some(Section {
            texts: row.description,
            ..Section::new(level, heading)
        });
        self.row = None;
        self.inherited = row.statuses;
    }

    /// Ends the section. If it has no rows, its heading becomes a row (such as `5xx`), the title of the page, a note or
    /// skipped text.
    pub(super) fn end_section(&mut self) {
        self.row = None;
        self.label = None;
        self.noted = None;
        self.inherited.clear();
        let Some(Section {
            heading,
            group: None,
            texts,
            ..
        }) = self.section.take()
        else {
            return;
        };
        let Heading { statuses, title } = Heading::of_section(&heading.plain);
        if !statuses.is_empty() {
            self.push_row(
                DraftRow {
                    statuses,
                    title,
                    description: texts,
                    ..DraftRow::default()
                },
                false,
            );
        } else if self.draft.title.is_none() && self.draft.rows.is_empty() && !self.headless {
            // the first section is about the whole page
            self.draft.title = Some(heading.plain);
            self.draft.about.extend(texts);
        } else if texts.is_empty() {
            self.skipped.push(Skipped::Text(heading.plain));
        } else {
            let text = Text::join([heading].into_iter().chain(texts), "\n\n");
            self.draft.notes.push(text);
        }
    }
}

/// Returns the row of a section. Labels below the heading override its status and title.
fn row_of_section(heading: &Text, is_code: bool) -> DraftRow {
    match section::row_of(heading, true).filter(|_| is_code) {
        Some(row) => DraftRow {
            code: row.code,
            heading: Heading {
                statuses: row.statuses,
                title: row.title,
            },
            ..DraftRow::default()
        },
        None => DraftRow {
            heading: Heading::read(&heading.plain),
            ..DraftRow::default()
        },
    }
}
