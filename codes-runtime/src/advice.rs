//! Determines the kind and the retry advice of errors from the rows that they match and the rows
//! for their status.

use codes_core::{Kind, Retry};

use crate::candidates::Candidates;
use crate::decide::common;
use crate::facts::{Facts, Fault};
use crate::found::{By, Find, Found};
use crate::reply::Reply;
use crate::row::Row;
use crate::table::Table;

impl Table {
    /// Returns whether an error has an unknown detail, so that its code matches only rows without a
    /// detail.
    pub(crate) fn has_unknown_detail(&'static self, find: Find, fault: &Fault<'_>) -> bool {
        let Reply { code, detail, .. } = fault.reply().without_empty();
        let has_detail = |row: Row| detail.is_some_and(|detail| row.has_detail(detail));
        let reply = Reply {
            code,
            detail,
            ..Reply::new()
        };
        let Found { rows, by } = find(self, &reply);
        let mut rows = Candidates::<Row>::new(self, rows).into_iter();
        detail.is_some() && by == By::Code && !rows.any(has_detail)
    }

    /// Returns the rows that the error would match without its code.
    fn rows_for_status(
        &'static self,
        find: Find,
        facts: &Facts<'_>,
        fault: &Fault<'_>,
    ) -> impl Iterator<Item = Row> {
        let reply = Reply {
            status: facts.status,
            message: fault.message.as_deref(),
            ..Reply::new()
        };
        let has_status = facts.status.is_some();
        Candidates::<Row>::new(self, find(self, &reply).rows)
            .into_iter()
            .filter(move |_| has_status)
    }

    /// Returns the kind of an error: the one that its rows agree on, or else the one for its
    /// status.
    pub(crate) fn kind(
        &'static self,
        find: Find,
        facts: &Facts<'_>,
        fault: &Fault<'_>,
    ) -> Option<Kind> {
        // an error never has the kind of a success, even if rows with its status do
        let is_of_error =
            |kind: &Kind| !matches!(kind, Kind::Informational | Kind::Success | Kind::Redirect);
        let by_status = common(
            self.rows_for_status(find, facts, fault)
                .map(Row::declared_kind),
        )
        .flatten()
        .filter(is_of_error);
        let http = || {
            let status = facts.status.filter(|_| self.is_http())?;
            Kind::from_status(status).filter(is_of_error)
        };
        let kind = |row: Row| row.declared_kind().or(by_status).or(row.kind());
        let rows = Candidates::<Row>::new(self, fault.rows);
        common(rows.iter().map(kind))
            .flatten()
            .or(by_status)
            .or_else(http)
    }

    /// Returns the retry advice that the rows of an error agree on. Rows without advice inherit that of
    /// the rows for the status, and so does an error that no row matches.
    pub(crate) fn retry(
        &'static self,
        find: Find,
        facts: &Facts<'_>,
        fault: &Fault<'_>,
    ) -> Option<Retry> {
        let by_status = common(self.rows_for_status(find, facts, fault).map(Row::retry)).flatten();
        let rows = Candidates::<Row>::new(self, fault.rows);
        if rows.is_empty() {
            return by_status;
        }
        common(rows.iter().map(|row| row.retry().or(by_status))).flatten()
    }
}
