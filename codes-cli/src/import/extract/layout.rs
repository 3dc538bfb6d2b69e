//! Detects where a page has its rows.

use std::collections::HashSet;

use crate::import::extract::regions::{self, Part, Settings};
use crate::import::extract::{
    assignments, code_listings, heading_ends, labelled_lines, named_numbers, section,
};
use crate::import::model::markup;
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::readers::{fixed_width, markdown};
use crate::import::roles::role::{Role, is_phrase};
use crate::import::roles::status;
use crate::import::roles::vocabulary;

/// Where a page has its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum RowLayout {
    /// In regions (tables and lists of codes), and below headings that start with a status.
    #[default]
    Regions,
    /// The same, and below headings that are codes. If `words` is set, plain words in capitals are codes too.
    CodeHeadings { words: bool },
    /// Below all headings of one level, each with a labelled status or code. `codes` says that the headings are codes.
    Sections { level: u8, codes: bool },
}

/// Returns the pieces of a page, and where its rows are.
pub(super) fn of(mut blocks: Vec<Block>, settings: &Settings<'_>) -> (Vec<Part>, RowLayout) {
    blocks = named_numbers::read(labelled_lines::read(assignments::read(blocks)));
    let has_tables = blocks.iter().any(|block| is_region(block, settings));
    if let Some(level) = section_level(&blocks).filter(|_| !has_tables) {
        let codes = have_codes(&blocks, level);
        let parts = blocks.into_iter().map(Part::Block).collect();
        return (parts, RowLayout::Sections { level, codes });
    }
    if !has_tables {
        blocks = blocks.into_iter().flat_map(read_code_block).collect();
    }
    let parts = regions::of(blocks, settings);
    let is_code = |part: &&Part| matches!(part, Part::Block(Block::Heading(_, text)) if section::is_code(text));
    let has_regions = parts.iter().any(|part| matches!(part, Part::Region(_)));
    let layout = if !has_regions && parts.iter().filter(is_code).count() > 1 {
        let headings = || parts.iter().filter(is_code);
        let is_word = |part: &&Part| matches!(part, Part::Block(Block::Heading(_, text)) if section::is_word(text));
        let words = headings().filter(is_word).count();
        RowLayout::CodeHeadings {
            words: words * 2 >= headings().count(),
        }
    } else {
        RowLayout::Regions
    };
    (parts, layout)
}

/// Turns lines above regions into headings: lines with the status of all rows below, and bold lines if there are
/// several.
pub(super) fn lines_to_headings(parts: &mut [Part]) {
    for at in 1..parts.len() {
        let (above, below) = parts.split_at_mut(at);
        let (Some(above), Some(Part::Region(region))) = (above.last_mut(), below.first()) else {
            continue;
        };
        let has_status = |line: &Text| heading_ends::statuses_at_end(&line.plain).is_some();
        if let Some(line) =
            only_line(above).filter(|line| has_status(line) && !region.has_statuses())
        {
            *above = Part::Block(Block::Heading(6, line.clone()));
        }
    }
    let bold = |part: &Part| {
        let line = only_line(part)?;
        let is_bold = line.lead.is_some_and(|(end, _)| end == line.plain.len());
        Some(line.clone()).filter(|line| is_bold && is_phrase(&line.plain))
    };
    let above = parts.windows(2).enumerate();
    let found: Vec<_> = above
        .filter(|(_, pair)| matches!(pair[1], Part::Region(_)))
        .filter_map(|(at, pair)| Some((at, bold(&pair[0])?)))
        .collect();
    if found.len() > 1 {
        for (at, heading) in found {
            parts[at] = Part::Block(Block::Heading(6, heading));
        }
    }
}

/// Returns the line of a paragraph that has only one line.
fn only_line(part: &Part) -> Option<&Text> {
    match part {
        Part::Block(Block::Lines(lines)) if lines.len() == 1 => lines.first(),
        _ => None,
    }
}

fn is_region(block: &Block, settings: &Settings<'_>) -> bool {
    matches!(block, Block::Table(table) if regions::is_table_of_codes(table, settings))
}

/// Reads a table or a list of codes in a code block.
fn read_code_block(block: Block) -> Vec<Block> {
    match block {
        Block::Code(code) if code.lines().any(markdown::is_table_rule) => {
            markdown::read(&code).blocks
        }
        Block::Code(code) => match fixed_width::whole(&code).or_else(|| code_listings::read(&code))
        {
            Some(table) => vec![Block::Table(table)],
            None => vec![Block::Code(code)],
        },
        other => vec![other],
    }
}

/// Returns the level of the heading that is the title of the page: the first one, if it is above all rows and all other
/// headings are on a lower level.
pub(super) fn title_level(parts: &[Part], row_layout: RowLayout) -> Option<u8> {
    let is_first = |part: &&Part| match part {
        Part::Region(_) | Part::Block(Block::Heading(..)) => true,
        Part::Block(_) | Part::Doubt(_) => false,
    };
    let Part::Block(Block::Heading(level, text)) = parts.iter().find(is_first)? else {
        return None;
    };
    let levels = parts.iter().filter_map(|part| match part {
        Part::Block(Block::Heading(level, _)) => Some(level),
        _ => None,
    });
    let is_row = match row_layout {
        RowLayout::Sections { level: rows, .. } => rows == *level,
        _ => status::leading_statuses(&text.plain).is_some(),
    };
    let is_title = !is_row && levels.skip(1).all(|other| other > level);
    is_title.then_some(*level)
}

/// Returns a level whose headings all have a labelled status or code below them.
fn section_level(blocks: &[Block]) -> Option<u8> {
    let mut headings: Vec<(u8, bool)> = Vec::new();
    for block in blocks {
        let has_key = match block {
            Block::Heading(level, _) => {
                headings.push((*level, false));
                continue;
            }
            Block::Item(1, text) => is_key(text),
            Block::Lines(lines) => lines.iter().any(is_key),
            _ => false,
        };
        if let Some(last) = headings.last_mut() {
            last.1 |= has_key;
        }
    }
    let (level, _) = headings.iter().find(|(_, has_key)| *has_key)?;
    headings
        .iter()
        .all(|(other, has_key)| other != level || *has_key)
        .then_some(*level)
}

/// Whether all headings of a level are codes, and no label below them is one of codes.
fn have_codes(blocks: &[Block], level: u8) -> bool {
    let mut codes = HashSet::new();
    blocks.iter().all(|block| match block {
        Block::Heading(other, text) if *other == level => {
            let code = section::row_of(text, true).and_then(|row| row.code);
            code.is_some_and(|code| codes.insert(code))
        }
        Block::Item(1, text) => !is_labelled_code(text),
        Block::Lines(lines) => !lines.iter().any(is_labelled_code),
        _ => true,
    })
}

fn is_labelled_code(text: &Text) -> bool {
    let label = text.labelled().filter(|_| text.label.is_some());
    label.is_some_and(|(label, _)| vocabulary::label(label) == Some(Role::Code))
}

/// Whether a text is a labelled status or code: `**Status:** 404`, `**Code:** NOT_FOUND`
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
