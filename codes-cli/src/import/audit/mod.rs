//! Looks for signs that a page was misread: keys that no row has, and rows whose texts are cut off or run together.
//!
//! The signs do not depend on how the rows were found, so that a mistake in any step is reported.

mod inner_keys;
mod keys;
mod outside;
mod texts;

use crate::import::model::draft::Draft;
use crate::import::model::page::Page;
pub(super) use keys::PageKey;

/// Returns the keys that a page seems to have.
pub(super) fn keys_of(page: &Page) -> Vec<PageKey> {
    let blocks = page.blocks.iter().enumerate();
    blocks
        .flat_map(|(at, block)| keys::of_block(at, block))
        .collect()
}

/// Adds a doubt to a draft for every sign that the page was misread.
pub(super) fn doubt(draft: &mut Draft, keys: &[PageKey]) {
    let left_out = keys::left_out(draft, keys);
    draft.doubts.extend(left_out);
    let table_in_text = outside::doubt_texts(draft);
    draft.doubts.extend(table_in_text);
    outside::doubt_groups(draft);
    inner_keys::doubt(draft);
    texts::doubt(draft);
}
