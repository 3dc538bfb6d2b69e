//! The same table is imported from every format of page, and any page can be read.

mod random_documents;
mod random_pages;
mod shapes;
mod yaml;

use proptest::prelude::*;

use super::SourceFormat;
use super::extract::collector;
use super::model::row::DraftRow;
use super::model::text::Text;
use super::readers;

/// Status, code, title and description of a row.
type RowFacts = (u16, Option<String>, String, String);

fn phrase() -> impl Strategy<Value = String> {
    "[A-Z][a-z]{2,8}( [a-z]{2,8}){0,3}"
}

/// A sentence with characters that must be escaped in some formats.
fn sentence() -> impl Strategy<Value = String> {
    "[A-Z][a-z]{1,8}( ([a-z]{1,8}|[a-z]{2}'s|\"[a-z]{2}\"|<[a-z]{2}>|&amp;|\\*[a-z]{2}\\*|_[a-z]_|#[0-9]|\\[[a-z]\\]|ü残|`[a-z]`|\\\\|[a-z],)){1,24}\\."
}

fn facts(with_codes: bool) -> impl Strategy<Value = Vec<RowFacts>> {
    let code = if with_codes {
        "[a-z]{3,6}_[a-z]{3,6}".prop_map(Some).boxed()
    } else {
        Just(None).boxed()
    };
    proptest::collection::btree_map(400u16..600, (code, phrase(), sentence()), 1..8).prop_map(
        |rows| {
            rows.into_iter()
                .map(|(status, (code, title, text))| (status, code, title, text))
                .collect()
        },
    )
}

fn imported(page: &str, format: SourceFormat) -> Vec<RowFacts> {
    let draft = collector::draft(readers::read(page, format));
    assert_eq!(draft.skipped_items(), 0, "{draft:?}\n{page}");
    assert_eq!(draft.found, draft.rows.len());
    let plain = |texts: &[Text]| {
        texts
            .iter()
            .map(|text| text.plain.as_str())
            .collect::<Vec<_>>()
            .join("\n\n")
    };
    let fact = |row: &DraftRow| {
        assert!(row.fields.is_empty(), "{row:?}\n{page}");
        let status = row.statuses.join(",").parse().expect("a status");
        let title = row
            .title
            .as_ref()
            .map_or(String::new(), |title| title.plain.clone());
        (status, row.code.clone(), title, plain(&row.description))
    };
    draft.rows.iter().map(fact).collect()
}
