//! Methods of [`ApiError`] that depend on the table: matching rows, kind and retry advice.

use core::time::Duration;

use codes_core::{Kind, Retry};

use crate::api_error::ApiError;
use crate::code_table::{CodeTable, Lookups as _, to_variants};
use crate::decide::common;
use crate::facts::Facts;
use crate::matching::Match;
use crate::reply::Reply;

impl<C: CodeTable> ApiError<C> {
    /// Creates an error from a reply, whatever the outcome of the matching row.
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
        let mut facts = Facts::of(&reply);
        facts.find_rows(C::TABLE, C::FIND);
        ApiError::from_facts(facts.into_owned())
    }

    /// Returns the variants that match the response.
    ///
    /// If the response has several errors, these are all variants that match at least one of them.
    /// If one error is unlisted, or there are more than eight variants, the result is
    /// [`Match::Unlisted`].
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Match, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(418));
    /// assert_eq!(error.matched(), Match::Unlisted);
    /// ```
    pub fn matched(&self) -> Match<C> {
        to_variants(self.facts().matched(C::TABLE))
    }

    /// Returns the variant that matches the response, or `None` if there are several or none.
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

    /// Returns whether the response matches this variant and no other.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let reply = Reply::new().status(404);
    /// assert!(!ApiError::new(reply).is(CoverageCode::InvalidRoute)); // other rows match too
    /// assert!(ApiError::new(reply.message("Invalid route")).is(CoverageCode::InvalidRoute));
    /// ```
    pub fn is(&self, code: C) -> bool {
        self.one() == Some(code)
    }

    /// Returns whether the response has an unknown code, even if a row has its status.
    ///
    /// A code is unknown if no row has it, or only rows whose details differ from the response's.
    /// Consider logging such responses: each is missing from the table.
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
        let is_unknown = |fault| C::TABLE.has_unknown_code(C::FIND, fault);
        self.facts().errors().any(is_unknown)
    }

    /// Returns whether the response has an unknown detail, although its code is known.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let reply = Reply::new().status(404).code("0x0401").detail("new");
    /// let error = ApiError::<FeaturesCode>::new(reply);
    /// assert!(error.is_unknown_detail() && !error.is_unknown_code());
    /// ```
    pub fn is_unknown_detail(&self) -> bool {
        let is_unknown = |fault| C::TABLE.has_unknown_detail(C::FIND, fault);
        self.facts().errors().any(is_unknown)
    }

    /// Returns the vendor-independent kind of the response.
    ///
    /// This is the kind that all matching rows agree on. A row without a kind inherits the one that the rows for the
    /// response's status agree on, or else has the kind of its own statuses. If the matching rows
    /// disagree, or none matches, this is the kind that the rows for the status agree on, or else
    /// HTTP's meaning of the status, if that is an error.
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
        let facts = self.facts();
        let kind = |fault| C::TABLE.kind(C::FIND, facts, fault);
        common(facts.errors().map(kind)).flatten()
    }

    /// Returns the vendor's advice on retrying.
    ///
    /// This is the advice that all matching rows agree on. A row without advice inherits that of the rows for the
    /// response's status, if they agree. If no row matches, the result is the advice that the rows for the status agree on.
    /// Without any advice, the result is [`Retry::After`] if the `Retry-After` header or the body specifies a delay.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply, Retry};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(500));
    /// assert_eq!(error.retry(), Some(Retry::Backoff));
    /// ```
    pub fn retry(&self) -> Option<Retry> {
        let facts = self.facts();
        let retry = |fault| C::TABLE.retry(C::FIND, facts, fault);
        let retry = common(facts.errors().map(retry)).flatten();
        retry.or(facts.asked.map(|_| Retry::After))
    }

    /// Returns the delay that the response asks for.
    ///
    /// This is the delay in the `Retry-After` header, or else the one that `retry_after` in the spec's `body` points
    /// to. A delay in another header is used only if the retry advice is [`Retry::After`] or [`Retry::Backoff`], or
    /// the kind is [`Kind::RateLimited`], because some vendors send it with every response.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(429));
    /// assert_eq!(error.retry_after(), None);
    /// ```
    pub fn retry_after(&self) -> Option<Duration> {
        let facts = self.facts();
        let counts = || {
            matches!(self.retry(), Some(Retry::After | Retry::Backoff))
                || self.kind() == Some(Kind::RateLimited)
        };
        facts.asked.or_else(|| facts.hinted.filter(|_| counts()))
    }

    /// Returns a parameter of the response, such as a request id or the name of an invalid field.
    ///
    /// The spec names parameters in the `params` of `body`, in those of `headers`, and as captures
    /// in message patterns. A name is looked up in this order. If the response has several errors,
    /// this is a parameter of the first one.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum LimitsCode = "../tests/specs/responses/params.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let reply = Reply::new().status(429).message("Too Many Requests: retry after 30");
    /// assert_eq!(ApiError::<LimitsCode>::new(reply).param("seconds"), Some("30"));
    /// ```
    pub fn param(&self, name: &str) -> Option<&str> {
        self.facts().param(C::TABLE, &self.facts().first, name)
    }

    /// Returns how long to wait before the next attempt, or `None` if you should not retry.
    ///
    /// `backoff` is your own delay for this attempt, used if the response gives none. Otherwise, [`Retry::After`] uses
    /// the response's delay, and other advice the longer of the two. `idempotent` says whether it is safe to send the
    /// request twice.
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

/// Two errors are equal if their responses have the same contents and match the same rows.
impl<C: CodeTable> PartialEq for ApiError<C> {
    fn eq(&self, other: &Self) -> bool {
        let matched = |error: &Self| error.facts().matched(C::TABLE);
        self.facts().same(other.facts()) && matched(self) == matched(other)
    }
}

impl<C: CodeTable> Eq for ApiError<C> {}
