//! `body` and `headers`: where a response carries what classifies it.

use std::borrow::Cow;

use codes_core::Outcome;

use super::entry::RowEntry;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::format::keys::TableDraft;
use crate::format::mapping::Pairs;
use crate::format::record::Drafted;
use crate::format::response_keys::{BodyDraft, HeadersDraft, SuccessDraft, TrimDraft};
use crate::span::{Span, Spanned};
use crate::table::model::{Row, Table};
use crate::table::pointer::Pointer;
use crate::table::response::{Body, Headers, Success, Trim};
use crate::table::status::Status;

pub(super) fn check(draft: &TableDraft<'_>, entries: &[RowEntry<'_>], report: &mut Report) {
    let (body, headers) = (draft.body.get(), draft.headers.get());
    if let Some(body) = body {
        check_body(body, entries, report);
    }
    if let Some(headers) = headers
        && headers.draft.is_empty()
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
    if draft.is_empty() {
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

impl<'a> BodyDraft<'a> {
    /// Whether nothing is read.
    fn is_empty(&self) -> bool {
        let lists = [&self.code, &self.detail, &self.message, &self.retry_after];
        lists.iter().all(|list| matches!(list, Field::Absent))
            && matches!(self.params, Field::Absent)
            && matches!(self.errors, Field::Absent)
            && matches!(self.success, Field::Absent)
    }

    /// The pointers that are relative to an item of `errors`.
    fn item_pointers(&self) -> impl Iterator<Item = &Spanned<Pointer<'a>>> {
        let params = self.params.get().map_or(&[][..], |params| &params.list);
        let lists = [&self.code, &self.detail, &self.message];
        let pointers = lists.into_iter().flat_map(|list| list.items());
        pointers.chain(params.iter().flat_map(|(_, pointers)| pointers))
    }

    /// Whether the body tells success from an error.
    fn tells_success(&self) -> bool {
        !matches!(
            (&self.success, &self.errors),
            (Field::Absent, Field::Absent)
        )
    }
}

impl HeadersDraft<'_> {
    /// Whether nothing is read.
    fn is_empty(&self) -> bool {
        let lists = [&self.code, &self.detail, &self.message];
        lists.iter().all(|list| matches!(list, Field::Absent))
            && matches!(self.retry_after, Field::Absent)
            && matches!(self.params, Field::Absent)
            && matches!(self.success, Field::Absent)
    }
}

/// Reports captures that have the name of a parameter.
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
        for name in message.value.captures() {
            if let Some(&(_, param)) = params.iter().find(|(param, _)| *param == name) {
                let mistake = rules::capture_is_param(name).at(message.span);
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

pub(super) fn body<'a>(mut draft: BodyDraft<'a>, rows: &[Row<'_>]) -> Body<'a> {
    let tells_success = draft.tells_success();
    let statuses = match draft.statuses.take() {
        Some(statuses) => statuses
            .iter()
            .map(|status| status.value.bounds())
            .collect(),
        None if tells_success => vec![(100, 999)],
        None => default_statuses(rows),
    };
    Body {
        format: draft.format.take_value().unwrap_or_default(),
        errors: draft.errors.take_value(),
        code: draft.code.take_values(),
        detail: draft.detail.take_values(),
        message: draft.message.take_values(),
        success: draft
            .success
            .take()
            .and_then(|success| body_success(success.draft)),
        retry_after: draft.retry_after.take_values(),
        params: params(draft.params.take()),
        trim: trim(draft.trim.take()),
        statuses,
    }
}

pub(super) fn headers(mut draft: HeadersDraft<'_>) -> Headers<'_> {
    Headers {
        code: draft.code.take_values(),
        detail: draft.detail.take_values(),
        message: draft.message.take_values(),
        success: draft.success.take().and_then(|success| {
            let mut draft = success.draft;
            Some(Success {
                at: draft.name.take_value()?.0,
                is: draft.is.take_values(),
            })
        }),
        retry_after: draft.retry_after.take_values(),
        params: params(draft.params.take()),
        trim: trim(draft.trim.take()),
    }
}

fn body_success(mut draft: SuccessDraft<'_>) -> Option<Success<'_, Pointer<'_>>> {
    Some(Success {
        at: draft.at.take_value()?,
        is: draft.is.take_values(),
    })
}

fn params<'a, T>(pairs: Option<Pairs<'a, Vec<Spanned<T>>>>) -> Vec<(Cow<'a, str>, Vec<T>)> {
    let list = pairs.unwrap_or_default().list;
    list.into_iter()
        .map(|(name, places)| {
            let places = places.into_iter().map(|place| place.value);
            (name.value, places.collect())
        })
        .collect()
}

fn trim(draft: Option<Drafted<TrimDraft<'_>>>) -> Trim<'_> {
    let mut draft = draft.unwrap_or_default().draft;
    Trim {
        before: draft.before.take_value(),
        after: draft.after.take_value(),
    }
}

/// The statuses from 400 up, and those below that a row with a code lists.
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

/// Warns of codes in headers or below 400 if nothing says which responses succeeded.
pub(super) fn check_success(draft: &TableDraft<'_>, table: &Table<'_>, report: &mut Report) {
    let body = draft
        .body
        .get()
        .filter(|body| !matches!(body.draft.code, Field::Absent));
    let headers = draft
        .headers
        .get()
        .filter(|headers| !matches!(headers.draft.code, Field::Absent));
    let tells_success = draft
        .body
        .get()
        .is_some_and(|body| body.draft.tells_success())
        || draft
            .headers
            .get()
            .is_some_and(|headers| !matches!(headers.draft.success, Field::Absent))
        || table
            .rows
            .iter()
            .any(|row| row.code.is_some() && row.outcome == Outcome::Ok);
    if tells_success {
        return;
    }
    let below = |body: &&Drafted<BodyDraft<'_>>| {
        body.draft
            .statuses
            .items()
            .iter()
            .any(|status| status.value.bounds().0 < 400)
    };
    let span = headers
        .map(|headers| headers.span)
        .or(body.filter(below).map(|body| body.span));
    if let Some(span) = span {
        report.push(rules::success_unknown().at(span));
    }
}
