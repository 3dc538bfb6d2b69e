//! Detects where a page has its rows.

use crate::import::extract::section;
use crate::import::model::markup;
use crate::import::model::page::{Block, Page};
use crate::import::model::text::Text;
use crate::import::readers::markdown;
use crate::import::roles::columns;
use crate::import::roles::role::Role;
use crate::import::roles::status;
use crate::import::roles::vocabulary;

/// Where a page has its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum RowLayout {
    /// In tables, and below headings that start with a status.
    #[default]
    Tables,
    /// In lines that start with a status.
    Lines,
    /// Below headings that are codes.
    CodeHeadings,
    /// Below all headings of one level, each with a labelled status or code.
    Sections(u8),
}

impl RowLayout {
    pub(super) fn of(page: &mut Page) -> Self {
        if let Some(level) = section_level(page) {
            return RowLayout::Sections(level);
        }
        read_code_blocks(&mut page.blocks);
        let is_code = |block: &&Block| matches!(block, Block::Heading(_, text) if section::row_of(text, true).is_some());
        match page.blocks.iter().any(has_rows) {
            true => RowLayout::Tables,
            false if page.blocks.iter().filter(is_code).count() > 1 => RowLayout::CodeHeadings,
            false => RowLayout::Lines,
        }
    }
}

/// Reads tables in code blocks if the page has no other tables.
fn read_code_blocks(blocks: &mut Vec<Block>) {
    let is_table =
        |block: &Block| matches!(block, Block::Table(table) if columns::read(table).is_some());
    if blocks.iter().any(is_table) {
        return;
    }
    let read = |block| match block {
        Block::Code(code) if has_table(&code) => markdown::read(&code).blocks,
        other => vec![other],
    };
    *blocks = blocks.drain(..).flat_map(read).collect();
}

/// Returns the level of the heading that is the title of the page: the first one, if it is above all rows and no
/// other heading has its level.
pub(super) fn title_level(page: &Page, row_layout: RowLayout) -> Option<u8> {
    let first = page
        .blocks
        .iter()
        .find(|block| matches!(block, Block::Heading(..)) || has_rows(block))?;
    let Block::Heading(level, text) = first else {
        return None;
    };
    let levels = page.blocks.iter().filter_map(|block| match block {
        Block::Heading(level, _) => Some(level),
        _ => None,
    });
    let is_row = match row_layout {
        RowLayout::Sections(rows) => rows == *level,
        _ => status::leading_statuses(&text.plain).is_some(),
    };
    let is_title = !is_row && levels.skip(1).all(|other| other > level);
    is_title.then_some(*level)
}

fn has_rows(block: &Block) -> bool {
    match block {
        Block::Table(table) => columns::read(table).is_some(),
        Block::Heading(_, heading) => section::row_of(heading, false).is_some(),
        _ => false,
    }
}

/// Whether a code block contains a table.
fn has_table(code: &str) -> bool {
    code.lines().any(markdown::is_table_rule)
}

/// Returns a level whose headings all have a labelled status or code below them.
fn section_level(page: &Page) -> Option<u8> {
    if page
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Table(table) if columns::read(table).is_some()))
    {
        return None;
    }
    let mut headings: Vec<(u8, bool)> = Vec::new();
    for block in &page.blocks {
        match block {
            Block::Heading(level, _) => headings.push((*level, false)),
            Block::Item(1, text) => headings
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|last| last.1 |= is_key(text)),
            Block::Lines(lines) => {
                headings
                    .iter_mut()
                    .last()
                    .into_iter()
                    .for_each(|last| last.1 |= lines.iter().any(is_key));
            }
            _ => {}
        }
    }
    let (level, _) = headings.iter().find(|(_, has_key)| *has_key)?;
    headings
        .iter()
        .all(|(other, has_key)| other != level || *has_key)
        .then_some(*level)
}

/// `**Status:** 404`, `**Code:** NOT_FOUND`
fn is_key(text: &Text) -> bool {
    let Some((label, rest)) = text.labelled().filter(|_| text.label.is_some()) else {
        return false;
    };
    match vocabulary::label(label) {
        Some(Role::Status | Role::Outcome) => status::leading_statuses(&rest.plain).is_some(),
        Some(Role::Code) => markup::is_code(&rest) || status::is_token(&rest.plain),
        _ => false,
    }
}
