//! Applies `--table` and `--ignore` to the blocks of a page.

use crate::import::model::draft::Draft;
use crate::import::model::page::Block;
use crate::import::model::row::DraftRow;
use crate::import::roles::choices::{Choices, is_same};

/// Names from `--table` and `--ignore` that are looked up among the groups, because they are not all headings.
#[derive(Default)]
pub(super) struct OtherNames {
    pub(super) tables: Vec<String>,
    pub(super) ignored: Vec<String>,
}

/// Removes the ignored sections and, if tables are chosen, all sections that are not chosen.
pub(super) fn keep(blocks: Vec<Block>, choices: &Choices) -> (Vec<Block>, OtherNames) {
    let is_heading = |name: &&String| {
        blocks
            .iter()
            .any(|block| matches!(block, Block::Heading(_, text) if is_same(&text.plain, name)))
    };
    let ignored = choices.ignored.iter().filter(|name| !is_heading(name));
    let mut others = OtherNames {
        ignored: ignored.cloned().collect(),
        ..OtherNames::default()
    };
    if !choices.tables.iter().all(|name| is_heading(&name)) {
        others.tables.clone_from(&choices.tables);
    }
    let tables = if others.tables.is_empty() {
        &choices.tables[..]
    } else {
        &[]
    };
    (keep_sections(blocks, tables, &choices.ignored), others)
}

fn keep_sections(blocks: Vec<Block>, tables: &[String], ignored_names: &[String]) -> Vec<Block> {
    let mut kept = Vec::with_capacity(blocks.len());
    // the level of the heading of the section that is chosen or ignored
    let (mut chosen, mut ignored) = (None, None);
    for (at, block) in blocks.into_iter().enumerate() {
        if let Block::Heading(level, text) = &block {
            let is_one_of =
                |headings: &[String]| headings.iter().any(|heading| is_same(&text.plain, heading));
            let ends = |open: &Option<u8>| open.is_some_and(|open| *level <= open);
            chosen = chosen.filter(|_| !ends(&chosen));
            ignored = ignored.filter(|_| !ends(&ignored));
            if is_one_of(tables) {
                chosen = chosen.or(Some(*level));
            }
            if is_one_of(ignored_names) {
                ignored = ignored.or(Some(*level));
            }
        }
        let is_title = at == 0 && matches!(block, Block::Heading(..));
        let is_chosen = tables.is_empty() || chosen.is_some() || is_title;
        if is_chosen && ignored.is_none() {
            kept.push(block);
        }
    }
    kept
}

/// Keeps only the rows of the chosen groups, and removes the rows of ignored groups. These groups are sections that the
/// page marks by other means than headings. Returns the names that no group has.
pub(super) fn keep_groups(draft: &mut Draft, tables: &[String], ignored: &[String]) -> Vec<String> {
    if tables.is_empty() && ignored.is_empty() {
        return Vec::new();
    }
    let numbered = draft.numbered_groups();
    let has_name = |at: usize, names: &[String]| {
        let group = &draft.groups[at];
        names
            .iter()
            .any(|name| is_same(group.name(), name) || group.id == *name || numbered[at] == *name)
    };
    let is_kept = |row: &DraftRow| match row.group {
        Some(at) => (tables.is_empty() || has_name(at, tables)) && !has_name(at, ignored),
        None => tables.is_empty(),
    };
    let kept: Vec<_> = draft.rows.iter().map(is_kept).collect();
    let is_unknown = |name: &&String| {
        let name = std::slice::from_ref(*name);
        !(0..draft.groups.len()).any(|at| has_name(at, name))
    };
    let unknown = tables.iter().chain(ignored).filter(is_unknown).cloned();
    let unknown = unknown.collect();
    let mut is_kept = kept.into_iter();
    let before = draft.rows.len();
    draft.rows.retain(|_| is_kept.next().unwrap_or(true));
    draft.found -= before - draft.rows.len();
    draft.drop_empty_groups();
    unknown
}
