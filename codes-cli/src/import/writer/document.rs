//! The text of a spec that is being written.

use std::collections::HashSet;

use codes_spec::is_unprintable;

use super::codes::{CodeNotation, integer};
use crate::import::model::text::Text;
use crate::messages::doubts::Doubt;
use crate::messages::drafts::Skipped;
use crate::yaml::{self, double_quoted};

#[derive(Default)]
pub(super) struct SpecText {
    pub(super) out: String,
    pub(super) markdown: bool,
    pub(super) codes: CodeNotation,
}

impl SpecText {
    /// Formats codes as items of a list.
    pub(super) fn codes(&self, codes: &[String]) -> String {
        let code = |code: &String| {
            if self.is_integer(code) {
                code.clone()
            } else {
                double_quoted(code)
            }
        };
        codes.iter().map(code).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn is_integer(&self, code: &str) -> bool {
        self.codes != CodeNotation::Text && integer(code).is_some()
    }

    /// Writes a key with a value on one line. Characters that are not allowed in a line are removed.
    pub(super) fn key(&mut self, key: &str, text: &str, indent: usize) {
        let text = visible(text);
        if !text.is_empty() {
            self.out += &format!("{:indent$}{key}: {}\n", "", yaml::line(&text));
        }
    }

    pub(super) fn prose(&mut self, key: &str, texts: &[Text], indent: usize, list: ListStyle) {
        let texts = texts.iter().map(|text| {
            if self.markdown {
                text.source.as_str()
            } else {
                text.plain.as_str()
            }
        });
        let texts = unique(texts.filter(|text| !text.trim().is_empty()));
        match &texts[..] {
            [] => {}
            [text] if list != ListStyle::Always => {
                self.out += &format!("{:indent$}{key}: {}\n", "", yaml::text(text, indent + 2));
            }
            texts => {
                self.out += &format!("{:indent$}{key}:\n", "");
                for text in texts {
                    self.out += &format!("{:indent$}  - {}\n", "", yaml::text(text, indent + 4));
                }
            }
        }
    }

    pub(super) fn doubts(&mut self, doubts: &[Doubt], indent: usize) {
        for doubt in doubts {
            self.out += &yaml::comment(&doubt.to_string(), indent);
        }
    }

    pub(super) fn skipped(&mut self, skipped: &[Skipped], indent: usize) {
        for item in skipped {
            self.out += &yaml::comment(&item.to_string(), indent);
        }
    }
}

/// Whether texts are written as a list.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum ListStyle {
    Never,
    /// If there are several.
    Many,
    Always,
}

/// Removes characters that are not allowed in a line, or replaces them with spaces if they are white space.
pub(crate) fn visible(text: &str) -> String {
    let line = |c: char| {
        if c.is_whitespace() && is_unprintable(c) {
            ' '
        } else {
            c
        }
    };
    text.chars()
        .map(line)
        .filter(|c| !is_unprintable(*c))
        .collect()
}

pub(super) fn unique<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut seen = HashSet::new();
    texts.filter(|text| seen.insert(*text)).collect()
}
