//! Interprets error responses: their rows, kind and retry advice.

use core::time::Duration;

use codes_core::{Kind, Retry};

use crate::api_error::ApiError;
use crate::code_table::CodeTable;
use crate::matching::Match;
use crate::reply::Reply;
use crate::row::Row;

impl<C: CodeTable> ApiError<C> {
    /// Creates an error from a reply, regardless of the outcome of the matching row.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(404));
    /// assert!(error.is(PointsCode::NotFound));
    /// ```
    pub fn new(reply: Reply<'_>) -> Self {
        ApiError::matched_as(reply, C::classify(&reply))
    }

    /// Returns the only variant that the response can mean, or `None` if there are several or none.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(404));
    /// assert_eq!(error.one(), Some(PointsCode::NotFound));
    /// ```
    pub fn one(&self) -> Option<C> {
        self.matched().one()
    }

    /// Returns whether the response means this variant and cannot mean another.
    ///
    /// # Examples
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

    /// Returns whether the response has a code that no row has, even if a row has its status.
    ///
    /// Consider logging these: each one is a code missing from the table.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(404).code("AddedToday"));
    /// assert!(error.is_unknown_code());
    /// ```
    pub fn is_unknown_code(&self) -> bool {
        self.code()
            .is_some_and(|code| C::TABLE.classify(&Reply::new().code(code)) == Match::Unlisted)
    }

    /// Returns the vendor-independent kind of the response.
    ///
    /// It is the kind that all matching rows agree on. If they disagree, or no row matches, it is the standard HTTP meaning of
    /// the status, unless that is not an error.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Kind, Reply};
    ///
    /// let kind = |status| ApiError::<PointsCode>::new(Reply::new().status(status)).kind();
    /// assert_eq!(kind(404), Some(Kind::NotFound));
    /// assert_eq!(kind(503), Some(Kind::Unavailable)); // no row has this status
    /// assert_eq!(kind(204), None); // an error only according to the vendor
    /// ```
    pub fn kind(&self) -> Option<Kind> {
        self.matched().common(Row::kind).unwrap_or_else(|| {
            let kind = self
                .status()
                .filter(|_| C::TABLE.is_http())
                .and_then(Kind::from_status);
            kind.filter(|kind| {
                !matches!(kind, Kind::Informational | Kind::Success | Kind::Redirect)
            })
        })
    }

    /// Returns the vendor's advice on retrying.
    ///
    /// It is the advice that all matching rows agree on or, without such advice, [`Retry::After`] if the response specifies a
    /// delay.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// use codes_runtime::Retry;
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(500));
    /// assert_eq!(error.retry(), Some(Retry::Backoff));
    /// ```
    pub fn retry(&self) -> Option<Retry> {
        self.matched()
            .common(Row::retry)
            .flatten()
            .or(self.retry_after().map(|_| Retry::After))
    }

    /// Returns how long to wait before sending the request again, or `None` if it should not be sent again.
    ///
    /// `backoff` is your own delay for this attempt, used if the response gives none. If it gives one, [`Retry::After`] waits
    /// exactly that long, and other advice the longer of the two. `idempotent` says whether it is safe to
    /// send the request twice.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    /// use std::time::Duration;
    ///
    /// let backoff = Duration::from_secs(2);
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(429));
    /// assert_eq!(error.next_delay(backoff, true), Some(backoff));
    /// let error = error.with_retry_after_header("30");
    /// assert_eq!(error.next_delay(backoff, true), Some(Duration::from_secs(30)));
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(401));
    /// assert_eq!(error.next_delay(backoff, true), None); // the table does not advise a retry
    /// ```
    pub fn next_delay(&self, backoff: Duration, idempotent: bool) -> Option<Duration> {
        let asked = self.retry_after();
        let at_least = asked.map_or(backoff, |asked| asked.max(backoff));
        match self.retry()? {
            Retry::After => Some(asked.unwrap_or(backoff)),
            Retry::Backoff => Some(at_least),
            Retry::IfIdempotent => idempotent.then_some(at_least),
            Retry::Never => None,
        }
    }
}
