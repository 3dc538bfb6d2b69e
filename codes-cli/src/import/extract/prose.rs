//! Paragraphs: rows that are lines, titles, labelled texts, and prose.

use crate::import::extract::collector::Collector;
use crate::import::extract::section::{self, Section};
use crate::import::model::text::Text;
use crate::import::roles::role::is_phrase;
use crate::import::roles::vocabulary;

impl Collector {
    pub(super) fn lines(&mut self, lines: Vec<Text>) {
        if self.row.is_some() {
            return self.labelled(lines);
        }
        let mut prose = Vec::new();
        let is_alone = |at: usize| {
            let line: &Text = &lines[at];
            let next = lines.get(at + 1).and_then(|next| next.plain.chars().next());
            is_phrase(&line.plain) && next.is_none_or(|c| !c.is_lowercase())
        };
        for (i, line) in lines.iter().enumerate() {
            if vocabulary::is_heading_line(&line.plain) {
            } else if section::is_class(&line.plain) && is_phrase(&line.plain) {
                self.prose(std::mem::take(&mut prose));
                self.drop_phrases();
                self.end_section();
                self.section = Some(Section::new(9, line.clone()));
            } else if self.headless && is_alone(i) && prose.is_empty() {
                self.phrases.push(line.clone());
            } else {
                prose.push(line.clone());
            }
        }
        self.prose(prose);
    }

    /// Handles a paragraph that belongs to no row: it goes to the section, to `about`, or to the notes.
    pub(super) fn prose(&mut self, lines: Vec<Text>) {
        let text = Text::join(lines, " ");
        if text.is_empty() {
            return;
        }
        // a phrase directly above a paragraph is the title of the page
        if self.draft.title.is_none() && self.draft.rows.is_empty() {
            self.draft.title = self.phrases.pop().map(|last| last.plain);
        }
        self.drop_phrases();
        match &mut self.section {
            Some(section) if section.group.is_none() => section.texts.push(text),
            _ if self.draft.rows.is_empty() => self.draft.about.push(text),
            _ => self.draft.notes.push(text),
        }
    }
}
