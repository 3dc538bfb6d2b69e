//! Warns about keys of rows that are compared with a value that the spec does not locate in responses.

use super::entry::RowEntry;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::format::keys::TableDraft;

/// Checks `detail` and `messages`, each in the first row that has it. Without `body` and `headers`, there is nothing to
/// check: users of the table read the values themselves.
pub(super) fn check(draft: &TableDraft<'_>, entries: &[RowEntry<'_>], report: &mut Report) {
    let (body, headers) = (draft.body.get(), draft.headers.get());
    if body.is_none() && headers.is_none() {
        return;
    }
    let has_detail = body.is_some_and(|body| !matches!(body.draft.detail, Field::Absent))
        || headers.is_some_and(|headers| !matches!(headers.draft.detail, Field::Absent));
    let has_message = body.is_some_and(|body| !matches!(body.draft.message, Field::Absent))
        || headers.is_some_and(|headers| !matches!(headers.draft.message, Field::Absent));
    let mut details = entries.iter().filter_map(|entry| entry.detail.as_ref());
    if let (Some(detail), false) = (details.next(), has_detail) {
        report.push(rules::unread("detail", "detail").at(detail.span));
    }
    let mut messages = entries
        .iter()
        .flat_map(|entry| entry.draft.messages.items());
    if let (Some(message), false) = (messages.next(), has_message) {
        report.push(rules::unread("messages", "message").at(message.span));
    }
}
