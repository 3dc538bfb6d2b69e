//! Draft → YAML text.

mod codes;
pub(crate) mod document;
mod head;
pub(crate) mod names;
mod proposed_names;
mod response;
mod row;

use codes_spec::{Prose, Table};

use crate::import::model::draft::{Draft, DraftGroup};
use crate::import::model::row::DraftRow;
use codes::CodeNotation;
use document::SpecText;

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

/// Returns a row as an item of `codes` that can be added to a spec. `group` is the title of its group.
pub(crate) fn item(row: &DraftRow, group: &str, table: &Table<'_>) -> String {
    let mut document = SpecText {
        markdown: is_markdown(table),
        codes: CodeNotation::in_table(table),
        ..SpecText::default()
    };
    let mut groups = table.groups.iter();
    let known = groups.find(|known| known.title.as_deref() == Some(group) || known.id == group);
    let draft = Draft {
        groups: known
            .map(|known| DraftGroup {
                id: known.id.to_string(),
                ..DraftGroup::default()
            })
            .into_iter()
            .collect(),
        ..Draft::default()
    };
    let row = DraftRow {
        group: known.map(|_| 0),
        ..row.clone()
    };
    document.doubts(&row.doubts, 2);
    document.row(&row, &draft);
    document.out
}

fn is_markdown(table: &Table<'_>) -> bool {
    let rows = table.rows.iter();
    let texts = rows.flat_map(|row| row.description.iter().chain(&row.when).chain(&row.action));
    let mut texts = texts.chain(&table.about).chain(&table.notes);
    texts.any(Prose::is_markdown)
}

/// Returns the text of a spec.
pub(crate) fn write(draft: &Draft, provenance: &Provenance<'_>) -> String {
    let mut document = SpecText {
        markdown: draft.is_markdown(),
        codes: CodeNotation::of(draft),
        ..SpecText::default()
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
