//! Paragraphs: labelled texts of a row, titles and headings on lines of their own, and prose.

use crate::import::extract::collector::Collector;
use crate::import::extract::section::{self, Section};
use crate::import::model::text::Text;
use crate::import::roles::about::is_about_codes;
use crate::import::roles::furniture::is_furniture;
use crate::import::roles::head_lines;
use crate::import::roles::role::is_phrase;
use crate::import::roles::values::is_pattern;
use crate::messages::drafts::Skipped;

/// Whether a line ends a sentence, or announces what follows.
fn ends_sentence(line: Option<&Text>) -> bool {
    line.is_some_and(|line| line.plain.ends_with(['.', ':', '!', '。']))
}

/// Whether a line is a single word that is shortened: `Misc.`
fn is_abbreviation(line: &str) -> bool {
    let word = line.trim().strip_suffix('.').unwrap_or_default();
    word.len() > 1 && word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic)
}

impl Collector {
    pub(super) fn lines(&mut self, lines: Vec<Text>) {
        if self.row.is_some() {
            return self.labelled(lines);
        }
        let mut prose = Vec::new();
        let is_sectioned = self.sectioned;
        let is_alone = |at: usize| {
            let line: &Text = &lines[at];
            if is_sectioned && lines.len() == 1 && is_abbreviation(&line.plain) {
                return true;
            }
            let next = lines.get(at + 1).and_then(|next| next.plain.chars().next());
            // some symbols count as lowercase too, but have no uppercase form
            let is_small = |c: char| c.is_lowercase() && c.to_uppercase().ne([c]);
            is_phrase(&line.plain) && !is_pattern(&line.plain) && next.is_none_or(|c| !is_small(c))
        };
        for (i, line) in lines.iter().enumerate() {
            if head_lines::is_heading_line(&line.plain) {
            } else if is_furniture(&line.plain) {
                self.skipped.push(Skipped::Text(line.plain.clone()));
            } else if section::is_class(&line.plain) && is_phrase(&line.plain) {
                self.prose(std::mem::take(&mut prose));
                self.drop_phrases();
                self.end_section();
                self.section = Some(Section::new(9, line.clone()));
            } else if self.headless
                && is_alone(i)
                && (prose.is_empty() || is_sectioned && ends_sentence(prose.last()))
            {
                self.prose(std::mem::take(&mut prose));
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
            self.draft.title = self.title_of_phrases();
        }
        let above = self.phrases.pop();
        self.drop_phrases();
        if let Some(above) = above {
            if self.sectioned && text.plain.ends_with(':') {
                self.end_section();
                self.section = Some(Section::new(9, above));
            } else {
                self.skipped.push(Skipped::Text(above.plain));
            }
        }
        match &mut self.section {
            Some(section) if section.group.is_none() => section.texts.push(text),
            _ if self.draft.rows.is_empty() => self.draft.about.push(text),
            _ => {
                self.noted = (self.below_list || self.sectioned).then(|| text.plain.clone());
                self.draft.notes.push(text);
            }
        }
    }

    /// Takes the phrase that is the title of the page: the last one that is about codes, or else the last one.
    pub(super) fn title_of_phrases(&mut self) -> Option<String> {
        let mut phrases = self.phrases.iter();
        let about_codes = phrases.rposition(|phrase| {
            is_about_codes(&phrase.plain) && !head_lines::names_columns(&phrase.plain)
        });
        let at = about_codes.or_else(|| self.phrases.len().checked_sub(1))?;
        Some(self.phrases.remove(at).plain)
    }
}
