//! A table of HTML that is being read: cells may reach over others, and over the rows below.

use crate::import::model::page::{MAX_COLUMNS, PageTable};
use crate::import::model::text::Text;

/// How many cells may be there because others reach over them: a page may ask for more than there is room for.
const COPIES: usize = 200_000;

#[derive(Default)]
pub(super) struct Cells {
    pub(super) table: PageTable,
    row: Vec<Text>,
    is_head: bool,
    /// The columns and rows that the open cell reaches over.
    open: Option<(usize, usize)>,
    /// The column, the rows left, and the text of cells that reach down.
    reaching: Vec<(usize, usize, Text)>,
}

impl Cells {
    pub(super) fn begin_cell(&mut self, is_heading: bool, columns: usize, rows: usize) {
        // a row is the heading only if all its cells are
        self.is_head = is_heading && (self.row.is_empty() || self.is_head);
        self.open = Some((columns.max(1), rows.max(1)));
    }

    pub(super) fn in_cell(&self) -> bool {
        self.open.is_some()
    }

    pub(super) fn end_cell(&mut self, text: Text, copies: &mut usize) {
        let Some((columns, rows)) = self.open.take() else {
            return;
        };
        self.reach_down(copies);
        if rows > 1 && self.reaching.len() < MAX_COLUMNS {
            self.reaching.push((self.row.len(), rows - 1, text.clone()));
        }
        self.row.push(text);
        // a text that spans several columns goes into the first
        let more = (columns - 1)
            .min(MAX_COLUMNS)
            .min(COPIES.saturating_sub(*copies));
        *copies += more;
        self.row.extend((0..more).map(|_| Text::default()));
    }

    pub(super) fn end_row(&mut self, copies: &mut usize) {
        if self.row.is_empty() {
            return;
        }
        self.reach_down(copies);
        let row = std::mem::take(&mut self.row);
        if self.is_head && self.table.head.is_empty() && self.table.rows.is_empty() {
            self.table.head = row;
        } else {
            self.table.rows.push(row);
        }
        self.is_head = false;
        self.reaching.retain(|(_, left, _)| *left > 0);
    }

    /// Puts in the cells of rows above that reach down to the place of the next cell.
    fn reach_down(&mut self, copies: &mut usize) {
        while let Some((_, left, text)) = self
            .reaching
            .iter_mut()
            .find(|(column, left, _)| *column == self.row.len() && *left > 0 && *copies < COPIES)
        {
            *left -= 1;
            *copies += 1;
            self.row.push(text.clone());
        }
    }
}
