//! A draft of a spec, and the texts of the page that have no place in it.

use std::collections::HashSet;

use super::row::DraftRow;
use super::text::Text;
use crate::messages::import::Skipped;

#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) title: Option<String>,
    pub(crate) facts: TableFacts,
    pub(crate) about: Vec<Text>,
    pub(crate) notes: Vec<Text>,
    pub(crate) groups: Vec<DraftGroup>,
    pub(crate) rows: Vec<DraftRow>,
    /// What is above the rows and below them on the page and has no place in a spec.
    pub(crate) above: Vec<Skipped>,
    pub(crate) below: Vec<Skipped>,
    /// How many rows the page has, whether or not they could be written.
    pub(crate) found: usize,
}

#[derive(Debug, Default)]
pub(crate) struct DraftGroup {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) about: Vec<Text>,
}

/// The keys of a table that are one line each, and its tags.
#[derive(Clone, Debug, Default)]
pub(crate) struct TableFacts {
    pub(crate) title: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) retrieved: Option<String>,
    pub(crate) protocol: Option<String>,
    pub(crate) base_url: Option<String>,
    pub(crate) display: Option<String>,
    /// `text`, or how integers are shown.
    pub(crate) code_format: Option<String>,
    pub(crate) body_code: Vec<String>,
    pub(crate) body_message: Vec<String>,
    pub(crate) body_statuses: Option<String>,
    pub(crate) reserved: Vec<String>,
    pub(crate) tags: Vec<(String, Text)>,
}

impl Draft {
    /// How many things could not be placed.
    pub(crate) fn skipped_items(&self) -> usize {
        let in_rows: usize = self.rows.iter().map(|row| row.skipped.len()).sum();
        self.above.len() + self.below.len() + in_rows
    }

    /// The texts that are Markdown where the spec says that its texts are.
    fn prose(&self) -> impl Iterator<Item = &Text> {
        let rows = self
            .rows
            .iter()
            .flat_map(|row| row.description.iter().chain(&row.when).chain(&row.action));
        let tags = self.facts.tags.iter().map(|(_, role)| role);
        self.about
            .iter()
            .chain(&self.notes)
            .chain(tags)
            .chain(self.groups.iter().flat_map(|group| &group.about))
            .chain(rows)
    }

    /// Whether a text has marks.
    pub(crate) fn is_markdown(&self) -> bool {
        self.prose().any(|text| text.marked)
    }

    /// Gives rows the groups that labels name.
    pub(crate) fn resolve_groups(&mut self) {
        for row in &mut self.rows {
            let Some(said) = row.group_said.take() else {
                continue;
            };
            let by = |is: fn(&DraftGroup) -> &str| {
                self.groups.iter().position(|group| is(group) == said)
            };
            match by(|group| &group.id).or_else(|| by(|group| &group.title)) {
                _ if said.is_empty() => row.group = None,
                None => row.field("Group", Text::plain(&said)),
                named => row.group = named,
            }
        }
    }

    /// Removes rows that repeat another one: they become skipped.
    pub(crate) fn drop_repeated(&mut self) {
        let mut seen = HashSet::new();
        let mut skipped = Vec::new();
        let rows = std::mem::take(&mut self.rows);
        for mut row in rows {
            let texts = |texts: &[Text]| {
                texts
                    .iter()
                    .map(|text| text.plain.clone())
                    .collect::<Vec<_>>()
            };
            let title = row.title.as_ref().map(|title| title.plain.clone());
            if !seen.insert((
                row.statuses.clone(),
                row.code.clone(),
                title,
                texts(&row.description),
            )) {
                skipped.append(&mut row.skipped);
                skipped.push(Skipped::DuplicateRow(row.line()));
                continue;
            }
            row.skipped.splice(0..0, skipped.drain(..));
            self.rows.push(row);
        }
        self.below.splice(0..0, skipped);
    }

    /// A draft for the rows of each group, where a page's tables become a file each.
    pub(crate) fn split(self) -> Vec<(String, Draft)> {
        let ungrouped = self.rows.iter().any(|row| row.group.is_none());
        let ungrouped = ungrouped.then(|| DraftGroup {
            id: "codes".to_owned(),
            title: self.title.unwrap_or_default(),
            about: Vec::new(),
        });
        let groups = self.groups.into_iter().enumerate();
        let groups = ungrouped
            .map(|group| (None, group))
            .into_iter()
            .chain(groups.map(|(at, group)| (Some(at), group)));
        let mut drafts: Vec<(String, Draft)> = Vec::new();
        for (at, group) in groups {
            let rows: Vec<_> = self
                .rows
                .iter()
                .filter(|row| row.group == at)
                .map(|row| DraftRow {
                    group: None,
                    ..row.clone()
                })
                .collect();
            let draft = Draft {
                title: Some(group.title).filter(|title| !title.is_empty()),
                facts: self.facts.clone(),
                about: group.about,
                found: rows.len(),
                rows,
                ..Draft::default()
            };
            drafts.push((group.id, draft));
        }
        // what belongs to the whole page goes into the first
        if let Some((_, first)) = drafts.first_mut() {
            first.about.splice(0..0, self.about);
            first.notes = self.notes;
            first.above = self.above;
        }
        if let Some((_, last)) = drafts.last_mut() {
            last.below = self.below;
        }
        drafts
    }
}
