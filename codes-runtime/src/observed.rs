//! Classifies responses with tables that are read at run time, for `codes observe`.

use alloc::vec::Vec;
use std::time::SystemTime;

use http::HeaderMap;

use crate::candidates::Candidates;
use crate::facts::Facts;
use crate::read::Reader;
use crate::reply::Reply;
use crate::row::Row;
use crate::table::Table;

/// A response, read as [`ApiError::check`](crate::ApiError::check) reads it.
pub struct Observed<'r> {
    table: &'static Table,
    facts: Facts<'r>,
    is_error: bool,
}

/// One error of a response, or the response itself.
pub struct ObservedItem<'o> {
    /// Its status, code, detail and message.
    pub reply: Reply<'o>,
    /// The rows that match it.
    pub rows: Vec<Row>,
    /// Whether its code is unknown.
    pub is_unknown_code: bool,
    /// Whether its detail is unknown, although its code is known.
    pub is_unknown_detail: bool,
}

impl<'r> Observed<'r> {
    /// Reads a response.
    pub fn new(table: &'static Table, status: u16, headers: &'r HeaderMap, body: &'r [u8]) -> Self {
        // delays are not observed, so the time does not matter
        let reader = Reader::new(table, table.finder());
        let now = Some(SystemTime::UNIX_EPOCH);
        let (facts, is_error) = reader.read_response(now, status, headers, body);
        Observed {
            table,
            facts,
            is_error,
        }
    }

    /// Classifies, like `check_reply`, a response that a client has already read.
    pub fn of_reply(table: &'static Table, reply: &Reply<'r>) -> Self {
        let mut facts = Facts::of(reply);
        Observed {
            table,
            is_error: table.decide(table.finder(), &mut facts),
            facts,
        }
    }

    /// Returns whether the response is an error.
    pub fn is_error(&self) -> bool {
        self.is_error
    }

    /// Iterates over the errors listed in the response, or the response itself if it lists none.
    pub fn items(&self) -> impl Iterator<Item = ObservedItem<'_>> {
        let find = self.table.finder();
        self.facts.errors().map(move |fault| {
            let is_error = self.is_error();
            let rows = Candidates::<Row>::new(self.table, fault.rows);
            ObservedItem {
                reply: Reply {
                    status: self.facts.status,
                    success: self.facts.success,
                    ..fault.reply()
                },
                rows: rows
                    .iter()
                    .filter(|row| is_error || !row.is_error())
                    .collect(),
                is_unknown_code: is_error && self.table.has_unknown_code(find, fault),
                is_unknown_detail: is_error && self.table.has_unknown_detail(find, fault),
            }
        })
    }
}
