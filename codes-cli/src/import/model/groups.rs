//! The groups of a draft.

use std::collections::{HashMap, HashSet};

use super::draft::{Draft, DraftGroup};
use super::text::Text;
use crate::messages::drafts::Skipped;

impl Draft {
    /// Returns the names of the groups, numbered if several groups have the same name: `Errors [2]`.
    pub(crate) fn numbered_groups(&self) -> Vec<String> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for group in &self.groups {
            *counts.entry(group.name()).or_default() += 1;
        }
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let numbered = self.groups.iter().map(|group| {
            let name = group.name();
            let number = seen.entry(name).or_default();
            *number += 1;
            match counts[name] {
                1 => name.to_owned(),
                _ => format!("{name} [{number}]"),
            }
        });
        numbered.collect()
    }

    /// The groups that have rows.
    pub(crate) fn used_groups(&self) -> HashSet<usize> {
        self.rows.iter().filter_map(|row| row.group).collect()
    }

    /// Removes groups without rows.
    pub(crate) fn drop_empty_groups(&mut self) {
        self.drop_groups(|_, _| true);
    }

    /// Removes and returns the groups without rows that `is_dropped` selects by their position or content.
    pub(crate) fn drop_groups(
        &mut self,
        is_dropped: impl Fn(usize, &DraftGroup) -> bool,
    ) -> Vec<DraftGroup> {
        let used = self.used_groups();
        let mut dropped = Vec::new();
        let mut places = Vec::with_capacity(self.groups.len());
        let mut kept = Vec::with_capacity(self.groups.len());
        for (at, group) in std::mem::take(&mut self.groups).into_iter().enumerate() {
            places.push(kept.len());
            if used.contains(&at) || !is_dropped(at, &group) {
                kept.push(group);
            } else {
                dropped.push(group);
            }
        }
        self.groups = kept;
        for row in &mut self.rows {
            row.group = row.group.map(|group| places[group]);
        }
        dropped
    }

    /// Moves the texts of dropped groups to the notes.
    pub(crate) fn note_groups(&mut self, dropped: Vec<DraftGroup>) {
        for group in dropped {
            if group.about.is_empty() {
                self.below.push(Skipped::Text(group.title));
            } else {
                let title = Text::plain(&group.title);
                let texts = [title].into_iter().chain(group.about);
                self.notes.push(Text::join(texts, "\n\n"));
            }
        }
    }
}
