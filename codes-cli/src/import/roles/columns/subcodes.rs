//! The column of subcodes.

use std::collections::HashSet;

use super::Columns;
use crate::import::model::text::Text;
use crate::import::roles::vocabulary;

impl Columns<'_> {
    /// Finds the column of subcodes, which distinguish rows with the same code.
    pub(super) fn detail(&self, code: Option<usize>) -> Option<usize> {
        let code = code.filter(|code| !self.values[*code].are_unique())?;
        let distinguishes = |at: &usize| {
            let values = &self.values[*at];
            let plain = |row: &[Text], at: usize| row.get(at).map(|cell| cell.plain.clone());
            let pairs = self
                .rows
                .iter()
                .map(|row| (plain(row, code), plain(row, *at)));
            let distinct: HashSet<_> = pairs.collect();
            *at != code
                && self.is_free(*at)
                && self.is_subcode(*at)
                && values.all(values.tokens)
                && distinct.len() == self.rows.len()
        };
        (0..self.said.len()).find(distinguishes)
    }

    /// Whether the heading of a column says that it has the second of two codes.
    pub(super) fn is_subcode(&self, column: usize) -> bool {
        vocabulary::is_subcode_heading(self.heading(column))
    }
}
