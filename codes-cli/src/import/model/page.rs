//! A page, whatever its format: headings, texts, tables and code, in their order on the page.

use super::text::Text;

/// The number of columns that are told apart; the text of further columns stays together.
pub(crate) const MAX_COLUMNS: usize = 64;

/// A page as it was read.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Title and description from the page's metadata.
    pub(crate) title: Option<String>,
    pub(crate) about: Option<String>,
    pub(crate) blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Block {
    Heading(u8, Text),
    /// A paragraph, by its lines.
    Lines(Vec<Text>),
    /// An item of a list, and its nesting depth.
    Item(usize, Text),
    /// A hint or a quotation.
    Note(Text),
    Table(PageTable),
    Code(String),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PageTable {
    /// Empty where the page has no heading over the columns.
    pub(crate) head: Vec<Text>,
    pub(crate) rows: Vec<Vec<Text>>,
}
