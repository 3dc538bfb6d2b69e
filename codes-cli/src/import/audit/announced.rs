//! Finds headings about codes below which no row was found, although there is a table or a list that looks like one of
//! codes.

use std::collections::HashSet;

use crate::import::audit::keys::{PageKey, PageKeys};
use crate::import::audit::row_keys::RowKeys;
use crate::import::model::page::Block;
use crate::import::roles::about::is_about_codes;
use crate::import::roles::forms;
use crate::import::roles::values::is_integer;
use crate::messages::doubts::Doubt;

/// A section whose heading is about codes.
pub(super) struct Announced {
    heading: String,
    /// The positions of its blocks, without those of sections inside of it that are about codes too.
    blocks: Vec<usize>,
}

/// Returns the sections whose headings are about codes. A section ends at the next heading of its level or above.
pub(super) fn of_page(blocks: &[Block]) -> Vec<Announced> {
    // the sections that a block is in
    let mut open: Vec<(u8, Option<usize>)> = Vec::new();
    let mut announced: Vec<Announced> = Vec::new();
    // the first heading is usually the title of the page
    let mut is_title = true;
    for (at, block) in blocks.iter().enumerate() {
        if let Block::Heading(level, text) = block {
            open.retain(|(above, _)| above < level);
            let is_announced = !std::mem::take(&mut is_title) && is_about_codes(&text.plain);
            open.push((*level, is_announced.then_some(announced.len())));
            announced.extend(is_announced.then(|| Announced {
                heading: text.plain.clone(),
                blocks: Vec::new(),
            }));
            continue;
        }
        let mut sections = open.iter().filter_map(|(_, section)| *section);
        let Some(innermost) = sections.next_back() else {
            continue;
        };
        announced[innermost].blocks.push(at);
    }
    announced
}

/// Returns a doubt about the first of the sections that has keys, but none that a row has.
pub(super) fn without_rows(
    rows: &RowKeys<'_>,
    keys: &PageKeys,
    announced: &[Announced],
) -> Option<Doubt> {
    let is_without_rows = |section: &&Announced| {
        let ranges = section.blocks.iter().map(|at| keys.of_blocks[*at].clone());
        let keys: Vec<&PageKey> = ranges.flat_map(|range| &keys.all[range]).collect();
        !keys.iter().any(|key| rows.have(key)) && looks_like_codes(&keys)
    };
    let section = announced.iter().find(is_without_rows)?;
    Some(Doubt::NoRowsBelow(section.heading.clone()))
}

/// Whether a column or the starts of lines have several different keys that are numbers, or written unlike plain words.
fn looks_like_codes(keys: &[&PageKey]) -> bool {
    const LEAST: usize = 2;
    let is_telling =
        |key: &&&PageKey| is_integer(&key.key) || forms::is_of_codes(&forms::form(&key.key));
    let mut places = keys.chunk_by(|one, other| one.table() == other.table());
    places.any(|keys| {
        let columns: HashSet<_> = keys.iter().map(|key| key.column).collect();
        columns.into_iter().any(|column| {
            let keys = || keys.iter().filter(|key| key.column == column);
            let telling: HashSet<&str> = keys().filter(is_telling).map(|key| &*key.key).collect();
            telling.len() >= LEAST && telling.len() == keys().count()
        })
    })
}
