//! Error responses: their status, code, message and delay. The `interpret` module adds the methods
//! that depend on the table.

use alloc::boxed::Box;
use core::marker::PhantomData;
use core::time::Duration;

use crate::delay::parse_seconds;
use crate::facts::Facts;
use crate::raw::{RawCode, ReadCode};

/// An error response from a vendor's API: its status, code, message and delay, and every table row
/// that matches it.
///
/// A response that the table does not list keeps its status, code and message. The type is as small
/// as a pointer.
///
/// # Examples
///
/// ```
/// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
/// use codes_runtime::{ApiError, Reply, Retry};
/// use std::time::Duration;
///
/// let reply = Reply::new().status(429).message("10 requests a second");
/// let error = ApiError::<PointsCode>::new(reply).with_retry_after(Duration::from_secs(30));
/// assert!(error.is(PointsCode::TooManyRequests));
/// assert_eq!(error.retry(), Some(Retry::After));
/// assert_eq!(
///     error.to_string(),
///     r#"Points API: 429 Too many requests: "10 requests a second"; retry after 30s"#,
/// );
///
/// let unlisted = ApiError::<PointsCode>::new(Reply::new().status(418).code("Teapot"));
/// assert!(unlisted.is_unknown_code());
/// assert_eq!(unlisted.to_string(), r#"Points API: unlisted response [status 418, code "Teapot"]"#);
/// ```
pub struct ApiError<C: 'static> {
    // boxed, because a `Result` with the error is at least as large as the error
    facts: Box<Facts<'static>>,
    codes: PhantomData<fn() -> C>,
}

impl<C: 'static> ApiError<C> {
    pub(crate) fn from_facts(facts: Facts<'static>) -> Self {
        ApiError {
            facts: Box::new(facts),
            codes: PhantomData,
        }
    }

    pub(crate) fn facts(&self) -> &Facts<'static> {
        &self.facts
    }

    /// Sets the delay that the response asks for.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// use std::time::Duration;
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(429));
    /// let error = error.with_retry_after(Duration::from_secs(30));
    /// assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
    /// ```
    #[must_use]
    pub fn with_retry_after(mut self, delay: Duration) -> Self {
        self.facts.asked = Some(delay);
        self
    }

    /// Sets the delay from the value of a `Retry-After` header in seconds, such as `30` or `1.5`.
    ///
    /// A delay longer than 365 days becomes 365 days. A value that is not a number of seconds leaves
    /// the error unchanged; with the feature `http`, `parse_retry_after` parses dates.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// use std::time::Duration;
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(429));
    /// let error = error.with_retry_after_header("1.5");
    /// assert_eq!(error.retry_after(), Some(Duration::from_millis(1500)));
    /// ```
    #[must_use]
    pub fn with_retry_after_header(self, value: &str) -> Self {
        match parse_seconds(value) {
            Some(delay) => self.with_retry_after(delay),
            None => self,
        }
    }

    /// Returns the response's status.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(418));
    /// assert_eq!(error.status(), Some(418));
    /// ```
    pub fn status(&self) -> Option<u16> {
        self.facts.status
    }

    /// Returns the response's code, even if it is not in the table.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// use codes_runtime::RawCode;
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(400).code("AddedToday"));
    /// assert_eq!(error.code(), Some(RawCode::Text("AddedToday")));
    /// ```
    pub fn code(&self) -> Option<RawCode<'_>> {
        self.facts.first.code.as_ref().map(ReadCode::as_raw)
    }

    /// Returns the response's message.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(402).message("-3 points"));
    /// assert_eq!(error.message(), Some("-3 points"));
    /// ```
    pub fn message(&self) -> Option<&str> {
        self.facts.first.message.as_deref()
    }

    /// Returns the response's second code, such as a subcode, reason or decline code.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, RawCode, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(400).detail(7));
    /// assert_eq!(error.detail(), Some(RawCode::Int(7)));
    /// ```
    pub fn detail(&self) -> Option<RawCode<'_>> {
        self.facts.first.detail.as_ref().map(ReadCode::as_raw)
    }
}

impl<C> Clone for ApiError<C> {
    fn clone(&self) -> Self {
        ApiError::from_facts(Facts::clone(&self.facts))
    }
}
