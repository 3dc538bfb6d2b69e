//! Adds the facts of a second source to the rows of the first, by code.

use std::collections::{HashMap, HashSet};

use crate::import::model::draft::Draft;
use crate::import::model::row::DraftRow;
use crate::import::model::text::Text;
use crate::messages::doubts::Doubt;
use crate::messages::drafts::Skipped;
use crate::messages::source_notes::{Merged, SourceDoubt, SourceSkip};

/// Adds the facts of `other`'s rows to the rows of `draft` with the same code or, for rows without a code, the same first
/// status. Facts of the first
/// source are kept. Where the second contradicts them, the row gets a doubt.
pub(super) fn merge(draft: &mut Draft, other: &Draft, source: &str) -> Merged {
    let mut merged = Merged::default();
    let mut by_key: HashMap<&str, Vec<&DraftRow>> = HashMap::new();
    for row in &other.rows {
        by_key.entry(key(row)).or_default().push(row);
    }
    let mut used = HashSet::new();
    for row in &mut draft.rows {
        let Some(fitting) = by_key.get(key(row)) else {
            continue;
        };
        used.insert(key(row).to_owned());
        // of several rows with the code, those with the same statuses
        let same: Vec<_> = fitting
            .iter()
            .filter(|other| other.statuses == row.statuses)
            .collect();
        let chosen = if fitting.len() > 1 && !same.is_empty() {
            same
        } else {
            fitting.iter().collect()
        };
        let before = merged.facts;
        for other in chosen {
            add(row, other, source, &mut merged);
        }
        merged.rows += usize::from(merged.facts > before);
    }
    used.insert(String::new()); // rows without a key
    let keys = other.rows.iter().map(|row| key(row).to_owned());
    let codes: Vec<_> = keys.filter(|key| used.insert(key.clone())).collect();
    merged.unknown = codes.len();
    let source = source.to_owned();
    let skipped = (!codes.is_empty()).then_some(SourceSkip::UnknownCodes { source, codes });
    draft.below.extend(skipped.map(Skipped::Source));
    merged
}

fn key(row: &DraftRow) -> &str {
    row.code
        .as_deref()
        .or_else(|| row.statuses.first().map(String::as_str))
        .unwrap_or_default()
}

fn add(row: &mut DraftRow, other: &DraftRow, source: &str, merged: &mut Merged) {
    let mut facts = Facts {
        source,
        merged,
        doubts: Vec::new(),
    };
    let statuses = |row: &DraftRow| Some(row.statuses.join(", ")).filter(|text| !text.is_empty());
    if facts.is_new("status", statuses(row), statuses(other)) {
        row.statuses.clone_from(&other.statuses);
    }
    facts.value("retry", &mut row.retry, other.retry);
    facts.value("kind", &mut row.kind, other.kind);
    facts.value("outcome", &mut row.outcome, other.outcome);
    facts.value("url", &mut row.url, other.url.clone());
    facts.value("detail", &mut row.detail, other.detail.clone());
    if row.deprecated.is_none() && other.deprecated.is_some() {
        row.deprecated.clone_from(&other.deprecated);
        facts.merged.facts += 1;
    }
    let mut title: Vec<_> = row.title.take().into_iter().collect();
    facts.texts(&mut title, other.title.as_slice());
    row.title = title.pop();
    facts.texts(&mut row.description, &other.description);
    facts.texts(&mut row.when, &other.when);
    facts.texts(&mut row.action, &other.action);
    facts.fields(&mut row.fields, &other.fields);
    facts.list(&mut row.aliases, &other.aliases);
    facts.list(&mut row.messages, &other.messages);
    facts.list(&mut row.tags, &other.tags);
    facts.list(&mut row.examples, &other.examples);
    let doubts = facts.doubts;
    row.doubts.extend(doubts);
}

struct Facts<'m> {
    source: &'m str,
    merged: &'m mut Merged,
    doubts: Vec<Doubt>,
}

impl Facts<'_> {
    /// Whether only the second source has the value. A contradiction is recorded as a doubt.
    fn is_new(&mut self, key: &'static str, own: Option<String>, other: Option<String>) -> bool {
        match (own, other) {
            (None, Some(_)) => {
                self.merged.facts += 1;
                true
            }
            (Some(kept), Some(other)) if kept != other => {
                self.merged.contradictions += 1;
                self.doubts.push(Doubt::Source(SourceDoubt::Contradiction {
                    key,
                    kept,
                    source: self.source.to_owned(),
                    other,
                }));
                false
            }
            _ => false,
        }
    }

    fn value<T: ToString>(&mut self, key: &'static str, own: &mut Option<T>, other: Option<T>) {
        let texts = (
            own.as_ref().map(T::to_string),
            other.as_ref().map(T::to_string),
        );
        if self.is_new(key, texts.0, texts.1) {
            *own = other;
        }
    }

    fn texts(&mut self, own: &mut Vec<Text>, other: &[Text]) {
        if own.is_empty() {
            self.merged.facts += usize::from(!other.is_empty());
            own.extend_from_slice(other);
        } else if !other.is_empty() {
            let plain = |texts: &[Text]| -> Vec<String> {
                texts.iter().map(|text| text.plain.clone()).collect()
            };
            self.merged.other_texts += usize::from(plain(own) != plain(other));
        }
    }

    fn fields(&mut self, own: &mut Vec<(String, Text)>, others: &[(String, Text)]) {
        for (name, text) in others {
            if let Some((_, known)) = own.iter().find(|(known, _)| known == name) {
                self.merged.other_texts += usize::from(known.plain != text.plain);
            } else {
                own.push((name.clone(), text.clone()));
                self.merged.facts += 1;
            }
        }
    }

    fn list(&mut self, own: &mut Vec<String>, others: &[String]) {
        for text in others {
            if !own.contains(text) {
                own.push(text.clone());
                self.merged.facts += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, DraftRow, merge};

    #[test]
    fn a_code_that_only_the_second_source_has_is_counted_once() {
        let draft = |codes: &[&str]| {
            let mut draft = Draft::default();
            draft.rows.extend(codes.iter().map(|code| DraftRow {
                code: (!code.is_empty()).then(|| (*code).to_owned()),
                ..DraftRow::default()
            }));
            draft
        };
        let merged = merge(
            &mut draft(&["a"]),
            &draft(&["b", "a", "c", "", "b"]),
            "two.md",
        );
        assert_eq!(merged.unknown, 2);
    }
}
