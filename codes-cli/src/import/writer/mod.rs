//! Draft → YAML text.

mod codes;
pub(crate) mod document;
mod head;
pub(crate) mod names;
mod response;
mod row;

use crate::import::model::draft::Draft;
use codes::Codes;
use document::Document;

/// Facts about a page that are not on the page itself.
#[derive(Debug, Default)]
pub struct Provenance<'g> {
    /// The name of the vendor.
    pub vendor: &'g str,
    /// The address of the page.
    pub source: Option<&'g str>,
    /// The date when the page was saved, such as `2026-11-19`.
    pub retrieved: Option<&'g str>,
    /// A comment that records how the page was read.
    pub record: Option<&'g str>,
}

/// Returns the text of a spec.
pub(crate) fn write(draft: &Draft, provenance: &Provenance<'_>) -> String {
    let mut document = Document {
        markdown: draft.is_markdown(),
        codes: Codes::of(draft),
        ..Document::default()
    };
    document.out += provenance.record.unwrap_or_default();
    document.head(draft, provenance);
    document.out += "codes:\n";
    for (i, row) in draft.rows.iter().enumerate() {
        document.out += if i > 0 { "\n" } else { "" };
        document.skipped(&row.skipped, 2);
        document.doubts(&row.doubts, 2);
        document.row(row, draft);
    }
    if !draft.below.is_empty() {
        document.out.push('\n');
        document.skipped(&draft.below, 0);
    }
    document.out
}
