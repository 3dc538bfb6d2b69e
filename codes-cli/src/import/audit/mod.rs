//! Looks for signs that a page was misread: keys that no row has, and rows whose texts are cut off or run together.
//!
//! The signs do not depend on how the rows were found, so that a mistake in any step is reported.

mod announced;
mod group_ranges;
mod inner_keys;
mod keys;
mod numbers;
mod outside;
mod row_keys;
mod samples;
mod texts;

use crate::import::model::draft::Draft;
use crate::import::model::page::Page;
use announced::Announced;
use keys::PageKeys;
use row_keys::RowKeys;

/// The contents of a page that its rows should have.
#[derive(Default)]
pub(super) struct Contents {
    keys: PageKeys,
    announced: Vec<Announced>,
}

/// Returns the keys that a page seems to have, and its sections about codes.
pub(super) fn contents_of(page: &Page) -> Contents {
    Contents {
        keys: keys::of_page(&page.blocks),
        announced: announced::of_page(&page.blocks),
    }
}

/// Adds a doubt to a draft for every sign that the page was misread.
pub(super) fn doubt(draft: &mut Draft, contents: &Contents) {
    let Contents { keys, announced } = contents;
    let rows = RowKeys::of(draft, &keys.all);
    let doubts = [
        row_keys::left_out(&rows, &keys.all),
        announced::without_rows(&rows, keys, announced),
        outside::doubt_texts(draft),
        numbers::odd_statuses(draft),
        numbers::numbered_titles(draft),
        samples::codes(draft),
    ];
    draft.doubts.extend(doubts.into_iter().flatten());
    outside::doubt_groups(draft);
    group_ranges::doubt(draft);
    inner_keys::doubt(draft);
    texts::doubt(draft);
}
