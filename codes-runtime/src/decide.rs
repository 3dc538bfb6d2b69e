//! Decides whether a response is an error, and which rows its errors match.

use codes_core::lists::TableTexts;

use crate::candidates::Candidates;
use crate::facts::{Facts, Fault};
use crate::found::{By, Find};
use crate::reply::Reply;
use crate::row::Row;
use crate::set::Set;
use crate::table::Table;

/// Returns the value that all items are equal to, or `None` if they differ or there are none.
pub(crate) fn common<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|other| other == first).then_some(first)
}

impl Table {
    /// Finds the rows that match each error of a response, and returns whether the response is an
    /// error.
    ///
    /// The first of these that has an answer decides: the rows found by codes and messages,
    /// if they agree; the response's own `success` or list of errors; an unknown code; the rows
    /// found by the status, if they agree; the status.
    pub(crate) fn decide(&'static self, find: Find, facts: &mut Facts<'_>) -> bool {
        facts.find_rows(self, find);
        let named = facts.errors().flat_map(|fault| self.named_rows(fault));
        let is_error = common(named.map(Row::is_error))
            .or_else(|| facts.success.map(|success| !success))
            .or_else(|| {
                let unknown = |fault| self.has_unknown_code(find, fault);
                (facts.has_list || facts.errors().any(unknown)).then_some(true)
            });
        if is_error == Some(true) {
            // the rows found by the status may include some that are not errors
            for fault in facts.errors_mut().filter(|fault| fault.by == By::Status) {
                fault.rows = self.only_errors(fault.rows);
            }
        }
        is_error.unwrap_or_else(|| self.is_error_by_status(find, facts))
    }

    /// Returns whether an error's code is unknown: no row has it, or only rows with other details.
    pub(crate) fn has_unknown_code(&'static self, find: Find, fault: &Fault<'_>) -> bool {
        let Reply {
            code,
            detail,
            message,
            ..
        } = fault.reply().without_empty();
        let without_message = Reply {
            code,
            detail,
            ..Reply::new()
        };
        // the table may have the code, but only in rows whose patterns do not match the message
        let may_be_known = || message.is_some() && find(self, &without_message).by == By::Code;
        code.is_some() && fault.by != By::Code && !may_be_known()
    }

    /// Returns the rows that match an error, or none if they were found only by the status.
    fn named_rows(&'static self, fault: &Fault<'_>) -> impl Iterator<Item = Row> + use<> {
        let candidates = Candidates::<Row>::new(self, fault.rows);
        // a row with patterns is found only if the message matches one, so the message led to
        // these rows
        let by_message = || fault.message.is_some() && candidates.iter().all(Row::has_messages);
        let is_named = fault.by != By::Status || by_message();
        if is_named {
            candidates.iter()
        } else {
            Candidates::empty().iter()
        }
    }

    /// Returns whether a response is an error according to its status or, if it has none, to the
    /// rows of its code.
    fn is_error_by_status(&'static self, find: Find, facts: &Facts<'_>) -> bool {
        let first = &facts.first;
        let reply = first.reply().without_empty();
        let Some(status) = facts.status else {
            let mut rows = Candidates::<Row>::new(self, first.rows).into_iter();
            return reply.code.is_some() && rows.any(Row::is_error);
        };
        let found = if reply.code.is_none() {
            first.rows
        } else {
            let without_code = Reply {
                status: facts.status,
                code: None,
                ..reply
            };
            find(self, &without_code).rows
        };
        self.is_error_with_rows(status, found)
    }

    /// Returns whether a response with this status, for which these rows were found, is an error.
    pub(crate) fn is_error_with_rows(&'static self, status: u16, rows: Set) -> bool {
        // below 400, rows with a code do not count, unless the response could not have had a code
        let may_lack_code = || {
            status >= 400 || matches!(status, 100..=199 | 204 | 205 | 304) || !self.reads_codes()
        };
        let rows = Candidates::<Row>::new(self, rows).into_iter();
        let rows = rows.filter(|row| !row.has_code() || may_lack_code());
        common(rows.map(Row::is_error)).unwrap_or(status >= 400)
    }

    /// Returns whether codes are read from responses.
    fn reads_codes(&self) -> bool {
        let mut lists = [TableTexts::CodePointers, TableTexts::CodeHeaders].into_iter();
        self.flags().reads_responses() && lists.any(|list| self.texts(list).next().is_some())
    }

    /// Removes the rows that are not errors. If rows are removed and more than eight remain, the
    /// result is empty.
    fn only_errors(&'static self, rows: Set) -> Set {
        let candidates = Candidates::<Row>::new(self, rows);
        if candidates.iter().all(Row::is_error) {
            return rows;
        }
        let (mut errors, mut len) = ([0; Set::MAX_SMALL], 0u8);
        for row in candidates.iter().filter(|row| row.is_error()) {
            let Some(place) = errors.get_mut(usize::from(len)) else {
                return Set::Empty;
            };
            *place = row.index;
            len += 1;
        }
        Set::small(errors, len)
    }
}
