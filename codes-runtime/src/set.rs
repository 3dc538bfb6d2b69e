//! Sets of a table's rows that need no allocator: a few numbers, or a list of the table with a filter.

use codes_core::index::{Rows, RowsRef};

use crate::row::Row;
use crate::table::Table;

/// The numbers of rows, in table order.
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
    /// The rows of a list that have this rank in a filter.
    Ranked {
        list: u16,
        filter: Filter,
        rank: Rank,
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

    /// Keeps the rows that fit a status best, or returns `None` if none fits.
    #[inline]
    pub(crate) fn restrict(self, table: &'static Table, status: StatusFilter) -> Option<Self> {
        let filter = Filter { code: None, status };
        match (self, status) {
            (Set::Empty, _) => None,
            (_, StatusFilter::Any) => Some(self),
            (
                Set::One(row)
                | Set::Small {
                    rows: [row, ..], ..
                },
                _,
            ) => filter.rank(table.row(row)).map(|_| self),
            (Set::List(list) | Set::Ranked { list, .. }, _) => Set::best_of(table, list, filter),
        }
    }

    /// Returns the rows of a list that fit best, or `None` if none fits.
    pub(crate) fn best_of(table: &'static Table, list: u16, filter: Filter) -> Option<Self> {
        let rows = table.list(list);
        let ranked = || {
            rows.iter()
                .filter_map(|row| Some((filter.rank(table.row(u16::from_le_bytes(*row)))?, *row)))
        };
        let rank = ranked().map(|(rank, _)| rank).min()?;
        let mut best = ranked().filter(|(other, _)| *other == rank);
        let first = best.next()?.1;
        Some(match best.next() {
            None => Set::One(u16::from_le_bytes(first)),
            Some(_) => Set::Ranked { list, filter, rank },
        })
    }

    /// Returns the row at a position, which belongs to the set if it [`contains`](Self::contains) it.
    pub(crate) fn get(&self, table: &Table, at: usize) -> Option<u16> {
        match self {
            Set::Empty => None,
            Set::One(row) => (at == 0).then_some(*row),
            Set::Small { rows, len } => rows[..usize::from(*len)].get(at).copied(),
            Set::List(list) | Set::Ranked { list, .. } => table
                .list(*list)
                .get(at)
                .map(|row| u16::from_le_bytes(*row)),
        }
    }

    /// Returns whether a row that [`get`](Self::get) returned belongs to the set.
    pub(crate) fn contains(&self, row: Row) -> bool {
        match self {
            Set::Ranked { filter, rank, .. } => filter.rank(row) == Some(*rank),
            _ => true,
        }
    }
}

/// A condition that selects and ranks rows: the narrower a row's codes and statuses, the better it
/// fits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Filter {
    /// A code that one of the row's ranges must cover.
    pub(crate) code: Option<i64>,
    pub(crate) status: StatusFilter,
}

/// A condition on the statuses of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum StatusFilter {
    Any,
    /// The row covers this status.
    Covers(u16),
    /// The row covers this status and has no code.
    CoversWithoutCode(u16),
    /// The row has no status.
    None,
}

/// The rank of a row: the width of its range of codes that covers the code, then the width of its class
/// of statuses that covers the status.
pub(crate) type Rank = (u64, u16);

impl Filter {
    /// Returns how well a row fits, or `None` if it does not.
    pub(crate) fn rank(self, row: Row) -> Option<Rank> {
        let code = match self.code {
            None => 0,
            Some(code) => code_width(row, code)?,
        };
        let status = match self.status {
            StatusFilter::CoversWithoutCode(_) if row.has_code() => return None,
            StatusFilter::None if row.statuses().next().is_some() => return None,
            StatusFilter::Covers(status) | StatusFilter::CoversWithoutCode(status) => {
                status_width(row, status)?
            }
            StatusFilter::Any | StatusFilter::None => 0,
        };
        Some((code, status))
    }
}

/// Returns the width of the narrowest range of codes that covers a code.
fn code_width(row: Row, code: i64) -> Option<u64> {
    let forms = row.table.code_form().both_forms(code);
    let bounds = row.code_bounds().into_iter().chain(row.alias_bounds());
    let covers = |low, high| low < high && forms.iter().any(|form| (low..=high).contains(form));
    bounds
        .filter(|&(low, high)| covers(low, high))
        .map(|(low, high)| high.abs_diff(low))
        .min()
}

/// Returns the width of the narrowest class or range of statuses that covers a status.
fn status_width(row: Row, status: u16) -> Option<u16> {
    row.statuses()
        .filter(|range| range.contains(&status))
        .map(|range| range.end() - range.start())
        .min()
}
