//! Checks details (second codes): all have one type, and each needs a code.

use super::entry::RowEntry;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::span::{Span, Spanned};
use crate::table::code::{Code, DraftCode};

/// Sets the detail of every row.
pub(super) fn check(entries: &mut [RowEntry<'_>], report: &mut Report) {
    let mut first: Option<(bool, Span)> = None;
    for entry in entries {
        let Some(Spanned { value, span }) = entry.draft.detail.take() else {
            continue;
        };
        if entry.code.is_none() && matches!(entry.draft.code, Field::Absent) {
            entry.refuse(rules::detail_without_code().at(span), report);
            continue;
        }
        let is_integer = matches!(value, DraftCode::Int(_));
        let (integers, other) = *first.get_or_insert((is_integer, span));
        let value = match value {
            DraftCode::Int(int) => Code::Int(int),
            DraftCode::Text(text) => Code::Text(text),
        };
        if is_integer == integers {
            entry.detail = Some(Spanned { value, span });
        } else {
            let (found, others, label) = match value {
                Code::Int(int) => (
                    phrases::is_integer(int),
                    phrases::TEXT,
                    phrases::DETAIL_IS_TEXT,
                ),
                _ => (
                    phrases::is_text(value.source()),
                    phrases::INTEGERS,
                    phrases::DETAIL_IS_INTEGER,
                ),
            };
            let mistake = rules::mixed_details(found, others).at(span);
            entry.refuse(mistake.also(other, label), report);
        }
    }
}
