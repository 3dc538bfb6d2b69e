//! A row of a draft.

use codes_spec::{Kind, Outcome, Retry};

use super::text::Text;
use crate::messages::doubts::Doubt;
use crate::messages::drafts::Skipped;

/// The suffix of a kind that is derived from the row's status and not declared.
pub(crate) const FROM_STATUS: &str = " (from the status)";

#[derive(Clone, Debug, Default)]
pub(crate) struct DraftRow {
    /// Skipped content above the row.
    pub(crate) skipped: Vec<Skipped>,
    pub(crate) doubts: Vec<Doubt>,
    /// The number of the region with the row, or 0 if it is below a heading.
    pub(crate) region: usize,
    pub(crate) statuses: Vec<String>,
    pub(crate) code: Option<String>,
    /// As in a spec: an integer, or text, which is in double quotes if it looks like an integer.
    pub(crate) detail: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) title: Option<Text>,
    pub(crate) description: Vec<Text>,
    pub(crate) when: Vec<Text>,
    pub(crate) action: Vec<Text>,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) retry: Option<Retry>,
    pub(crate) group: Option<usize>,
    /// The id or title of the group from a label, which overrides the heading. Empty if the label says that there is no
    /// group.
    pub(crate) group_label: Option<String>,
    pub(crate) fields: Vec<(String, Text)>,
    pub(crate) examples: Vec<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) messages: Vec<String>,
    pub(crate) kind: Option<Kind>,
    pub(crate) tags: Vec<String>,
    pub(crate) url: Option<String>,
    pub(crate) deprecated: Option<Deprecation>,
    pub(crate) former_names: Vec<String>,
    /// Status and title from the heading, for keys that no label sets.
    pub(crate) heading: Heading,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Heading {
    pub(crate) statuses: Vec<String>,
    pub(crate) title: Option<Text>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Deprecation {
    pub(crate) since: Option<String>,
    pub(crate) note: Option<String>,
}

impl DraftRow {
    pub(crate) fn field(&mut self, heading: &str, text: Text) {
        /// The maximum number of fields. Further texts are appended to the last field.
        const MAX_FIELDS: usize = 256;
        let heading = heading.trim();
        if self.fields.len() >= MAX_FIELDS {
            if let Some((_, last)) = self.fields.last_mut() {
                last.push(&text, " | ");
            }
            return;
        }
        // number columns with the same heading
        let mut name = heading.to_owned();
        let mut number = 2;
        while self.fields.iter().any(|(taken, _)| *taken == name) {
            name = format!("{heading} {number}");
            number += 1;
        }
        self.fields.push((name, text));
    }

    /// Returns the title and all prose.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Text> {
        self.title
            .iter()
            .chain(&self.description)
            .chain(&self.when)
            .chain(&self.action)
    }

    /// Formats all texts of the row on one line, for a comment.
    pub(crate) fn line(&self) -> String {
        let fields = self
            .fields
            .iter()
            .map(|(name, text)| format!("{name}: {}", text.plain));
        let facts = [
            self.statuses.join(", "),
            self.code.clone().unwrap_or_default(),
        ];
        let parts = facts
            .into_iter()
            .chain(self.texts().map(|text| text.plain.clone()))
            .chain(fields);
        parts
            .chain(self.examples.iter().cloned())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" | ")
    }
}
