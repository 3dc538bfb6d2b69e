//! Decides whether a response is an error, and which rows its errors match.

use codes_core::lists::TableTexts;

use crate::candidates::Candidates;
use crate::classify::{By, Found};
use crate::raw::RawCode;
use crate::reply::Reply;
use crate::row::Row;
use crate::set::Set;
use crate::table::Table;

/// Whether a response is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Success,
    Error,
    /// An error, even though rows with its status may say otherwise; such rows are left out.
    ErrorAtAnyStatus,
}

impl Verdict {
    fn new(is_error: bool) -> Self {
        if is_error {
            Verdict::Error
        } else {
            Verdict::Success
        }
    }
}

/// Returns the value that all items are equal to, or `None` if they differ or there are none.
pub(crate) fn common<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|other| other == first).then_some(first)
}

impl Table {
    /// Decides whether a response is an error. `replies` are the errors of the response, or the
    /// response itself; `has_list` says that its body has a list of errors.
    ///
    /// The first of these that has an answer decides: the rows found by codes and messages,
    /// if they agree; the response's own `success` or list of errors; an unknown code; the rows
    /// found by the status, if they agree; the status.
    pub(crate) fn decide<'r>(
        &'static self,
        replies: impl Iterator<Item = Reply<'r>> + Clone,
        has_list: bool,
    ) -> Verdict {
        let named = replies.clone().flat_map(|reply| self.named_rows(&reply));
        match common(named.map(Row::is_error)) {
            Some(true) => return Verdict::ErrorAtAnyStatus,
            Some(false) => return Verdict::Success,
            None => {}
        }
        let success = replies.clone().find_map(|reply| reply.success);
        let unknown = |reply: Reply<'_>| self.has_unknown_code(&reply);
        match success {
            Some(true) => Verdict::Success,
            None if !has_list && !replies.clone().any(unknown) => {
                let mut replies = replies;
                let first = replies.next().unwrap_or_default();
                Verdict::new(self.is_error_by_status(&first))
            }
            Some(false) | None => Verdict::ErrorAtAnyStatus,
        }
    }

    /// Returns the rows that match an error.
    pub(crate) fn rows_of_error(&'static self, reply: &Reply<'_>, verdict: Verdict) -> Set {
        let Found { rows, by } = self.find(&reply.without_empty());
        if verdict == Verdict::ErrorAtAnyStatus && by == By::Status {
            self.only_errors(rows)
        } else {
            rows
        }
    }

    /// Returns whether a reply has a code that is not in the table.
    pub(crate) fn has_unknown_code(&'static self, reply: &Reply<'_>) -> bool {
        let reply = reply.without_empty();
        reply
            .code
            .is_some_and(|code| !self.has_code(code, reply.detail))
    }

    /// Returns the rows that were found by the code or the message of a reply.
    fn named_rows(&'static self, reply: &Reply<'_>) -> impl Iterator<Item = Row> + use<> {
        let Found { rows, by } = self.find(&reply.without_empty());
        let candidates = Candidates::<Row>::new(self, rows);
        // rows with patterns are found only if the message matches one, so it led to these rows
        let by_message = || reply.message.is_some() && candidates.iter().all(Row::has_messages);
        let is_named = by != By::Status || by_message();
        candidates.iter().filter(move |_| is_named)
    }

    /// Returns whether a reply is an error according to its status or, if it has none, to the rows
    /// of its code.
    fn is_error_by_status(&'static self, reply: &Reply<'_>) -> bool {
        let Some(status) = reply.status else {
            let is_error = || self.classify(reply).candidates().iter().any(Row::is_error);
            return reply.code.is_some() && is_error();
        };
        // a success that could have a code in its body, but has none, does not match rows with a
        // code
        let may_lack_code =
            status >= 400 || matches!(status, 100..=199 | 204 | 205 | 304) || !self.reads_codes();
        let without_code = Reply {
            code: None,
            ..*reply
        };
        let rows = self.classify(&without_code).candidates();
        let rows = rows.iter().filter(|row| may_lack_code || !row.has_code());
        common(rows.map(Row::is_error)).unwrap_or(status >= 400)
    }

    /// Returns whether codes are read from responses.
    fn reads_codes(&self) -> bool {
        let mut lists = [TableTexts::CodePointers, TableTexts::CodeHeaders].into_iter();
        self.flags().reads_responses() && lists.any(|list| self.texts(list).next().is_some())
    }

    /// Removes the rows that are not errors. If more remain than fit in a set, the result is empty.
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

impl Reply<'_> {
    /// Removes a code or detail that is an empty string.
    pub(crate) fn without_empty(&self) -> Self {
        let some = |code: &RawCode<'_>| *code != RawCode::Text("");
        Reply {
            code: self.code.filter(some),
            detail: self.detail.filter(some),
            ..*self
        }
    }
}
