//! A draft of a spec, with the texts of the page that have no place in it.

use std::collections::HashMap;

use super::row::DraftRow;
use super::text::Text;
use crate::messages::doubts::Doubt;
use crate::messages::drafts::{Explained, Skipped};

#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) title: Option<String>,
    pub(crate) facts: TableFacts,
    pub(crate) about: Vec<Text>,
    pub(crate) notes: Vec<Text>,
    pub(crate) groups: Vec<DraftGroup>,
    pub(crate) rows: Vec<DraftRow>,
    /// Skipped content above and below the rows.
    pub(crate) above: Vec<Skipped>,
    pub(crate) below: Vec<Skipped>,
    /// How the regions of the page were read.
    pub(crate) explained: Vec<Explained>,
    /// Headings in the options that the page does not have.
    pub(crate) unknown_headings: Vec<String>,
    /// Doubts about the whole page.
    pub(crate) doubts: Vec<Doubt>,
    /// The number of rows on the page, including those that are not written.
    pub(crate) found: usize,
}

#[derive(Debug, Default)]
pub(crate) struct DraftGroup {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) about: Vec<Text>,
}

/// The table's keys that a page can set, other than `about`, `notes` and `groups`.
#[derive(Clone, Debug, Default)]
pub(crate) struct TableFacts {
    pub(crate) title: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) retrieved: Option<String>,
    pub(crate) protocol: Option<String>,
    pub(crate) base_url: Option<String>,
    pub(crate) display: Option<String>,
    /// `text`, or the format of integers.
    pub(crate) code_format: Option<String>,
    pub(crate) response: Vec<ResponseFact>,
    pub(crate) reserved: Vec<String>,
    pub(crate) tags: Vec<(String, Text)>,
}

/// A key of `body` or `headers`, or one of its `params`, as on a page.
#[derive(Clone, Debug)]
pub(crate) struct ResponseFact {
    pub(crate) section: &'static str,
    pub(crate) key: &'static str,
    pub(crate) param: Option<String>,
    pub(crate) values: Vec<String>,
}

impl DraftGroup {
    /// Returns the heading, or the id of a group without one.
    pub(crate) fn name(&self) -> &str {
        Some(self.title.trim())
            .filter(|title| !title.is_empty())
            .unwrap_or(&self.id)
    }
}

impl TableFacts {
    /// Whether a key of `body` is set.
    pub(crate) fn has_in_body(&self, key: &str) -> bool {
        let mut facts = self.response.iter();
        facts.any(|fact| fact.section == "body" && fact.key == key)
    }

    /// Sets a key of `body`, or removes it.
    pub(crate) fn set_in_body(&mut self, key: &'static str, value: Option<String>) {
        self.response
            .retain(|fact| fact.section != "body" || fact.key != key);
        if value.is_some() {
            self.add_to_response("body", key, None, value);
        }
    }

    /// Adds values to a key of `body` or `headers`, or to one of its `params`.
    pub(crate) fn add_to_response(
        &mut self,
        section: &'static str,
        key: &'static str,
        param: Option<String>,
        values: impl IntoIterator<Item = String>,
    ) {
        let same = |fact: &&mut ResponseFact| {
            (fact.section, fact.key, &fact.param) == (section, key, &param)
        };
        match self.response.iter_mut().find(same) {
            Some(fact) => fact.values.extend(values),
            None => self.response.push(ResponseFact {
                section,
                key,
                param,
                values: values.into_iter().collect(),
            }),
        }
    }
}

impl Draft {
    /// Makes all numeric details texts if one of them has leading zeros.
    pub(crate) fn quote_details(&mut self) {
        let is_integer = |detail: &String| detail.parse::<i64>().is_ok();
        let mut details = self.rows.iter().filter_map(|row| row.detail.as_ref());
        if details.any(|detail| is_integer(detail) && detail.len() > 1 && detail.starts_with('0')) {
            let details = self.rows.iter_mut().filter_map(|row| row.detail.as_mut());
            for detail in details.filter(|detail| is_integer(detail)) {
                *detail = format!("\"{detail}\"");
            }
        }
    }

    /// Returns the number of skipped items.
    pub(crate) fn skipped_items(&self) -> usize {
        let in_rows: usize = self.rows.iter().map(|row| row.skipped.len()).sum();
        self.above.len() + self.below.len() + in_rows
    }

    /// Returns the number of doubts.
    pub(crate) fn doubts(&self) -> usize {
        let in_rows: usize = self.rows.iter().map(|row| row.doubts.len()).sum();
        self.doubts.len() + in_rows
    }

    /// Returns the texts that `markdown: true` applies to.
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

    /// Whether any text has markup.
    pub(crate) fn is_markdown(&self) -> bool {
        self.prose().any(|text| text.marked)
    }

    /// Assigns rows to the groups that their labels name.
    pub(crate) fn resolve_groups(&mut self) {
        let places = |name: fn(&DraftGroup) -> &str| -> HashMap<&str, usize> {
            let groups = self.groups.iter().enumerate().rev();
            groups.map(|(at, group)| (name(group), at)).collect()
        };
        let (by_id, by_title) = (places(|group| &group.id), places(|group| &group.title));
        for row in &mut self.rows {
            let Some(name) = row.group_label.take() else {
                continue;
            };
            let name = name.as_str();
            match by_id.get(name).or_else(|| by_title.get(name)) {
                _ if name.is_empty() => row.group = None,
                None => row.field("Group", Text::plain(name)),
                Some(&found) => row.group = Some(found),
            }
        }
    }
}
