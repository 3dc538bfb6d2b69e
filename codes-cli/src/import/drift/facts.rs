//! The facts of a row other than status, code and texts, from a page or from a spec.

use codes_spec::{Kind, Retry, Row, Table, is_unprintable};

use crate::import::model::markup;
use crate::import::model::row::DraftRow;

/// The values of a key.
pub(crate) struct Fact {
    pub(crate) key: &'static str,
    values: Vec<String>,
    /// Whether a person may have reworded the values in the spec.
    pub(crate) is_text: bool,
}

impl Fact {
    fn new(key: &'static str, values: impl IntoIterator<Item = String>) -> Self {
        let values = values.into_iter().map(|value| collapse_spaces(&value));
        Fact {
            key,
            values: values.filter(|value| !value.is_empty()).collect(),
            is_text: ["fields", "messages", "examples"].contains(&key),
        }
    }

    pub(super) fn has(&self, value: &str) -> bool {
        self.text() == value || self.values.iter().any(|own| own == value)
    }

    pub(super) fn text(&self) -> String {
        self.values.join(", ")
    }

    /// Returns the values that another fact does not have.
    pub(super) fn values_without(&self, other: &Fact) -> String {
        let new = self.values.iter();
        let new: Vec<_> = new
            .filter(|value| !other.values.contains(value))
            .map(String::as_str)
            .collect();
        new.join(", ")
    }
}

fn field(name: &str, text: &str) -> String {
    format!("{name}: {text}")
}

pub(super) fn of_draft(row: &DraftRow) -> Vec<Fact> {
    let fields = row.fields.iter().filter(|(_, text)| !text.is_empty());
    let fields = fields.map(|(name, text)| field(name, &markup::with_addresses(text)));
    let detail = row.detail.iter().map(|detail| detail.replace('"', ""));
    vec![
        Fact::new("detail", detail),
        Fact::new("kind", row.kind.map(Kind::as_str).map(str::to_owned)),
        Fact::new("retry", row.retry.map(Retry::as_str).map(str::to_owned)),
        Fact::new("tags", row.tags.clone()),
        Fact::new("url", row.url.clone()),
        Fact::new("messages", row.messages.clone()),
        Fact::new("fields", fields),
        Fact::new("examples", row.examples.clone()),
    ]
}

pub(super) fn of_spec(row: &Row<'_>, table: &Table<'_>) -> Vec<Fact> {
    let kind = row.kind.filter(|_| row.declares_kind);
    let tags = row.tags.iter().map(|tag| table.tags[*tag].id.to_string());
    let messages = row.messages.iter();
    let fields = row.fields.iter();
    let detail = row.detail.iter();
    vec![
        Fact::new("detail", detail.map(|detail| detail.source().into_owned())),
        Fact::new("kind", kind.map(Kind::as_str).map(str::to_owned)),
        Fact::new("retry", row.retry.map(Retry::as_str).map(str::to_owned)),
        Fact::new("tags", tags),
        Fact::new("url", row.url.as_ref().map(|url| url.as_str().to_owned())),
        Fact::new(
            "messages",
            messages.map(|message| message.as_str().to_owned()),
        ),
        Fact::new("fields", fields.map(|(name, text)| field(name, text))),
        Fact::new("examples", row.examples.iter().map(ToString::to_string)),
    ]
}

/// Collapses spaces, and drops the characters that are dropped when a spec is written.
pub(super) fn collapse_spaces(text: &str) -> String {
    let words = text.split_whitespace();
    let words = words.map(|word| word.replace(is_unprintable, ""));
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
