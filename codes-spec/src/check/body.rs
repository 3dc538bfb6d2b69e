//! Converts the drafts of `body` and `headers`.

use std::borrow::Cow;

use crate::format::field::Field;
use crate::format::mapping::Pairs;
use crate::format::record::Drafted;
use crate::format::response_keys::{BodyDraft, HeadersDraft, SuccessDraft, TrimDraft};
use crate::span::Spanned;
use crate::table::model::Row;
use crate::table::pointer::Pointer;
use crate::table::response::{Body, Headers, Success, Trim};
use crate::table::status::Status;

impl<'a> BodyDraft<'a> {
    /// Returns whether no key says where a value is in the body.
    pub(super) fn is_empty(&self) -> bool {
        let lists = [&self.code, &self.detail, &self.message, &self.retry_after];
        lists.iter().all(|list| matches!(list, Field::Absent))
            && matches!(self.params, Field::Absent)
            && matches!(self.errors, Field::Absent)
            && matches!(self.success, Field::Absent)
    }

    /// The pointers that are relative to an item of `errors`.
    pub(super) fn item_pointers(&self) -> impl Iterator<Item = &Spanned<Pointer<'a>>> {
        let params = self.params.get().map_or(&[][..], |params| &params.list);
        let lists = [&self.code, &self.detail, &self.message];
        let pointers = lists.into_iter().flat_map(Field::items);
        pointers.chain(params.iter().flat_map(|(_, pointers)| pointers))
    }

    /// Returns whether the body says if the request succeeded.
    pub(super) fn tells_success(&self) -> bool {
        !matches!(
            (&self.success, &self.errors),
            (Field::Absent, Field::Absent)
        )
    }
}

impl HeadersDraft<'_> {
    /// Returns whether no key says which header has a value.
    pub(super) fn is_empty(&self) -> bool {
        let lists = [&self.code, &self.detail, &self.message];
        lists.iter().all(|list| matches!(list, Field::Absent))
            && matches!(self.retry_after, Field::Absent)
            && matches!(self.params, Field::Absent)
            && matches!(self.success, Field::Absent)
    }
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

fn params<T>(pairs: Option<Pairs<'_, Vec<Spanned<T>>>>) -> Vec<(Cow<'_, str>, Vec<T>)> {
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

/// All statuses from 400 up, plus any lower ones listed by a row that has a code.
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
