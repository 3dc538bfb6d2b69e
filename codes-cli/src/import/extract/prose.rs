//! Paragraphs: rows that are lines, titles, labelled texts, and prose.

use crate::import::extract::collector::Collector;
use crate::import::extract::layout::RowLayout;
use crate::import::extract::records;
use crate::import::extract::section::{self, Section};
use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;
use crate::import::roles::role::is_phrase;
use crate::import::roles::vocabulary;

impl Collector {
    pub(super) fn lines(&mut self, lines: Vec<Text>) {
        if let (Some(_), false) = (self.row, self.row_layout == RowLayout::Lines) {
            return self.labelled(lines);
        }
        let (mut prose, mut i) = (Vec::new(), 0);
        let is_alone = |at: usize| {
            let line: &Text = &lines[at];
            let next = lines.get(at + 1).and_then(|next| next.plain.chars().next());
            is_phrase(&line.plain) && next.is_none_or(|c| !c.is_lowercase())
        };
        while let Some(line) = lines.get(i) {
            let row = if self.row_layout == RowLayout::Lines {
                records::of_line(line)
            } else {
                None
            };
            if vocabulary::is_heading_line(&line.plain) {
            } else if let Some(row) = row {
                self.prose(std::mem::take(&mut prose));
                self.push_row(row, true);
                self.row = Some(0);
            } else if section::is_class(&line.plain) && is_phrase(&line.plain) {
                self.prose(std::mem::take(&mut prose));
                self.drop_phrases();
                self.end_section();
                self.section = Some(Section::new(9, line.clone()));
            } else if self.row_layout == RowLayout::Lines && self.row.is_some() && i > 0 {
                self.continue_row(line.clone());
            } else if self.headless && is_alone(i) && prose.is_empty() {
                self.phrase_alone(line);
            } else {
                prose.push(line.clone());
            }
            i += 1;
        }
        self.prose(prose);
    }

    /// Handles a phrase on a line of its own: it is the title of the row above if that has none, and otherwise waits for
    /// the next block.
    fn phrase_alone(&mut self, line: &Text) {
        if let Some(row) = self.row_without_text() {
            row.text(line.clone());
        } else {
            self.row = None;
            self.phrases.push(line.clone());
        }
    }

    /// Returns the last row if it has no title and no description.
    fn row_without_text(&mut self) -> Option<&mut DraftRow> {
        self.row?;
        self.draft
            .rows
            .last_mut()
            .filter(|row| row.title.is_none() && row.description.is_empty())
    }

    /// Adds another line to the last row.
    pub(super) fn continue_row(&mut self, line: Text) {
        let Some(row) = self.draft.rows.last_mut() else {
            return;
        };
        match row.description.last_mut() {
            Some(before) => before.push(&line, " "),
            None if row.title.is_none() => row.text(line),
            None => row.description.push(line),
        }
    }

    /// Handles a paragraph that belongs to no row: it goes to the section, to `about`, or to the notes.
    pub(super) fn prose(&mut self, lines: Vec<Text>) {
        let text = Text::join(lines, " ");
        if text.is_empty() {
            return;
        }
        if let (RowLayout::Lines, Some(row)) = (self.row_layout, self.row_without_text()) {
            return row.text(text);
        }
        // a phrase directly above a paragraph is the title of the page
        if let (None, Some(last)) = (
            &self.draft.title,
            self.phrases.pop_if(|_| self.draft.rows.is_empty()),
        ) {
            self.draft.title = Some(last.plain);
        }
        self.drop_phrases();
        match &mut self.section {
            Some(section) if section.group.is_none() => section.texts.push(text),
            _ if self.draft.rows.is_empty() => self.draft.about.push(text),
            _ => self.draft.notes.push(text),
        }
    }
}
