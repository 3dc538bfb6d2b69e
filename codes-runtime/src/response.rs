//! Checks responses of the `http` crate.

use core::time::Duration;
use std::time::SystemTime;

use http::{HeaderMap, Response, StatusCode};

use crate::api_error::ApiError;
use crate::check::delay_until;
use crate::code_table::{CodeTable, Lookups as _};
use crate::delay::parse_seconds;
use crate::read::Reader;
use crate::row::Row;

impl<C: CodeTable> ApiError<C> {
    /// Checks a response, returning an error if the vendor considers it one.
    ///
    /// The first of these that gives an answer decides:
    ///
    /// 1. the rows with the response's code, or with a matching message pattern, if they agree on
    ///    the outcome;
    /// 2. the value that the spec names as `success`, or a list of errors that is not empty;
    /// 3. a code that is not in the table: the response is an error, whatever its status;
    /// 4. the rows with the response's status, if they agree on the outcome. Below 400, rows with a
    ///    code are considered only if the spec does not say where to find codes, or if responses
    ///    with the status have no body (1xx, 204, 205, 304);
    /// 5. the status: 400 and above is an error.
    ///
    /// Codes, messages and other values are read from the places that the spec's `headers` and
    /// `body` name. Reading the body requires the `json` or `xml` feature; without the one that the
    /// spec needs, calls do not compile. The delay is taken from the first valid `Retry-After`
    /// header; dates are relative to the system clock.
    ///
    /// Requires the `http` feature.
    ///
    /// # Errors
    ///
    /// Returns the response as an [`ApiError`] if it is an error.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, CodeTable};
    ///
    /// let headers = http::HeaderMap::new();
    /// assert_eq!(ApiError::<PointsCode>::check(200_u16, &headers, b""), Ok(()));
    /// // the spec takes precedence over HTTP
    /// let error = PointsCode::check(http::StatusCode::NO_CONTENT, &headers, b"").unwrap_err();
    /// assert!(error.is(PointsCode::NoResults));
    /// ```
    pub fn check(status: impl Into<u16>, headers: &HeaderMap, body: &[u8]) -> Result<(), Self> {
        Self::check_at_time(None, status.into(), headers, body)
    }

    /// Like [`check`](Self::check), but uses the given time instead of the system clock.
    ///
    /// Requires the `http` feature.
    ///
    /// # Errors
    ///
    /// Returns the response as an [`ApiError`] if it is an error.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::ApiError;
    /// use std::time::{Duration, SystemTime};
    ///
    /// let mut headers = http::HeaderMap::new();
    /// headers.insert("retry-after", "Thu, 01 Jan 1970 00:01:30 GMT".parse().unwrap());
    /// let now = SystemTime::UNIX_EPOCH + Duration::from_secs(60);
    /// let error = ApiError::<PointsCode>::check_at(now, 429_u16, &headers, b"").unwrap_err();
    /// assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
    /// ```
    pub fn check_at(
        now: SystemTime,
        status: impl Into<u16>,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<(), Self> {
        Self::check_at_time(Some(now), status.into(), headers, body)
    }

    /// Checks a response. If a delay depends on the time and none is given, reads the system clock.
    fn check_at_time(
        now: Option<SystemTime>,
        status: u16,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<(), Self> {
        const {
            let flags = C::TABLE.flags();
            assert!(
                cfg!(feature = "json") || !flags.reads_json(),
                "the spec reads JSON bodies: enable the feature `json` of codes-runtime"
            );
            assert!(
                cfg!(feature = "xml") || !flags.reads_xml(),
                "the spec reads XML bodies: enable the feature `xml` of codes-runtime"
            );
        }
        // a constant condition, so that the reader is not compiled for tables that read nothing
        let error = if const { C::TABLE.flags().reads_responses() } {
            const { &Reader::new(C::TABLE, C::FIND) }.read_error(now, status, headers, body)
        } else {
            C::TABLE.read_status(C::FIND, now, status, headers)
        };
        error.map_or(Ok(()), |facts| Err(ApiError::from_facts(facts)))
    }

    /// Like [`check`](Self::check), but takes a complete response.
    ///
    /// Requires the `http` feature.
    ///
    /// # Errors
    ///
    /// Returns the response as an [`ApiError`] if it is an error.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::ApiError;
    ///
    /// let response = http::Response::builder().status(404).body("").unwrap();
    /// assert!(ApiError::check_response(&response).unwrap_err().is(PointsCode::NotFound));
    /// ```
    pub fn check_response(response: &Response<impl AsRef<[u8]>>) -> Result<(), Self> {
        Self::check(
            response.status(),
            response.headers(),
            response.body().as_ref(),
        )
    }
}

impl Row {
    /// Returns the row's [`status`](Row::status) as an [`http::StatusCode`], or `None` if the row
    /// has no status or the table's protocol is not HTTP.
    ///
    /// Requires the `http` feature.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(PointsCode::NotFound.row().http_status(), Some(http::StatusCode::NOT_FOUND));
    /// ```
    pub fn http_status(self) -> Option<StatusCode> {
        self.status()
            .filter(|_| self.table.is_http())
            .and_then(|status| StatusCode::from_u16(status).ok())
    }
}

/// Parses the value of a `Retry-After` header: seconds, or a date relative to `now`.
///
/// Seconds may have decimals. A date in the past gives a delay of zero, and a delay longer than 365 days becomes 365 days. Returns
/// `None` if the value is neither seconds nor a date. Requires the `http` feature.
///
/// # Examples
///
/// ```
/// use codes_runtime::parse_retry_after;
/// use std::time::{Duration, SystemTime};
///
/// let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
/// assert_eq!(parse_retry_after("120", now), Some(Duration::from_secs(120)));
/// assert_eq!(parse_retry_after("1.5", now), Some(Duration::from_millis(1500)));
/// assert_eq!(parse_retry_after("Sun, 09 Sep 2001 01:46:41 GMT", now), Some(Duration::from_secs(1)));
/// assert_eq!(parse_retry_after("Sun, 09 Sep 2001 01:46:39 GMT", now), Some(Duration::ZERO));
/// assert_eq!(parse_retry_after("soon", now), None);
/// ```
pub fn parse_retry_after(value: &str, now: SystemTime) -> Option<Duration> {
    parse_seconds(value).or_else(|| delay_until(value, now))
}
