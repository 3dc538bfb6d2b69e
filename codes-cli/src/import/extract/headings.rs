//! Headings, which start rows and sections.

use crate::import::extract::collector::Collector;
use crate::import::extract::layout::RowLayout;
use crate::import::extract::records::TableLine;
use crate::import::extract::section::{self, Section};
use crate::import::model::row::{DraftRow, Heading};
use crate::import::model::text::Text;
use crate::import::roles::role::Role;
use crate::import::roles::vocabulary;
use crate::messages::import::Skipped;

impl Collector {
    pub(super) fn heading(&mut self, level: u8, text: Text) {
        self.drop_phrases();
        if self.title_level == Some(level) {
            self.draft.title = Some(text.plain);
            self.title_level = None;
            return;
        }
        let row = match self.row_layout {
            RowLayout::Sections(rows) => (rows == level).then(|| DraftRow {
                heading: Heading::read(&text.plain),
                ..DraftRow::default()
            }),
            _ => section::row_of(&text, self.row_layout == RowLayout::CodeHeadings),
        };
        if let Some(row) = row {
            self.label = None;
            self.label_depth = 0;
            // a row on the level of the section's heading ends the section
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
        self.end_section();
        self.section = Some(Section::new(level, text));
    }

    /// Turns the current row into a group if a table without statuses follows: the codes below `## 400 Bad Request` all
    /// have that status, which is returned.
    pub(super) fn group_of_row(&mut self, records: &[TableLine]) -> Vec<String> {
        let has_no_status =
            |record: &TableLine| matches!(record, TableLine::Row(row) if row.statuses.is_empty());
        let (Some(level), true) = (self.row, records.iter().all(has_no_status)) else {
            return Vec::new();
        };
        let Some(row) = self.draft.rows.pop() else {
            return Vec::new();
        };
        self.draft.found -= 1;
        self.skipped.extend(row.skipped.iter().cloned());
        let heading = std::mem::take(&mut self.row_heading);
        self.section = Some(Section {
            texts: row.description,
            ..Section::new(level, heading)
        });
        row.statuses
    }

    /// Ends the section. If it has no rows, a heading such as `5xx` becomes a row, and any other heading text.
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
        if !statuses.is_empty() && self.row_layout != RowLayout::Lines {
            self.push_row(
                DraftRow {
                    statuses,
                    title,
                    description: texts,
                    ..DraftRow::default()
                },
                false,
            );
        } else if texts.is_empty() {
            self.skipped.push(Skipped::Text(heading.plain));
        } else {
            let text = Text::join([heading].into_iter().chain(texts), "\n\n");
            self.draft.notes.push(text);
        }
    }
}
