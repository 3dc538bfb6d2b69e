//! Checks `body`, which says where a response has its code and message.

use super::entry::RowEntry;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::format::keys::{BodyDraft, TableDraft};
use crate::table::model::{Body, Row};
use crate::table::status::Status;

pub(super) fn check(draft: &TableDraft<'_>, entries: &[RowEntry<'_>], report: &mut Report) {
    let Some(body) = draft.body.get() else {
        return;
    };
    if let (Field::Absent, Field::Absent) = (&body.draft.code, &body.draft.message) {
        report.push(rules::no_pointer().at(body.span));
    }
    let without_status = entries
        .iter()
        .find(|entry| entry.code.is_some() && matches!(entry.draft.status, Field::Absent));
    if let (Some(row), Some(_), Field::Absent) =
        (without_status, body.draft.code.get(), &body.draft.statuses)
    {
        let mistake = rules::body_statuses().at(body.span);
        report.push(mistake.also(row.span, phrases::THIS_ROW));
    }
}

pub(super) fn body<'a>(mut draft: BodyDraft<'a>, rows: &[Row<'_>]) -> Body<'a> {
    let statuses = match draft.statuses.take() {
        Some(statuses) => statuses
            .iter()
            .map(|status| status.value.bounds())
            .collect(),
        None => default_statuses(rows),
    };
    Body {
        code: draft.code.take_values(),
        message: draft.message.take_values(),
        statuses,
    }
}

/// Returns the statuses from 400 up, and the lower ones that a row with a code lists.
fn default_statuses(rows: &[Row<'_>]) -> Vec<(u16, u16)> {
    let mut statuses = vec![(400, 999)];
    for row in rows.iter().filter(|row| row.code.is_some()) {
        let bounds = row.statuses.iter().map(Status::bounds);
        statuses.extend(bounds.filter(|&(low, _)| low < 400));
    }
    statuses.sort_unstable();
    statuses.dedup();
    statuses
}
