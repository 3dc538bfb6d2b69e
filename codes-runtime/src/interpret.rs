//! Interprets error responses: their rows, kind and retry advice.

use codes_core::{Kind, Retry};

use crate::api_error::ApiError;
use crate::code_table::CodeTable;
use crate::matching::Match;
use crate::reply::Reply;
use crate::row::Row;

impl<C: CodeTable> ApiError<C> {
    /// Creates an error from a reply, whatever the outcome of its rows.
    pub fn new(reply: Reply<'_>) -> Self {
        ApiError::matched_as(reply, C::classify(&reply))
    }

    /// Returns the row that the response means if it is the only one.
    pub fn one(&self) -> Option<C> {
        self.matched().one()
    }

    /// Returns whether the response means this row and no other.
    ///
    /// ```
    /// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let reply = Reply::new().status(404);
    /// assert!(!ApiError::new(reply).is(CoverageCode::InvalidRoute)); // it can be another row
    /// assert!(ApiError::new(reply.message("Invalid route")).is(CoverageCode::InvalidRoute));
    /// ```
    pub fn is(&self, code: C) -> bool {
        self.one() == Some(code)
    }

    /// Returns whether the response has a code that no row of the table has, even if a row has its status.
    /// If so, the table is out of date.
    pub fn is_unknown_code(&self) -> bool {
        self.code()
            .is_some_and(|code| C::TABLE.classify(&Reply::new().code(code)) == Match::Unlisted)
    }

    /// Returns the kind that all rows of the response have. If they differ or there are none, it is the
    /// kind of the HTTP status, unless that is not an error.
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Kind, Reply};
    ///
    /// let kind = |status| ApiError::<PointsCode>::new(Reply::new().status(status)).kind();
    /// assert_eq!(kind(404), Some(Kind::NotFound));
    /// assert_eq!(kind(503), Some(Kind::Unavailable)); // no row has it
    /// assert_eq!(kind(204), None); // an error for the vendor alone
    /// ```
    pub fn kind(&self) -> Option<Kind> {
        common(&self.matched(), Row::kind).unwrap_or_else(|| {
            let kind = self
                .status()
                .filter(|_| C::TABLE.is_http())
                .and_then(Kind::from_status);
            kind.filter(|kind| {
                !matches!(kind, Kind::Informational | Kind::Success | Kind::Redirect)
            })
        })
    }

    /// Returns the retry advice that all rows of the response have, or else [`Retry::After`] if the response
    /// asks for a delay.
    pub fn retry(&self) -> Option<Retry> {
        common(&self.matched(), Row::retry)
            .flatten()
            .or(self.retry_after().map(|_| Retry::After))
    }
}

/// Returns the fact that all matched rows have in common, if there are any.
pub(crate) fn common<C: CodeTable, T: PartialEq>(
    matched: &Match<C>,
    fact: fn(Row) -> T,
) -> Option<T> {
    let candidates = matched.candidates();
    let mut facts = candidates.iter().map(|code| fact(code.row()));
    let first = facts.next()?;
    facts.all(|other| other == first).then_some(first)
}
