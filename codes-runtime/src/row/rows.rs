//! The rows of a table.

use super::Row;
use crate::table::Table;

/// Rows of a table, one after the other.
pub(crate) struct Rows {
    table: &'static Table,
    next: usize,
}

impl Rows {
    pub(crate) fn new(table: &'static Table) -> Self {
        Rows { table, next: 0 }
    }
}

impl Iterator for Rows {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let index = u16::try_from(self.next).ok().filter(|_| self.next < self.table.records().len())?;
        self.next += 1;
        Some(self.table.row(index))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.table.records().len() - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Rows {}
