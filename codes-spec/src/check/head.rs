//! What stands before the rows: keys that have no effect on them, or another than they seem to have.

use super::Entry;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::format::keys::TableDraft;
use crate::table::code::Code;
use crate::table::vocabulary::CodeFormat;

pub(super) fn check(draft: &TableDraft<'_>, entries: &[Entry<'_>], report: &mut Report) {
    if let Some(protocol) = draft.protocol.get() {
        let like_http = protocol
            .value
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("http"));
        if like_http && protocol.value.len() > 4 {
            report.push(
                rules::protocol(&protocol.value)
                    .at(protocol.span)
                    .meant(Some("`http`")),
            );
        }
    }
    if let Some(display) = draft
        .display
        .get()
        .filter(|display| display.value.lacks_braces())
    {
        report.push(rules::display_constant().at(display.span));
    }
    if let (Some(url), Field::Absent | Field::Is(false)) = (draft.base_url.get(), &draft.markdown) {
        report.push(
            rules::no_effect("base_url", phrases::TEXTS_ARE_PLAIN, phrases::ADD_MARKDOWN)
                .at(url.span),
        );
    }
    if let Some(format) = draft
        .code_format
        .get()
        .filter(|format| format.value != CodeFormat::Decimal)
    {
        let mut codes = entries
            .iter()
            .flat_map(|entry| entry.code.iter().chain(&entry.aliases));
        let all_text = codes.all(|code| matches!(code.value, Code::Text(_)));
        if all_text && entries.iter().all(|entry| !entry.broken) {
            report.push(
                rules::no_effect(
                    "code_format",
                    phrases::CODES_ARE_TEXT,
                    phrases::UNQUOTE_CODES,
                )
                .at(format.span),
            );
        }
    }
    if let Some(body) = draft.body.get() {
        if let (Field::Absent, Field::Absent) = (&body.draft.code, &body.draft.message) {
            report.push(rules::no_pointer().at(body.span));
        }
        let without_status = entries
            .iter()
            .find(|entry| entry.code.is_some() && matches!(entry.draft.status, Field::Absent));
        if let (Some(row), Some(_), Field::Absent) =
            (without_status, body.draft.code.get(), &body.draft.statuses)
        {
            report.push(
                rules::body_statuses()
                    .at(body.span)
                    .also(row.span, phrases::THIS_ROW),
            );
        }
    }
}
