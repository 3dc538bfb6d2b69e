//! The result of classifying a reply.

use core::fmt;

use crate::candidates::Candidates;
use crate::from_row::FromRow;
use crate::set::Set;

/// The result of classifying a reply.
///
/// # Examples
///
/// ```
/// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
/// use codes_runtime::{CodeTable, Match, Reply};
///
/// let reply = Reply::new().status(429);
/// match CoverageCode::classify(&reply) {
///     Match::One(code) => println!("it is {code}"),
///     Match::Several(candidates) => assert!(candidates.contains(CoverageCode::Throttled)),
///     Match::Unlisted => println!("no row matches"),
/// }
/// ```
#[derive(Clone, Copy)]
pub enum Match<C: 'static> {
    /// Exactly this row.
    One(C),
    /// Any of these rows: the reply does not tell them apart.
    Several(Candidates<C>),
    /// No row of the table.
    Unlisted,
}

impl<C: FromRow> Match<C> {
    /// Returns the row if there is exactly one.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
    /// use codes_runtime::{CodeTable, Reply};
    ///
    /// assert_eq!(CoverageCode::classify(&Reply::new().status(410)).one(), Some(CoverageCode::Gone));
    /// assert_eq!(CoverageCode::classify(&Reply::new().status(404)).one(), None); // three rows
    /// ```
    #[inline]
    pub fn one(&self) -> Option<C> {
        if let Match::One(code) = self {
            Some(*code)
        } else {
            None
        }
    }

    /// Returns all rows that match the reply.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
    /// use codes_runtime::{CodeTable, Reply};
    ///
    /// let matched = CoverageCode::classify(&Reply::new().status(404));
    /// assert_eq!(matched.candidates().len(), 3);
    /// ```
    #[inline]
    pub fn candidates(&self) -> Candidates<C> {
        match self {
            Match::One(code) => {
                let row = code.to_row();
                Candidates::new(row.table, Set::One(row.index))
            }
            Match::Several(candidates) => *candidates,
            Match::Unlisted => Candidates::empty(),
        }
    }
}

impl<C: FromRow + fmt::Debug> fmt::Debug for Match<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Match::One(code) => f.debug_tuple("One").field(code).finish(),
            Match::Several(candidates) => f.debug_tuple("Several").field(candidates).finish(),
            Match::Unlisted => f.write_str("Unlisted"),
        }
    }
}

impl<C: FromRow + PartialEq> PartialEq for Match<C> {
    fn eq(&self, other: &Self) -> bool {
        self.candidates() == other.candidates()
    }
}

impl<C: FromRow + Eq> Eq for Match<C> {}
