//! Decides whether a reply is an error.

use crate::matching::Match;
use crate::message;
use crate::raw::RawCode;
use crate::reply::Reply;
use crate::row::Row;
use crate::table::Table;

impl Table {
    /// Returns the rows that a reply can mean if it is an error, or `None` if it is not.
    ///
    /// The first of these decides: the rows found by the code or the message, if they agree; an
    /// unknown code, which is always an error; the rows found by the status, if they agree; the status.
    pub(crate) fn error_rows(&'static self, reply: &Reply<'_>) -> Option<Match<Row>> {
        let code = reply.code.filter(|code| *code != RawCode::Text(""));
        let reply = Reply { code, ..*reply };
        let matched = self.classify(&reply);
        let is_known = code.map(|code| self.has_code(code));
        if (is_known == Some(true) || fits_message(&matched, reply.message))
            && let Some(is_error) = matched.common(Row::is_error)
        {
            return is_error.then_some(matched);
        }
        if is_known == Some(false) {
            return Some(self.only_errors(matched));
        }
        let by_status = Reply {
            code: None,
            ..reply
        };
        let is_error = self.is_error_by_status(&by_status).unwrap_or_else(|| {
            // without a status, a code whose rows disagree counts as an error
            matched
                .candidates()
                .iter()
                .any(|row| code.is_some() && row.is_error())
        });
        is_error.then_some(matched)
    }

    /// Returns whether any row has this code, at any status.
    fn has_code(&'static self, code: RawCode<'_>) -> bool {
        self.classify(&Reply::new().code(code)) != Match::Unlisted
    }

    /// Returns whether a reply without a code is an error, or `None` if it has no status either.
    fn is_error_by_status(&'static self, reply: &Reply<'_>) -> Option<bool> {
        let status = reply.status?;
        // a successful response whose body could contain a code, but does not, is not a row with a code
        let may_lack_code = status >= 400
            || matches!(status, 100..=199 | 204 | 205 | 304)
            || self.code_pointers().next().is_none();
        let candidates = self.classify(reply).candidates();
        let mut outcomes = candidates
            .iter()
            .filter(|row| may_lack_code || !row.has_code())
            .map(Row::is_error);
        let first = outcomes.next();
        let agreed = first.filter(|first| outcomes.all(|other| other == *first));
        Some(agreed.unwrap_or(status >= 400))
    }

    /// Removes the rows that are not errors. If more rows remain than a match can hold, it is `Unlisted`.
    fn only_errors(&'static self, matched: Match<Row>) -> Match<Row> {
        match matched.common(Row::is_error) {
            Some(true) => matched,
            Some(false) => Match::Unlisted,
            None => self
                .keep(matched.candidates(), |row| row.is_error())
                .unwrap_or(Match::Unlisted),
        }
    }
}

/// Returns whether the rows were found by the message.
fn fits_message(matched: &Match<Row>, message: Option<&str>) -> bool {
    message.is_some_and(|message| {
        let fits = |row: Row| {
            row.messages()
                .any(|pattern| message::fits(pattern, message))
        };
        matched.candidates().iter().all(fits)
    })
}
