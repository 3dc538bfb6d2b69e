//! Draft → YAML text.

mod codes;
mod document;
mod head;
pub(crate) mod names;
mod row;
pub(crate) mod yaml;

use crate::import::model::draft::Draft;
use codes::Codes;
use document::Document;

/// Where a page comes from, which it does not say itself.
#[derive(Debug, Default)]
pub struct Provenance<'g> {
    /// Who answers with the codes.
    pub vendor: &'g str,
    /// The address of the page.
    pub source: Option<&'g str>,
    /// The day on which the page was read.
    pub retrieved: Option<&'g str>,
}

/// The text of a spec.
pub(crate) fn write(draft: &Draft, provenance: &Provenance<'_>) -> String {
    let mut document = Document {
        markdown: draft.is_markdown(),
        codes: Codes::of(draft),
        ..Document::default()
    };
    document.head(draft, provenance);
    document.out += "codes:\n";
    for (i, row) in draft.rows.iter().enumerate() {
        document.out += if i > 0 { "\n" } else { "" };
        document.skipped(&row.skipped, 2);
        document.row(row, draft);
    }
    if !draft.below.is_empty() {
        document.out.push('\n');
        document.skipped(&draft.below, 0);
    }
    document.out
}
