//! Several rows that an answer fits.

use core::fmt;
use core::marker::PhantomData;

use crate::code::FromRow;
use crate::row::Row;
use crate::table::Table;

/// The rows that a look-up leaves to choose from, in table order. There is no first among them: to take it would be a
/// guess.
///
/// ```
/// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
/// use codes_runtime::CodeTable;
///
/// let found = CoverageCode::with_status(429);
/// assert_eq!(found.len(), 2);
/// assert_eq!(found.one(), None);
/// assert!(found.contains(CoverageCode::Throttled));
/// assert_eq!(CoverageCode::with_status(410).one(), Some(CoverageCode::Gone));
/// ```
pub struct Candidates<C> {
    table: &'static Table,
    set: Set,
    codes: PhantomData<fn() -> C>,
}

impl<C> Candidates<C> {
    #[inline]
    pub(crate) fn new(table: &'static Table, set: Set) -> Self {
        Candidates { table, set, codes: PhantomData }
    }

    #[inline]
    pub(crate) fn none() -> Self {
        static EMPTY: Table = Table::EMPTY;
        Candidates::new(&EMPTY, Set::None)
    }

    #[inline]
    pub(crate) fn cast<D>(self) -> Candidates<D> {
        Candidates::new(self.table, self.set)
    }
}

impl<C: FromRow> Candidates<C> {
    /// The candidates, in table order.
    pub fn iter(&self) -> Iter<C> {
        Iter { table: self.table, set: self.set, at: 0, codes: PhantomData }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// The candidate, if it is the only one.
    #[inline]
    pub fn one(&self) -> Option<C> {
        if let Set::One(row) = self.set {
            C::from_row(self.table.row(row))
        } else if let Set::None | Set::All(_) = self.set {
            None
        } else {
            self.only()
        }
    }

    #[cold]
    #[inline(never)]
    fn only(&self) -> Option<C> {
        let mut all = self.iter();
        all.next().filter(|_| all.next().is_none())
    }

    /// Whether this is one of them.
    pub fn contains(&self, code: C) -> bool
    where
        C: PartialEq,
    {
        self.iter().any(|other| other == code)
    }
}

impl<C> Clone for Candidates<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Candidates<C> {}

impl<C: FromRow + fmt::Debug> fmt::Debug for Candidates<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<C: FromRow + PartialEq> PartialEq for Candidates<C> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<C: FromRow + Eq> Eq for Candidates<C> {}

impl<C: FromRow> IntoIterator for Candidates<C> {
    type Item = C;
    type IntoIter = Iter<C>;

    fn into_iter(self) -> Iter<C> {
        self.iter()
    }
}

impl<C: FromRow> IntoIterator for &Candidates<C> {
    type Item = C;
    type IntoIter = Iter<C>;

    fn into_iter(self) -> Iter<C> {
        self.iter()
    }
}

/// Candidates, one after the other: [`Candidates::iter`].
pub struct Iter<C> {
    table: &'static Table,
    set: Set,
    at: usize,
    codes: PhantomData<fn() -> C>,
}

impl<C: FromRow> Iterator for Iter<C> {
    type Item = C;

    fn next(&mut self) -> Option<C> {
        loop {
            let row = self.table.row(self.set.get(self.table, self.at)?);
            self.at += 1;
            if self.set.has(row) {
                return C::from_row(row);
            }
        }
    }
}

impl<C> Clone for Iter<C> {
    fn clone(&self) -> Self {
        Iter { ..*self }
    }
}

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
            (Set::One(row) | Set::Few { rows: [row, ..], .. }, _) => filter.rank(table.row(row)).map(|_| self),
            (Set::All(list) | Set::List { list, .. }, _) => Set::best(table, list, filter),
        }
    }

    /// The rows of a list that a filter ranks best, unless it takes none.
    pub(crate) fn best(table: &'static Table, list: u16, filter: Filter) -> Option<Self> {
        let rows = table.list(list);
        let ranked = || rows.iter().filter_map(|row| Some((filter.rank(table.row(u16::from_le_bytes(*row)))?, *row)));
        let rank = ranked().map(|(rank, _)| rank).min()?;
        let mut best = ranked().filter(|(other, _)| *other == rank);
        let first = best.next()?.1;
        Some(match best.next() {
            None => Set::One(u16::from_le_bytes(first)),
            Some(_) => Set::List { list, filter, rank },
        })
    }

    /// A row, which counts if the set [`has`](Self::has) it.
    fn get(&self, table: &Table, at: usize) -> Option<u16> {
        match self {
            Set::None => None,
            Set::One(row) => (at == 0).then_some(*row),
            Set::Few { rows, len } => rows[..usize::from(*len)].get(at).copied(),
            Set::All(list) | Set::List { list, .. } => table.list(*list).get(at).map(|row| u16::from_le_bytes(*row)),
        }
    }

    fn has(&self, row: Row) -> bool {
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
                    .filter(|&(low, high)| low < high && forms.iter().any(|form| (low..=high).contains(form)))
                    .map(|(low, high)| high.abs_diff(low))
                    .min()?
            }
        };
        let width = |status| {
            row.statuses().filter(|range| range.contains(&status)).map(|range| range.end() - range.start()).min()
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
