//! The outcome of a row, and its default kind.

use codes_core::{Kind, Outcome};

use super::entry::RowEntry;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::span::Spanned;
use crate::table::code::Code;
use crate::table::registry;
use crate::table::status::Status;

/// Returns the outcome that the row declares. The default is `Ok` if the row has statuses and all are below 400,
/// otherwise `Error`.
pub(super) fn outcome(
    entry: &mut RowEntry<'_>,
    statuses: &[Spanned<Status<'_>>],
    report: &mut Report,
) -> Outcome {
    if let Field::Is(outcome) = &entry.draft.outcome {
        return outcome.value;
    }
    let low = statuses.iter().map(|status| status.value.bounds().0).min();
    let high = statuses.iter().map(|status| status.value.bounds().1).max();
    let outcome = if high.is_none_or(|high| high >= 400) {
        Outcome::Error
    } else {
        Outcome::Ok
    };
    if entry.draft.outcome.is_broken() || entry.draft.status.is_broken() {
        return outcome;
    }
    match (low, high, &entry.code) {
        (Some(low @ ..400), Some(high @ 400..), _) => {
            let span = statuses[0].span;
            entry.refuse(rules::outcome_unclear(low, high).at(span), report);
        }
        (_, Some(..400), Some(code)) => {
            report.push(
                rules::outcome_default(
                    phrases::BELOW_400,
                    outcome,
                    phrases::HAS_CODE,
                    Outcome::Error,
                )
                .at(code.span),
            );
        }
        (_, None, Some(Spanned { value, span })) if is_zero(value) => {
            report.push(
                rules::outcome_default(
                    phrases::WITHOUT_STATUS,
                    outcome,
                    phrases::CODE_ZERO,
                    Outcome::Ok,
                )
                .at(*span),
            );
        }
        _ => {}
    }
    outcome
}

/// Returns whether a code is `0`, or text such as `0000`.
fn is_zero(code: &Code<'_>) -> bool {
    match code {
        Code::Int(int) => *int == 0,
        Code::Text(text) => text.bytes().all(|digit| digit == b'0'),
        Code::Range(..) | Code::Class(_) => false,
    }
}

/// Returns the kind shared by all statuses, or `None` if they differ, or if the kind is a success and the row an error.
pub(super) fn default_kind(statuses: &[Status<'_>], outcome: Outcome) -> Option<Kind> {
    let mut kinds = statuses.iter().map(|status| match status.bounds() {
        (low, high) if low == high => Kind::from_status(low),
        (low, high) => registry::class_kind(low, high),
    });
    let first = kinds.next()??;
    let fits = outcome != Outcome::Error
        || !matches!(first, Kind::Informational | Kind::Success | Kind::Redirect);
    (fits && kinds.all(|kind| kind == Some(first))).then_some(first)
}
