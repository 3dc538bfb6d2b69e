//! Finds the regions of a page that are tables of codes: tables, lists, and lines that start with a status or code.

mod lines;
mod list;
mod list_region;
mod list_texts;
mod stacked;
mod tables;

use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::role::Role;
use crate::messages::import::Doubt;

/// A piece of a page, in order.
#[derive(Debug)]
pub(crate) enum Part {
    Block(Block),
    Region(Region),
}

/// A table of codes, however the page writes it.
#[derive(Debug, Default)]
pub(crate) struct Region {
    pub(crate) head: Vec<Text>,
    pub(crate) roles: Vec<Role>,
    pub(crate) rows: Vec<Vec<Text>>,
    /// The page writes it as lines or items.
    pub(crate) is_list: bool,
    pub(crate) doubts: Vec<Doubt>,
}

/// Whether a table would be a region.
pub(super) fn is_table_of_codes(table: &PageTable, is_http: bool) -> bool {
    tables::is_region(table, is_http)
}

/// Returns the page with its regions. A list is a region if its neighbours and the rest of the page make that sure.
pub(super) fn of(blocks: Vec<Block>, is_http: bool) -> Vec<Part> {
    let blocks = stacked::read(blocks);
    let parts = tables::read(blocks, is_http);
    list::read(parts)
}
