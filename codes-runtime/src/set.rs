//! Sets of a table's rows, without allocation: either up to eight row numbers, or a reference to one of the table's
//! lists of rows, which may be filtered.

use codes_core::index::{Rows, RowsRef};

use crate::filter::{Filter, Rank};
use crate::row::Row;
use crate::table::Table;

/// A set of row numbers, in table order.
#[derive(Clone, Copy)]
pub(crate) enum Set {
    Empty,
    One(u16),
    Small {
        rows: [u16; Set::MAX_SMALL],
        len: u8,
    },
    /// All rows of a list with several rows.
    List(u16),
    /// The rows of a list that fit a filter as well as row `best` does.
    Filtered {
        list: u16,
        filter: Filter,
        best: u16,
        /// [`Filter::rank`], as a pointer, so that only the version for the table is linked.
        rank: fn(Filter, Row) -> Option<Rank>,
    },
}

impl Set {
    pub(crate) const MAX_SMALL: usize = 8;

    #[inline]
    pub(crate) fn new(rows: RowsRef) -> Self {
        match rows.rows() {
            Rows::One(row) => Set::One(row),
            Rows::List(list) => Set::List(list),
        }
    }

    /// Returns the set of the first `len` rows.
    pub(crate) fn small(rows: [u16; Set::MAX_SMALL], len: u8) -> Self {
        match len {
            0 => Set::Empty,
            1 => Set::One(rows[0]),
            _ => Set::Small { rows, len },
        }
    }

    /// Returns the row at a position of the underlying list. A filtered set may not contain it: see
    /// [`contains`](Self::contains).
    pub(crate) fn get(&self, table: &Table, at: usize) -> Option<u16> {
        match self {
            Set::Empty => None,
            Set::One(row) => (at == 0).then_some(*row),
            Set::Small { rows, len } => rows[..usize::from(*len)].get(at).copied(),
            Set::List(list) | Set::Filtered { list, .. } => table
                .list(*list)
                .get(at)
                .map(|row| u16::from_le_bytes(*row)),
        }
    }

    /// Returns whether a row that [`get`](Self::get) returned is in the set.
    pub(crate) fn contains(&self, row: Row) -> bool {
        match self {
            Set::Filtered {
                filter, best, rank, ..
            } => {
                let of_row = rank(*filter, row);
                of_row.is_some() && of_row == rank(*filter, row.table.row(*best))
            }
            _ => true,
        }
    }
}
