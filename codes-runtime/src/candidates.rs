//! The rows matched by a lookup.

use core::fmt;
use core::marker::PhantomData;

use crate::from_row::FromRow;
use crate::set::Set;
use crate::table::Table;

/// The rows matched by a lookup, in table order.
///
/// None of them is preferred: taking the first would be a guess.
///
/// # Examples
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
        Candidates {
            table,
            set,
            codes: PhantomData,
        }
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        static EMPTY: Table = Table::EMPTY;
        Candidates::new(&EMPTY, Set::Empty)
    }

    #[inline]
    pub(crate) fn cast<D>(self) -> Candidates<D> {
        Candidates::new(self.table, self.set)
    }
}

impl<C: FromRow> Candidates<C> {
    /// Iterates over the candidates, in table order.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// let names: Vec<_> = CoverageCode::with_status(404).iter().map(|code| code.name()).collect();
    /// assert_eq!(names, ["NotFound", "InvalidRoute", "WrongIdentifier"]);
    /// ```
    pub fn iter(&self) -> Iter<C> {
        Iter {
            table: self.table,
            set: self.set,
            at: 0,
            codes: PhantomData,
        }
    }

    /// Returns the number of candidates.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(CoverageCode::with_status(404).len(), 3);
    /// ```
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Returns whether there are no candidates.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert!(CoverageCode::with_status(418).is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Returns the candidate if there is exactly one.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(CoverageCode::with_status(410).one(), Some(CoverageCode::Gone));
    /// assert_eq!(CoverageCode::with_status(404).one(), None);
    /// ```
    #[inline]
    pub fn one(&self) -> Option<C> {
        if let Set::One(row) = self.set {
            C::from_row(self.table.row(row))
        } else if let Set::Empty | Set::List(_) = self.set {
            None
        } else {
            self.one_of_several()
        }
    }

    #[cold]
    #[inline(never)]
    fn one_of_several(&self) -> Option<C> {
        let mut all = self.iter();
        all.next().filter(|_| all.next().is_none())
    }

    /// Returns whether a code is among the candidates.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert!(CoverageCode::with_status(404).contains(CoverageCode::InvalidRoute));
    /// ```
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

/// An iterator over candidates, created by [`Candidates::iter`].
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
            if self.set.contains(row) {
                return C::from_row(row);
            }
        }
    }
}

impl<C: FromRow + fmt::Debug> fmt::Debug for Iter<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl<C> Clone for Iter<C> {
    fn clone(&self) -> Self {
        Iter { ..*self }
    }
}
