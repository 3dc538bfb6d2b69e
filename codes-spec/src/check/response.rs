//! Checks that the keys of `body` and `headers` agree with each other and with the rows.

use codes_core::Outcome;

use super::entry::RowEntry;
use super::{pointers, unread};
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::format::keys::TableDraft;
use crate::format::mapping::Pairs;
use crate::format::record::Drafted;
use crate::format::response_keys::BodyDraft;
use crate::span::{Span, Spanned};
use crate::table::model::{Row, Table};
use crate::table::pointer::Pointer;

pub(super) fn check(draft: &TableDraft<'_>, entries: &[RowEntry<'_>], report: &mut Report) {
    let (body, headers) = (draft.body.get(), draft.headers.get());
    if let Some(body) = body {
        check_body(body, entries, report);
        pointers::check(&body.draft, report);
    }
    unread::check(draft, entries, report);
    if let Some(headers) = headers
        && headers.draft.is_empty()
        && !headers.broken
    {
        report.push(rules::no_headers().at(headers.span));
    }
    let has_code = body.is_none_or(|body| !matches!(body.draft.code, Field::Absent))
        || headers.is_some_and(|headers| !matches!(headers.draft.code, Field::Absent));
    if let Some(body) = body.filter(|_| !has_code) {
        let first =
            |field: &Field<Vec<Spanned<Pointer<'_>>>>| field.items().first().map(|item| item.span);
        let trim = body.draft.trim.get().map(|trim| trim.span);
        for (key, span) in [("detail", first(&body.draft.detail)), ("trim", trim)] {
            if let Some(span) = span {
                let rule = rules::no_effect(key, phrases::NO_CODE, phrases::ADD_CODE);
                report.push(rule.at(span));
            }
        }
    }
    check_captures(draft, entries, report);
}

fn check_body(body: &Drafted<BodyDraft<'_>>, entries: &[RowEntry<'_>], report: &mut Report) {
    let draft = &body.draft;
    if draft.is_empty() && !body.broken {
        report.push(rules::no_pointer().at(body.span));
    }
    if let Some(errors) = draft
        .errors
        .get()
        .filter(|errors| !errors.value.as_str().is_empty())
    {
        for pointer in draft.item_pointers() {
            if let Some(rest) = pointer.value.below(&errors.value) {
                let mistake = rules::pointer_below_errors(pointer.value.as_str()).at(pointer.span);
                report.push(mistake.meant((!rest.is_empty()).then(|| format!("`{rest}`"))));
            }
        }
    }
    let without_status = entries
        .iter()
        .find(|entry| entry.code.is_some() && matches!(entry.draft.status, Field::Absent));
    if let (Some(row), Some(_), Field::Absent) = (without_status, draft.code.get(), &draft.statuses)
        && !draft.tells_success()
    {
        let mistake = rules::body_statuses().at(body.span);
        report.push(mistake.also(row.span, phrases::THIS_ROW));
    }
}

/// Reports captures with the same name as a parameter.
fn check_captures(draft: &TableDraft<'_>, entries: &[RowEntry<'_>], report: &mut Report) {
    let body = draft.body.get().and_then(|body| body.draft.params.get());
    let headers = draft
        .headers
        .get()
        .and_then(|headers| headers.draft.params.get());
    let mut params: Vec<(&str, Span)> = Vec::new();
    params.extend(names(body));
    params.extend(names(headers));
    if params.is_empty() {
        return;
    }
    for message in entries
        .iter()
        .flat_map(|entry| entry.draft.messages.items())
    {
        for (offset, name) in message.value.captures_at() {
            if let Some(&(_, param)) = params.iter().find(|(param, _)| *param == name) {
                let span = message.span.part(offset, name.len() + 2);
                let mistake = rules::capture_is_param(name).at(span);
                report.push(mistake.also(param, phrases::THE_PARAM));
            }
        }
    }
}

fn names<'p, V>(params: Option<&'p Pairs<'_, V>>) -> impl Iterator<Item = (&'p str, Span)> {
    let list = params.map_or(&[][..], |params| &params.list);
    list.iter()
        .map(|(name, _)| (name.value.as_ref(), name.span))
}

/// Warns if codes are read from headers or from responses below 400, but the spec does not say which responses
/// succeeded. A place that only errors have, such as `/error/code`, needs no warning.
pub(super) fn check_success(draft: &TableDraft<'_>, table: &Table<'_>, report: &mut Report) {
    let (body, headers) = (draft.body.get(), draft.headers.get());
    let tells_success = body.is_some_and(|body| body.draft.tells_success())
        || headers.is_some_and(|headers| !matches!(headers.draft.success, Field::Absent));
    let has_success = |row: &Row<'_>| row.code.is_some() && row.outcome == Outcome::Ok;
    if tells_success || table.rows.iter().any(has_success) {
        return;
    }
    let in_headers = headers.filter(|headers| {
        let mut names = headers.draft.code.items().iter();
        names.any(|header| !names_an_error(&header.value.name))
    });
    let in_body = body.filter(|body| {
        let mut statuses = body.draft.statuses.items().iter();
        let mut pointers = body.draft.code.items().iter();
        statuses.any(|status| status.value.bounds().0 < 400)
            && pointers.any(|pointer| !pointer.value.as_str().split('/').any(names_an_error))
    });
    let span = in_headers.map(|headers| headers.span);
    if let Some(span) = span.or(in_body.map(|body| body.span)) {
        report.push(rules::success_unknown().at(span));
    }
}

/// Returns whether a name suggests a value that only errors have.
fn names_an_error(name: &str) -> bool {
    let name = name.to_lowercase();
    name.starts_with("fault") || name.contains("error") || name.contains("exception")
}
