//! Finds the regions of a page that are tables of codes: tables, lists, and lines that start with a status or code.

mod blank_cells;
mod context;
mod definitions;
mod field_names;
mod footnotes;
mod item_lines;
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
mod message_lists;
mod nested_labels;
mod numbers;
mod one_form;
mod other_tables;
mod quoted;
mod region;
mod run_texts;
mod samples;
mod stacked;
mod status_tables;
mod table_groups;
mod tables;

use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::choices::{self, Choices};
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
                let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
                let has = |head: &[Text]| {
                    choices::column_at(head, width.max(head.len()), heading).is_some()
                };
                let is_bare = table.head.iter().all(Text::is_empty);
                has(&table.head) || is_bare && table.rows.first().is_some_and(|first| has(first))
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
    let blocks = labelled_items::read(item_lines::read(blocks));
    let blocks = definitions::read(stacked::read(blocks));
    let blocks = message_lists::read(blocks);
    let parts = table_groups::read(tables::read(blocks, settings));
    list::read(parts, settings.is_http)
}
