//! The parts of a row that are compared, from a page or from a spec.

use std::collections::HashSet;

use codes_spec::{Outcome, Prose, Row, Status, Table};

use super::facts::{self, Fact, collapse_spaces};
use crate::import::model::draft::Draft;
use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;

pub(crate) struct ComparedRow {
    pub(crate) status: String,
    pub(crate) code: String,
    pub(crate) title: String,
    pub(crate) group: String,
    pub(crate) outcome: Option<&'static str>,
    pub(crate) texts: Vec<(&'static str, String)>,
    pub(crate) facts: Vec<Fact>,
    /// Words of all texts, to match rows with the same key.
    pub(super) words: HashSet<String>,
}

impl ComparedRow {
    /// Status and code, to name the row in output.
    pub(super) fn key(&self) -> String {
        let facts = [&self.status, &self.code].map(String::as_str);
        facts
            .into_iter()
            .filter(|fact| !fact.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Whether a key has this value, or has no value if `value` is `None`.
    pub(super) fn has(&self, key: &str, value: Option<&str>) -> bool {
        if let Some(fact) = self.facts.iter().find(|fact| fact.key == key) {
            return fact.has(value.unwrap_or_default());
        }
        let own = match key {
            "status" => &self.status,
            "code" => &self.code,
            "title" => &self.title,
            "group" => &self.group,
            "outcome" => self.outcome.unwrap_or_default(),
            key => self
                .texts
                .iter()
                .find(|(name, _)| *name == key)
                .map_or("", |(_, text)| text),
        };
        own == value.unwrap_or_default()
    }

    /// Returns each fact that has values which `other` lacks, with the same fact of `other` and those values.
    pub(crate) fn new_facts<'r>(
        &'r self,
        other: &'r ComparedRow,
    ) -> impl Iterator<Item = (&'r Fact, &'r Fact, String)> {
        let facts = self.facts.iter().zip(&other.facts);
        let facts = facts.map(|(own, other)| (own, other, own.values_without(other)));
        facts.filter(|(_, _, new)| !new.is_empty())
    }

    pub(super) fn line(&self) -> String {
        let parts = [&self.status, &self.code, &self.title, &self.texts[0].1].map(String::as_str);
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" | ")
    }
}

pub(super) fn of_draft(row: &DraftRow, draft: &Draft) -> ComparedRow {
    let plain = |texts: &[Text]| {
        texts
            .iter()
            .map(|text| collapse_spaces(&text.plain))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let title = row
        .title
        .as_ref()
        .map_or(String::new(), |title| collapse_spaces(&title.plain));
    let group = row
        .group
        .and_then(|i| draft.groups.get(i))
        .map_or(String::new(), |group| {
            // a group without a heading is written without a title
            let has_title = !collapse_spaces(&group.title).is_empty();
            collapse_spaces(if has_title { &group.title } else { &group.id })
        });
    let texts = vec![
        ("description", plain(&row.description)),
        ("when", plain(&row.when)),
        ("action", plain(&row.action)),
    ];
    let code = row.code.as_deref().map_or(String::new(), code);
    let outcome = row.outcome.map(Outcome::as_str);
    ComparedRow {
        status: statuses(row.statuses.iter().map(String::as_str)),
        words: words(&title, &texts),
        code,
        title,
        group,
        outcome,
        texts,
        facts: facts::of_draft(row),
    }
}

pub(super) fn of_spec(row: &Row<'_>, table: &Table<'_>) -> ComparedRow {
    let title = collapse_spaces(row.title.as_deref().unwrap_or_default());
    let group = row.group.and_then(|i| table.groups.get(i));
    let group = group.map_or(String::new(), |group| {
        collapse_spaces(group.title.as_deref().unwrap_or(&group.id))
    });
    let plain = |prose: &Prose<'_>| collapse_spaces(prose.plain());
    let texts = vec![
        (
            "description",
            row.description.as_ref().map(plain).unwrap_or_default(),
        ),
        (
            "when",
            row.when.iter().map(plain).collect::<Vec<_>>().join(" "),
        ),
        ("action", row.action.as_ref().map(plain).unwrap_or_default()),
    ];
    let mut words = words(&title, &texts);
    words.extend(
        row.messages
            .iter()
            .flat_map(|message| split(message.as_str())),
    );
    ComparedRow {
        status: statuses(row.statuses.iter().map(Status::as_str)),
        code: row
            .code
            .as_ref()
            .map_or(String::new(), |found| code(&found.show(table.code_format))),
        outcome: Some(row.outcome.as_str()),
        title,
        group,
        texts,
        facts: facts::of_spec(row, table),
        words,
    }
}

/// Returns a code without the backslash that escapes a trailing `*` in specs and pages made from them.
fn code(text: &str) -> String {
    let code = collapse_spaces(text);
    match code.strip_suffix("\\*") {
        Some(start) => format!("{start}*"),
        None => code,
    }
}

fn statuses<'t>(statuses: impl Iterator<Item = &'t str>) -> String {
    let mut all: Vec<_> = statuses
        .map(|status| status.replace(' ', "").to_lowercase())
        .collect();
    all.sort_unstable();
    all.dedup();
    all.join(", ")
}

fn split(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 2)
        .map(str::to_lowercase)
}

fn words(title: &str, texts: &[(&str, String)]) -> HashSet<String> {
    texts
        .iter()
        .flat_map(|(_, text)| split(text))
        .chain(split(title))
        .collect()
}
