//! Classifies responses with tables that are read at run time, for `codes observe`.

use alloc::vec::Vec;
use std::time::SystemTime;

use http::HeaderMap;

use crate::candidates::Candidates;
use crate::decide::Verdict;
use crate::facts::Facts;
use crate::reply::Reply;
use crate::row::Row;
use crate::table::Table;

/// A response, read as [`ApiError::check`](crate::ApiError::check) reads it.
pub struct Observed<'r> {
    table: &'static Table,
    facts: Facts<'r>,
    verdict: Verdict,
}

/// One error of a response, or the response itself.
pub struct ObservedItem<'o> {
    /// Its status, code, detail and message.
    pub reply: Reply<'o>,
    /// The rows that match it.
    pub rows: Vec<Row>,
    /// Whether no row has the code.
    pub is_unknown_code: bool,
    /// Whether rows have the code, but not with the detail.
    pub is_unknown_detail: bool,
}

impl<'r> Observed<'r> {
    /// Reads a response.
    pub fn new(table: &'static Table, status: u16, headers: &'r HeaderMap, body: &'r [u8]) -> Self {
        // delays are not observed, so the time does not matter
        let (facts, verdict) = table.read_response(SystemTime::UNIX_EPOCH, status, headers, body);
        Observed {
            table,
            facts,
            verdict,
        }
    }

    /// Reads the facts of a response that a client has read before, as `check_reply` does.
    pub fn of_reply(table: &'static Table, reply: &Reply<'r>) -> Self {
        Observed {
            table,
            facts: Facts::of(reply),
            verdict: table.decide(core::iter::once(*reply), false),
        }
    }

    /// Returns whether the response is an error.
    pub fn is_error(&self) -> bool {
        self.verdict != Verdict::Success
    }

    /// Iterates over the errors of the response, or the response itself.
    pub fn items(&self) -> impl Iterator<Item = ObservedItem<'_>> {
        self.facts.replies().map(|reply| {
            let is_error = self.is_error();
            let rows = self.table.rows_of_error(&reply, self.verdict);
            let rows = Candidates::<Row>::new(self.table, rows);
            ObservedItem {
                reply,
                rows: rows
                    .iter()
                    .filter(|row| is_error || !row.is_error())
                    .collect(),
                is_unknown_code: is_error && self.table.has_unknown_code(&reply),
                is_unknown_detail: is_error && self.table.has_unknown_detail(&reply),
            }
        })
    }
}
