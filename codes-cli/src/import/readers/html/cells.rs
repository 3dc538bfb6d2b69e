//! Builds a table from the cells of an HTML table, which may span columns and rows.

use crate::import::model::page::{MAX_COLUMNS, PageTable};
use crate::import::model::text::Text;

/// The maximum number of cells that are added for `colspan` and `rowspan`, so that a page cannot exhaust the memory.
const MAX_SPANNED_CELLS: usize = 200_000;

#[derive(Default)]
pub(super) struct Cells {
    pub(super) table: PageTable,
    row: Vec<Text>,
    is_head: bool,
    /// The text is inside of a definition.
    pub(super) in_definition: bool,
    /// The numbers of columns and rows that the open cell spans.
    open: Option<(usize, usize)>,
    /// Cells that span rows below: the column, the number of rows left, and the text.
    spanning: Vec<(usize, usize, Text)>,
}

impl Cells {
    pub(super) fn begin_cell(&mut self, is_heading: bool, columns: usize, rows: usize) {
        // a row is the heading only if all its cells are headings
        self.is_head = is_heading && (self.row.is_empty() || self.is_head);
        self.open = Some((columns.max(1), rows.max(1)));
    }

    pub(super) fn in_cell(&self) -> bool {
        self.open.is_some()
    }

    /// Whether the open cell is the first of its row.
    pub(super) fn in_first(&self) -> bool {
        self.row.is_empty()
    }

    pub(super) fn has_rows(&self) -> bool {
        !self.table.head.is_empty() || !self.table.rows.is_empty()
    }

    pub(super) fn end_cell(&mut self, text: Text, copies: &mut usize) {
        let Some((columns, rows)) = self.open.take() else {
            return;
        };
        self.fill_from_above(copies);
        if rows > 1 && self.spanning.len() < MAX_COLUMNS {
            self.spanning.push((self.row.len(), rows - 1, text.clone()));
        }
        self.row.push(text);
        // a text that spans several columns goes into the first
        let more = (columns - 1)
            .min(MAX_COLUMNS)
            .min(MAX_SPANNED_CELLS.saturating_sub(*copies));
        *copies += more;
        self.row.extend((0..more).map(|_| Text::default()));
    }

    pub(super) fn end_row(&mut self, copies: &mut usize) {
        if self.row.is_empty() {
            return;
        }
        self.fill_from_above(copies);
        let row = std::mem::take(&mut self.row);
        // a cell that spans down past this row has one row less to fill, even if the row is too short to reach its column
        for (column, left, _) in &mut self.spanning {
            *left = left.saturating_sub(usize::from(*column > row.len()));
        }
        if self.is_head && self.table.head.is_empty() && self.table.rows.is_empty() {
            self.table.head = row;
        } else if self.is_head && self.table.rows.is_empty() {
            // a second header row subdivides the headings of the first
            self.table
                .head
                .resize(self.table.head.len().max(row.len()), Text::default());
            for (heading, below) in self.table.head.iter_mut().zip(row) {
                if !below.is_empty() {
                    *heading = below;
                }
            }
        } else {
            self.table.rows.push(row);
        }
        self.is_head = false;
        self.spanning.retain(|(_, left, _)| *left > 0);
    }

    /// Adds the cells of rows above that span down to the position of the next cell.
    fn fill_from_above(&mut self, copies: &mut usize) {
        while let Some((_, left, text)) = self.spanning.iter_mut().find(|(column, left, _)| {
            *column == self.row.len() && *left > 0 && *copies < MAX_SPANNED_CELLS
        }) {
            *left -= 1;
            *copies += 1;
            self.row.push(text.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cells, Text};

    #[test]
    fn a_cell_spans_down_past_a_row_that_is_too_short_to_reach_it() {
        let (mut cells, mut copies) = (Cells::default(), 0);
        for row in [
            &[("400", 1), ("A", 1), ("Both.", 2)][..],
            &[("401", 1)],
            &[("402", 1), ("C", 1), ("Own.", 1)],
        ] {
            for (text, rows) in row {
                cells.begin_cell(false, 1, *rows);
                cells.end_cell(Text::plain(text), &mut copies);
            }
            cells.end_row(&mut copies);
        }
        let last = cells.table.rows.last().expect("a row");
        let texts: Vec<_> = last.iter().map(|text| text.plain.as_str()).collect();
        assert_eq!(texts, ["402", "C", "Own."]);
    }
}
