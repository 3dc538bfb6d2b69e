//! One draft for each section of a page, for `--split`.

use crate::import::model::draft::{Draft, DraftGroup};
use crate::import::model::row::DraftRow;
use crate::import::roles::choices::Choices;

/// A section of a page as a draft of its own.
pub(crate) struct SectionDraft {
    pub(crate) id: String,
    pub(crate) draft: Draft,
    /// The options that select the section, so that the section's spec can be compared with the page on its own.
    pub(crate) choices: Choices,
}

impl Draft {
    /// Splits the draft into one for each group that has rows, and one for the rows without a group.
    pub(crate) fn split(self, choices: &Choices) -> Vec<SectionDraft> {
        let names = self.numbered_groups();
        let ungrouped = DraftGroup {
            id: "codes".to_owned(),
            title: self.title.unwrap_or_default(),
            about: Vec::new(),
        };
        let groups = self.groups.into_iter().enumerate();
        let groups = groups.map(|(at, group)| (Some(at), group));
        let mut drafts: Vec<SectionDraft> = Vec::new();
        for (at, group) in [(None, ungrouped)].into_iter().chain(groups) {
            let rows = rows_of(&self.rows, at);
            if rows.is_empty() {
                continue;
            }
            let choices = match at {
                Some(at) => choices.only(&names[at]),
                None => choices.without(&names),
            };
            let draft = Draft {
                title: Some(group.title).filter(|title| !title.is_empty()),
                facts: self.facts.clone(),
                about: group.about,
                found: rows.len(),
                rows,
                ..Draft::default()
            };
            drafts.push(SectionDraft {
                id: group.id,
                draft,
                choices,
            });
        }
        // texts about the whole page go into the first draft
        if let Some(SectionDraft { draft: first, .. }) = drafts.first_mut() {
            first.about.splice(0..0, self.about);
            first.notes = self.notes;
            first.above = self.above;
            first.doubts = self.doubts;
        }
        if let Some(SectionDraft { draft: last, .. }) = drafts.last_mut() {
            last.below = self.below;
        }
        drafts
    }
}

/// Returns the rows of a group, or those without a group.
fn rows_of(rows: &[DraftRow], group: Option<usize>) -> Vec<DraftRow> {
    let rows = rows.iter().filter(|row| row.group == group);
    let without_group = |row: &DraftRow| DraftRow {
        group: None,
        ..row.clone()
    };
    rows.map(without_group).collect()
}
