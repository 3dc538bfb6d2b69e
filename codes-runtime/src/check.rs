//! Reads responses of the `http` crate, and decides whether they are errors.

use core::time::Duration;
use std::time::SystemTime;

use http::HeaderMap;
use http::header::RETRY_AFTER;

use crate::delay::{MAX_DELAY, parse_seconds};
use crate::facts::Facts;
use crate::found::Find;
use crate::read::Reader;
use crate::reply::Reply;
use crate::table::Table;

impl Reader {
    /// Returns the facts of a response if it is an error.
    pub(crate) fn read_error(
        &self,
        now: Option<SystemTime>,
        status: u16,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Option<Facts<'static>> {
        let (facts, is_error) = self.read_response(now, status, headers, body);
        is_error.then(|| facts.into_owned())
    }

    /// Reads the facts of a response, and decides whether it is an error.
    pub(crate) fn read_response<'r>(
        &self,
        now: Option<SystemTime>,
        status: u16,
        headers: &'r HeaderMap,
        body: &'r [u8],
    ) -> (Facts<'r>, bool) {
        let mut facts = Facts::of(&Reply::new().status(status));
        if let Some(read) = &self.headers {
            (read.facts)(self, headers, &mut facts);
        }
        #[cfg(any(feature = "json", feature = "xml"))]
        let body = self.read_body(body, status, &mut facts);
        #[cfg(not(any(feature = "json", feature = "xml")))]
        let _ = body;
        let is_error = self.table.decide(self.find, &mut facts);
        // delays and parameters are read only for errors, so that they cost nothing for a success
        if is_error {
            facts.asked = retry_after(headers, now).or(facts.asked);
            if let Some(read) = &self.headers {
                (read.details)(self, headers, now, &mut facts);
            }
            #[cfg(any(feature = "json", feature = "xml"))]
            if let Some(body) = &body {
                self.read_root_params(body, &mut facts);
            }
        }
        (facts, is_error)
    }
}

impl Table {
    /// Returns the facts of a response if its status alone makes it an error.
    pub(crate) fn read_status(
        &'static self,
        find: Find,
        now: Option<SystemTime>,
        status: u16,
        headers: &HeaderMap,
    ) -> Option<Facts<'static>> {
        let reply = Reply::new().status(status);
        let rows = find(self, &reply).rows;
        self.is_error_with_rows(status, rows).then(|| {
            let mut facts = Facts::of(&reply);
            facts.first.rows = rows;
            facts.asked = retry_after(headers, now);
            facts
        })
    }
}

/// Returns the delay in the first `Retry-After` header that is valid.
fn retry_after(headers: &HeaderMap, now: Option<SystemTime>) -> Option<Duration> {
    let mut delays = headers.get_all(RETRY_AFTER).iter();
    delays.find_map(|value| {
        let value = value.to_str().ok()?;
        parse_seconds(value).or_else(|| delay_until(value, now.unwrap_or_else(SystemTime::now)))
    })
}

/// Returns the delay until an HTTP date.
pub(crate) fn delay_until(date: &str, now: SystemTime) -> Option<Duration> {
    let date = httpdate::parse_http_date(date.trim()).ok()?;
    Some(date.duration_since(now).unwrap_or_default().min(MAX_DELAY))
}
