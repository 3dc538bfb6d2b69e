//! A page of any format: headings, texts, tables and code blocks in order.

use super::text::Text;

/// The maximum number of columns. The texts of further columns are joined.
pub(crate) const MAX_COLUMNS: usize = 64;

/// The content of a page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Title and description from the page's metadata.
    pub(crate) title: Option<String>,
    pub(crate) about: Option<String>,
    pub(crate) blocks: Vec<Block>,
    /// The lines of the page where code blocks begin that are not closed.
    pub(crate) unclosed: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Block {
    Heading(u8, Text),
    /// A paragraph, by its lines.
    Lines(Vec<Text>),
    /// An item of a list, and its nesting depth.
    Item(usize, Text),
    /// An admonition or a block quote.
    Note(Text),
    Table(PageTable),
    Code(String),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PageTable {
    /// The column headings. Empty if the table has none.
    pub(crate) head: Vec<Text>,
    pub(crate) rows: Vec<Vec<Text>>,
}

impl Block {
    /// Returns the lines of a paragraph, or the text of a heading or an item.
    pub(crate) fn lines(&self) -> &[Text] {
        match self {
            Block::Heading(_, text) | Block::Item(_, text) => std::slice::from_ref(text),
            Block::Lines(lines) => lines,
            Block::Note(_) | Block::Table(_) | Block::Code(_) => &[],
        }
    }
}

impl PageTable {
    /// Returns a table of codes and their messages.
    pub(crate) fn of_messages(rows: Vec<Vec<Text>>) -> Self {
        PageTable {
            head: ["Code", "Message"].map(Text::plain).to_vec(),
            rows,
        }
    }
}
