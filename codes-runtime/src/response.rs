//! Responses of the crate `http`.

use core::time::Duration;
use std::time::SystemTime;

use http::header::RETRY_AFTER;
use http::{HeaderMap, Response, StatusCode};

use crate::api_error::ApiError;
use crate::code_table::CodeTable;
use crate::delay::{MAX_DELAY, parse_seconds};
use crate::reply::Reply;
use crate::row::Row;
use crate::table::Table;

impl<C: CodeTable> ApiError<C> {
    /// Checks a response, returning an error if the vendor considers it one.
    ///
    /// The first of these decides:
    ///
    /// 1. the rows that have the response's code, or whose messages fit, if they agree on the outcome;
    /// 2. a code that no row has: the response is an error, whatever its status;
    /// 3. the rows that have the response's status, if they agree on the outcome. Below 400, rows with a code are only
    ///    considered if the spec does not say where the body has a code, or if the status has no body (1xx, 204, 205, 304);
    /// 4. the status: 400 and above is an error.
    ///
    /// The first `Retry-After` header that is valid counts; dates are resolved against the system clock.
    ///
    /// With the `json` feature, code and message are read from the locations in the body given by the spec's `body` key.
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
        Self::check_at(SystemTime::now(), status, headers, body)
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
        let status = status.into();
        with_reply(C::TABLE, status, body, |reply| {
            let Err(error) = C::check_reply(&reply) else {
                return Ok(());
            };
            let delays = headers.get_all(RETRY_AFTER).iter();
            let delay = delays
                .filter_map(|value| value.to_str().ok())
                .find_map(|value| parse_retry_after(value, now));
            Err(match delay {
                Some(delay) => error.with_retry_after(delay),
                None => error,
            })
        })
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

/// Calls a function with the reply that status and body describe.
#[cfg(feature = "json")]
fn with_reply<T>(table: &Table, status: u16, body: &[u8], then: impl FnOnce(Reply<'_>) -> T) -> T {
    then(table.read_body(status, body).reply())
}

/// Calls a function with only the status, because bodies are not read without the feature `json`.
#[cfg(not(feature = "json"))]
fn with_reply<T>(_: &Table, status: u16, _: &[u8], then: impl FnOnce(Reply<'_>) -> T) -> T {
    then(Reply::new().status(status))
}

impl Row {
    /// Returns the row's [`status`](Row::status) as a type of the `http` crate, or `None` if the table's protocol is not HTTP.
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
/// `None` if the value is neither. Requires the `http` feature.
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
    parse_seconds(value).or_else(|| {
        let date = httpdate::parse_http_date(value.trim()).ok()?;
        Some(date.duration_since(now).unwrap_or_default().min(MAX_DELAY))
    })
}
