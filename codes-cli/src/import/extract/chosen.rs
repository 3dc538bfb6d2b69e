//! The parts of a page that the author wants to be read.

use crate::import::model::page::Block;
use crate::import::roles::choices::{Choices, is_same};

/// Removes the sections that are ignored, and if tables are chosen, all others. Returns the headings that the page
/// does not have too.
pub(super) fn keep(blocks: Vec<Block>, choices: &Choices) -> (Vec<Block>, Vec<String>) {
    let mut kept = Vec::with_capacity(blocks.len());
    let mut found = vec![false; choices.tables.len() + choices.ignored.len()];
    // the level of the heading of the section that is chosen or ignored
    let (mut chosen, mut ignored) = (None, None);
    for (at, block) in blocks.into_iter().enumerate() {
        if let Block::Heading(level, text) = &block {
            let place = |headings: &[String]| {
                headings
                    .iter()
                    .position(|heading| is_same(&text.plain, heading))
            };
            let ends = |open: &Option<u8>| open.is_some_and(|open| *level <= open);
            chosen = chosen.filter(|_| !ends(&chosen));
            ignored = ignored.filter(|_| !ends(&ignored));
            if let Some(at) = place(&choices.tables) {
                found[at] = true;
                chosen = chosen.or(Some(*level));
            }
            if let Some(at) = place(&choices.ignored) {
                found[choices.tables.len() + at] = true;
                ignored = ignored.or(Some(*level));
            }
        }
        let is_title = at == 0 && matches!(block, Block::Heading(..));
        let is_chosen = choices.tables.is_empty() || chosen.is_some() || is_title;
        if is_chosen && ignored.is_none() {
            kept.push(block);
        }
    }
    let headings = choices.tables.iter().chain(&choices.ignored);
    let unknown = headings.zip(found).filter(|(_, found)| !found);
    (kept, unknown.map(|(heading, _)| heading.clone()).collect())
}
