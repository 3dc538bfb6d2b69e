//! A Markdown list of labelled facts.

use crate::explain::markdown::code;

#[derive(Default)]
pub(super) struct LabelledList(String);

impl LabelledList {
    pub(super) fn one(&mut self, label: &str, text: Option<String>) {
        self.0 += &text.map_or(String::new(), |text| format!("- **{label}:** {text}\n"));
    }

    /// Adds codes, separated by commas.
    pub(super) fn codes(&mut self, label: &str, codes: impl Iterator<Item = String>) {
        let codes: Vec<_> = codes.map(|text| code(&text)).collect();
        self.one(label, Some(codes.join(", ")).filter(|_| !codes.is_empty()));
    }

    /// Adds one text after the label, or several below it.
    pub(super) fn some(&mut self, label: &str, texts: impl Iterator<Item = String>) {
        let texts: Vec<_> = texts.collect();
        match &texts[..] {
            [text] => self.one(label, Some(text.clone())),
            _ => self.items(label, texts.into_iter()),
        }
    }

    /// Adds texts below a label.
    pub(super) fn items(&mut self, label: &str, texts: impl Iterator<Item = String>) {
        let items: String = texts.map(|text| format!("  - {text}\n")).collect();
        self.0 += &if items.is_empty() {
            items
        } else {
            format!("- **{label}:**\n{items}")
        };
    }

    pub(super) fn text(&self) -> String {
        if self.0.is_empty() {
            String::new()
        } else {
            format!("\n{}", self.0)
        }
    }
}
