//! Sets of a table's rows that need no allocator: a few numbers, or a list of the table and what counts of it.

use crate::row::Row;
use crate::table::Table;

/// Numbers of rows, in table order.
#[derive(Clone, Copy)]
pub(crate) enum Set {
    None,
    One(u16),
    Few {
        rows: [u16; Set::FEW],
        len: u8,
    },
    /// A whole list, which has several.
    All(u16),
    /// Those rows of a list that a filter ranks so.
    List {
        list: u16,
        filter: Filter,
        rank: Rank,
    },
}

impl Set {
    pub(crate) const FEW: usize = 8;

    /// Those that cover best.
    #[inline]
    pub(crate) fn among(self, table: &'static Table, cover: Cover) -> Option<Self> {
        let filter = Filter { code: None, cover };
        match (self, cover) {
            (Set::None, _) => None,
            (_, Cover::Any) => Some(self),
            (
                Set::One(row)
                | Set::Few {
                    rows: [row, ..], ..
                },
                _,
            ) => filter.rank(table.row(row)).map(|_| self),
            (Set::All(list) | Set::List { list, .. }, _) => Set::best(table, list, filter),
        }
    }

    /// The rows of a list that a filter ranks best, unless it takes none.
    pub(crate) fn best(table: &'static Table, list: u16, filter: Filter) -> Option<Self> {
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
            Some(_) => Set::List { list, filter, rank },
        })
    }

    /// A row, which counts if the set [`has`](Self::has) it.
    pub(crate) fn get(&self, table: &Table, at: usize) -> Option<u16> {
        match self {
            Set::None => None,
            Set::One(row) => (at == 0).then_some(*row),
            Set::Few { rows, len } => rows[..usize::from(*len)].get(at).copied(),
            Set::All(list) | Set::List { list, .. } => table
                .list(*list)
                .get(at)
                .map(|row| u16::from_le_bytes(*row)),
        }
    }

    pub(crate) fn has(&self, row: Row) -> bool {
        match self {
            Set::List { filter, rank, .. } => filter.rank(row) == Some(*rank),
            _ => true,
        }
    }
}

/// Which rows of a list count, and how well they fit: the narrower, the better.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Filter {
    /// A code that must lie in one of the row's ranges.
    pub(crate) code: Option<i64>,
    pub(crate) cover: Cover,
}

/// What a row must say of a status.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cover {
    Any,
    /// It covers this one.
    Status(u16),
    /// It covers this one and has no code.
    Uncoded(u16),
    /// It has none.
    Nothing,
}

/// How wide the range of codes and the class of statuses are by which a row fits; codes count first.
pub(crate) type Rank = (u64, u16);

impl Filter {
    pub(crate) fn rank(self, row: Row) -> Option<Rank> {
        let code = match self.code {
            None => 0,
            Some(code) => {
                let forms = row.table.forms(code);
                let bounds = row.bounds().into_iter().chain(row.alias_bounds());
                bounds
                    .filter(|&(low, high)| {
                        low < high && forms.iter().any(|form| (low..=high).contains(form))
                    })
                    .map(|(low, high)| high.abs_diff(low))
                    .min()?
            }
        };
        let width = |status| {
            row.statuses()
                .filter(|range| range.contains(&status))
                .map(|range| range.end() - range.start())
                .min()
        };
        let status = match self.cover {
            Cover::Uncoded(_) if row.has_code() => return None,
            Cover::Nothing if row.statuses().next().is_some() => return None,
            Cover::Status(status) | Cover::Uncoded(status) => width(status)?,
            Cover::Any | Cover::Nothing => 0,
        };
        Some((code, status))
    }
}
