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

/// Returns a row as an item of `codes` that can be added to a spec. `group` is the id of its group.
pub(crate) fn item(row: &DraftRow, group: Option<&str>, table: &Table<'_>) -> String {
    let mut document = SpecText {
        markdown: is_markdown(table),
        codes: CodeNotation::in_table(table),
        ..SpecText::default()
    };
    let known = group.map(|id| DraftGroup {
        id: id.to_owned(),
        ..DraftGroup::default()
    });
    let row = DraftRow {
        group: known.as_ref().map(|_| 0),
        ..row.clone()
    };
    let draft = Draft {
        groups: known.into_iter().collect(),
        ..Draft::default()
    };
    document.doubts(&row.doubts, 2);
    document.row(&row, &draft);
    document.out
}

/// Returns the id of the group that has this title or id.
pub(crate) fn group_id<'t>(title: &str, table: &'t Table<'_>) -> Option<&'t str> {
    let mut groups = table.groups.iter();
    let known = groups.find(|known| known.title.as_deref() == Some(title) || known.id == title);
    known.map(|group| &*group.id)
}

/// Returns a group as an entry of `groups` without indentation.
pub(crate) fn group(group: DraftGroup, table: &Table<'_>) -> String {
    let mut document = SpecText {
        markdown: is_markdown(table),
        ..SpecText::default()
    };
    document.groups(&[group]);
    let lines = document.out.lines().skip(1);
    let lines = lines.map(|line| line.strip_prefix("  ").unwrap_or(line));
    lines.map(|line| format!("{line}\n")).collect()
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
