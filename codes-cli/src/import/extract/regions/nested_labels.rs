//! Labels of the items below rows, which are names of fields if most rows have them.

use std::collections::HashMap;

use crate::import::extract::regions::keyed_line::KeyedLine;
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::vocabulary;

/// What a nested item with a repeated label is.
pub(super) enum NestedText {
    /// The text of the row in English, beside other languages.
    English(Text),
    Field(String, Text),
}

/// The labels that most rows of a list have.
#[derive(Default)]
pub(super) struct NestedLabels {
    labels: Vec<String>,
    are_languages: bool,
}

impl NestedLabels {
    pub(super) fn of(run: &[Block], keyed: &[Vec<Option<KeyedLine>>]) -> Self {
        const LEAST: usize = 3;
        const MOST: usize = 16;
        let rows = keyed.iter().flatten().flatten().count();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for block in run {
            if let Block::Item(2.., text) = block
                && let Some(label) = label(text)
            {
                *counts.entry(label).or_default() += 1;
            }
        }
        let is_repeated = |count: usize| rows >= LEAST && count * 3 >= rows * 2 && count <= rows;
        let repeated = counts.into_iter().filter(|(_, count)| is_repeated(*count));
        let mut labels: Vec<String> = repeated.map(|(label, _)| label.to_owned()).collect();
        labels.sort_unstable();
        labels.truncate(MOST);
        NestedLabels {
            are_languages: labels.len() > 1 && labels.iter().all(|label| is_language(label)),
            labels,
        }
    }

    /// Reads an item that has one of the labels.
    pub(super) fn read(&self, text: &Text) -> Option<NestedText> {
        let label = label(text).filter(|label| self.labels.iter().any(|known| known == label))?;
        let (_, rest) = text.labelled()?;
        Some(if self.are_languages && label == "en" {
            NestedText::English(rest)
        } else {
            NestedText::Field(label.to_owned(), rest)
        })
    }
}

/// Returns the label of an item, unless it is one of a key.
fn label(text: &Text) -> Option<&str> {
    const WORDS: usize = 3;
    let (label, rest) = text.labelled()?;
    let is_label = !label.is_empty()
        && label.split_whitespace().count() <= WORDS
        && !rest.is_empty()
        && vocabulary::label(label).is_none();
    is_label.then_some(label)
}

/// `en`, `fr`
fn is_language(label: &str) -> bool {
    label.len() == 2 && label.bytes().all(|byte| byte.is_ascii_lowercase())
}
