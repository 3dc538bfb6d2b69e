//! The facts of a response (status, codes, messages and so on), and the rows that match it.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::time::Duration;

use crate::candidates::Candidates;
use crate::found::{By, Find, Found};
use crate::matching::Match;
use crate::raw::ReadCode;
use crate::reply::Reply;
use crate::row::Row;
use crate::set::Set;
use crate::table::Table;

/// The names and values of parameters.
pub(crate) type Params = Box<[(&'static str, Box<str>)]>;

/// The facts of a response. Strings are borrowed from it until it is known to be an error.
#[derive(Clone)]
pub(crate) struct Facts<'r> {
    pub(crate) status: Option<u16>,
    /// Whether the response says that the request succeeded.
    pub(crate) success: Option<bool>,
    /// The delay in `Retry-After` or in the body.
    pub(crate) asked: Option<Duration>,
    /// The delay in another header, which some vendors send with every response.
    pub(crate) hinted: Option<Duration>,
    /// The parameters in the headers.
    pub(crate) params: Params,
    /// The first error of the response, or the response itself.
    pub(crate) first: Fault<'r>,
    /// The other errors of the response.
    pub(crate) more: Vec<Fault<'r>>,
    /// Whether the body has a list of errors.
    pub(crate) has_list: bool,
}

/// One error of a response.
#[derive(Clone)]
pub(crate) struct Fault<'r> {
    pub(crate) code: Option<ReadCode<'r>>,
    pub(crate) detail: Option<ReadCode<'r>>,
    pub(crate) message: Option<Cow<'r, str>>,
    pub(crate) params: Params,
    /// The matching rows, once they have been found.
    pub(crate) rows: Set,
    /// The part of the response that led to the rows.
    pub(crate) by: By,
}

impl Fault<'_> {
    /// Returns the error as a reply, without the status.
    pub(crate) fn reply(&self) -> Reply<'_> {
        Reply {
            code: self.code.as_ref().map(ReadCode::as_raw),
            detail: self.detail.as_ref().map(ReadCode::as_raw),
            message: self.message.as_deref(),
            ..Reply::new()
        }
    }

    fn into_owned(self) -> Fault<'static> {
        Fault {
            code: self.code.map(ReadCode::into_owned),
            detail: self.detail.map(ReadCode::into_owned),
            message: self.message.map(|message| message.into_owned().into()),
            params: self.params,
            rows: self.rows,
            by: self.by,
        }
    }
}

impl<'r> Facts<'r> {
    /// Returns the facts of a reply.
    pub(crate) fn of(reply: &Reply<'r>) -> Self {
        Facts {
            status: reply.status,
            success: reply.success,
            asked: None,
            hinted: None,
            params: Box::default(),
            first: Fault {
                code: reply.code.map(ReadCode::from),
                detail: reply.detail.map(ReadCode::from),
                message: reply.message.map(Cow::from),
                params: Box::default(),
                rows: Set::Empty,
                by: By::Status,
            },
            more: Vec::new(),
            has_list: false,
        }
    }

    pub(crate) fn into_owned(self) -> Facts<'static> {
        Facts {
            status: self.status,
            success: self.success,
            asked: self.asked,
            hinted: self.hinted,
            params: self.params,
            first: self.first.into_owned(),
            more: self.more.into_iter().map(Fault::into_owned).collect(),
            has_list: self.has_list,
        }
    }

    /// Iterates over the errors.
    pub(crate) fn errors(&self) -> impl Iterator<Item = &Fault<'r>> + Clone {
        core::iter::once(&self.first).chain(&self.more)
    }

    pub(crate) fn errors_mut(&mut self) -> impl Iterator<Item = &mut Fault<'r>> {
        core::iter::once(&mut self.first).chain(&mut self.more)
    }

    /// Finds the rows that match each error.
    pub(crate) fn find_rows(&mut self, table: &'static Table, find: Find) {
        let status = self.status;
        for fault in self.errors_mut() {
            let reply = Reply {
                status,
                ..fault.reply()
            };
            Found {
                rows: fault.rows,
                by: fault.by,
            } = find(table, &reply.without_empty());
        }
    }

    /// Returns a parameter of an item in the list of errors, or else of the response, or else the text that a
    /// placeholder of the row's pattern matched.
    pub(crate) fn param<'f>(
        &'f self,
        table: &'static Table,
        fault: &'f Fault<'_>,
        name: &str,
    ) -> Option<&'f str> {
        let find = |params: &'f Params| {
            let found = params.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| value.as_ref())
        };
        let capture = || {
            table
                .to_match(fault.rows)
                .one()?
                .capture(fault.message.as_deref()?, name)
        };
        find(&fault.params)
            .or_else(|| find(&self.params))
            .or_else(capture)
    }

    /// Returns whether two responses have the same facts. The rows are not compared.
    pub(crate) fn same(&self, other: &Self) -> bool {
        let head = |facts: &Self| (facts.status, facts.success, facts.asked, facts.hinted);
        let fault = |fault: &Fault<'_>, other: &Fault<'_>| {
            (&fault.code, &fault.detail, &fault.message)
                == (&other.code, &other.detail, &other.message)
                && fault.params == other.params
        };
        head(self) == head(other)
            && self.params == other.params
            && self.more.len() == other.more.len()
            && self
                .errors()
                .zip(other.errors())
                .all(|(one, other)| fault(one, other))
    }

    /// Returns the rows that match any of the errors. If one error is unlisted, or there are more
    /// rows than a match can hold, the result is `Unlisted`.
    pub(crate) fn matched(&self, table: &'static Table) -> Match<Row> {
        if self.more.is_empty() {
            return table.to_match(self.first.rows);
        }
        let (mut rows, mut len) = ([0; Set::MAX_SMALL], 0);
        for fault in self.errors() {
            let candidates = Candidates::<Row>::new(table, fault.rows);
            if candidates.is_empty() {
                return Match::Unlisted;
            }
            for row in candidates {
                let at = rows[..len].partition_point(|known| *known < row.index);
                if at < len && rows[at] == row.index {
                    continue;
                }
                if len == rows.len() {
                    return Match::Unlisted;
                }
                rows.copy_within(at..len, at + 1);
                rows[at] = row.index;
                len += 1;
            }
        }
        table.to_match(Set::small(rows, u8::try_from(len).unwrap_or(0)))
    }
}
