//! Rows that a spec could not tell apart.

use std::collections::HashMap;

use super::draft::Draft;
use super::row::DraftRow;
use super::text::Text;
use crate::messages::doubts::Doubt;
use crate::messages::drafts::Skipped;

impl Draft {
    /// Removes duplicate rows, and records them as skipped. Their `when` is added to the first row, which gets a doubt
    /// if they have fields or actions that it lacks and, with `doubts_groups`, if they are in other groups.
    pub(crate) fn drop_duplicates(&mut self, doubts_groups: bool) {
        let mut seen: HashMap<_, usize> = HashMap::new();
        let mut skipped = Vec::new();
        let rows = std::mem::take(&mut self.rows);
        for mut row in rows {
            if let Some(&first) = seen.get(&key(&row)) {
                skipped.append(&mut row.skipped);
                skipped.push(Skipped::DuplicateRow(row.line()));
                let first = &mut self.rows[first];
                if doubts_groups && row.is_in_other_group(first) {
                    first.doubt_once(Doubt::GroupsOfDuplicates);
                }
                first.merge(row);
            } else {
                seen.insert(key(&row), self.rows.len());
                row.skipped.splice(0..0, skipped.drain(..));
                self.rows.push(row);
            }
        }
        self.below.splice(0..0, skipped);
    }
}

/// The facts in which rows of a spec have to differ.
fn key(row: &DraftRow) -> impl Eq + std::hash::Hash + use<> {
    let texts = |texts: &[Text]| {
        let plain = texts.iter().map(|text| text.plain.clone());
        plain.collect::<Vec<_>>()
    };
    let title = row.title.as_ref().map(|title| title.plain.clone());
    (
        row.statuses.clone(),
        row.code.clone(),
        row.detail.clone(),
        title,
        texts(&row.description),
        row.messages.clone(),
    )
}

impl DraftRow {
    /// Adds the `when` of a duplicate, and a doubt if the duplicate has fields or actions that this row lacks.
    fn merge(&mut self, duplicate: DraftRow) {
        /// The maximum number of texts that are compared with each other, so that a page cannot take quadratic time.
        const MOST: usize = 64;
        let lacks = |facts: &[(String, Text)], (name, text): &(String, Text)| {
            !facts
                .iter()
                .take(MOST)
                .any(|(other, own)| other == name && own.plain == text.plain)
        };
        let others = duplicate
            .fields
            .iter()
            .filter(|field| lacks(&self.fields, field));
        let actions = duplicate
            .action
            .iter()
            .filter(|text| !self.action.contains(text));
        let differs = others.count() + actions.count() > 0;
        // doubts about the texts apply to both
        for doubt in duplicate.doubts {
            self.doubt_once(doubt);
        }
        for text in duplicate.when {
            if self.when.len() < MOST && !self.when.contains(&text) {
                self.when.push(text);
            }
        }
        if differs {
            self.doubt_once(Doubt::UnlikeDuplicates);
        }
    }

    /// Whether the row has a group, and another row is not in it.
    pub(crate) fn is_in_other_group(&self, other: &DraftRow) -> bool {
        self.group.is_some() && self.group != other.group
    }

    pub(crate) fn doubt_once(&mut self, doubt: Doubt) {
        const MOST: usize = 64;
        if self.doubts.len() < MOST && !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }
}
