//! Warns of statuses that another status of the same list includes: `[4xx, 404]`

use std::cmp::Reverse;

use super::entry::RowEntry;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::keys::TableDraft;
use crate::span::Spanned;
use crate::table::status::Status;

pub(super) fn check(draft: &TableDraft<'_>, entries: &[RowEntry<'_>], report: &mut Report) {
    if let Some(body) = draft.body.get() {
        check_list(body.draft.statuses.items(), report);
    }
    for entry in entries {
        check_list(entry.draft.status.items(), report);
    }
}

fn check_list(statuses: &[Spanned<Status<'_>>], report: &mut Report) {
    let mut sorted: Vec<_> = statuses.iter().collect();
    sorted.sort_by_key(|status| {
        let (low, high) = status.value.bounds();
        (low, Reverse(high))
    });
    let mut widest: Option<&Spanned<Status<'_>>> = None;
    for status in sorted {
        match widest.filter(|widest| widest.value.bounds().1 >= status.value.bounds().1) {
            Some(widest) => {
                let (found, by) = (status.value.as_str(), widest.value.as_str());
                let mistake = rules::status_covered(found, by).at(status.span);
                report.push(mistake.also(widest.span, phrases::INCLUDES_IT));
            }
            None => widest = Some(status),
        }
    }
}
