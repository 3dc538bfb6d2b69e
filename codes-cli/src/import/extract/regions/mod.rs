//! Finds the regions of a page that are tables of codes: tables, lists, and lines that start with a status or code.

mod blank_cells;
mod context;
mod definitions;
mod field_names;
mod joined;
mod keyed_line;
mod labelled_items;
mod lines;
mod list;
mod list_doubts;
mod list_region;
mod list_run;
mod list_texts;
mod mentions;
mod nested_labels;
mod numbers;
mod one_form;
mod other_tables;
mod region;
mod run_texts;
mod samples;
mod stacked;
mod table_groups;
mod tables;

use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::choices::{Choices, is_same};
use crate::import::roles::role;
pub(crate) use region::{Part, Region, Settings};

/// Whether a table is read as a region.
pub(super) fn is_table_of_codes(table: &PageTable, settings: &Settings<'_>) -> bool {
    tables::is_region(table, settings)
}

/// Returns the headings of chosen columns that no table has.
pub(super) fn unknown_columns(blocks: &[Block], choices: &Choices) -> Vec<String> {
    let has = |heading: &str| {
        blocks.iter().any(|block| match block {
            Block::Table(table) => {
                let first = table
                    .rows
                    .first()
                    .filter(|_| table.head.iter().all(Text::is_empty));
                let head = first.unwrap_or(&table.head);
                head.iter().any(|cell| is_same(&cell.plain, heading))
            }
            _ => false,
        })
    };
    let headings = choices.columns.iter().map(|(heading, _)| heading);
    headings.filter(|heading| !has(heading)).cloned().collect()
}

/// The number of regions with a phrase directly above them.
pub(super) fn below_phrases(parts: &[Part]) -> usize {
    let parts = parts.iter().filter(|part| !matches!(part, Part::Doubt(_)));
    let is_phrase = |part: &Part| match part {
        Part::Block(Block::Lines(lines)) => lines
            .last()
            .is_some_and(|line| role::is_phrase(&line.plain)),
        _ => false,
    };
    let below = parts.clone().skip(1);
    parts
        .zip(below)
        .filter(|(above, part)| matches!(part, Part::Region(_)) && is_phrase(above))
        .count()
}

/// Returns the regions of a page and the blocks between them. Whether a list is a region also depends on its neighbours
/// and on the rest of the page.
pub(super) fn of(blocks: Vec<Block>, settings: &Settings<'_>) -> Vec<Part> {
    let blocks = definitions::read(stacked::read(labelled_items::read(blocks)));
    let parts = table_groups::read(tables::read(blocks, settings));
    list::read(parts, settings.is_http)
}
