//! Builds the table without its rows, and warns about top-level keys that have no effect or look like a
//! mistake.

use super::entry::RowEntry;
use super::prose::ProseReader;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::field::Field;
use crate::format::keys::TableDraft;
use crate::table::code::Code;
use crate::table::model::{Group, Table, Tag};
use crate::table::vocabulary::CodeFormat;

pub(super) fn check(draft: &TableDraft<'_>, entries: &[RowEntry<'_>], report: &mut Report) {
    check_protocol(draft, report);
    if let Some(display) = draft.display.get()
        && display.value.is_constant()
    {
        report.push(rules::display_constant().at(display.span));
    }
    if let (Some(url), Field::Absent | Field::Is(false)) = (draft.base_url.get(), &draft.markdown) {
        report.push(
            rules::no_effect("base_url", phrases::TEXTS_ARE_PLAIN, phrases::ADD_MARKDOWN)
                .at(url.span),
        );
    }
    check_code_format(draft, entries, report);
}

fn check_protocol(draft: &TableDraft<'_>, report: &mut Report) {
    let Some(protocol) = draft.protocol.get() else {
        return;
    };
    let like_http = protocol
        .value
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("http"));
    if like_http && protocol.value.len() > 4 {
        let mistake = rules::protocol(&protocol.value).at(protocol.span);
        report.push(mistake.meant(Some("`http`")));
    }
}

fn check_code_format(draft: &TableDraft<'_>, entries: &[RowEntry<'_>], report: &mut Report) {
    let Some(format) = draft.code_format.get() else {
        return;
    };
    let mut codes = entries.iter().flat_map(RowEntry::codes);
    if format.value != CodeFormat::Decimal
        && codes.all(|code| matches!(code.value, Code::Text(_)))
        && entries.iter().all(|entry| !entry.broken)
    {
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

/// The table without its rows.
pub(super) fn table<'a>(
    draft: &mut TableDraft<'a>,
    http: bool,
    prose: &mut ProseReader<'_>,
) -> Table<'a> {
    let mut table = Table {
        vendor: draft.vendor.take_value().unwrap_or_default(),
        title: draft.title.take_value(),
        source: draft.source.take_value(),
        retrieved: draft.retrieved.take_value(),
        protocol: draft.protocol.take_value().filter(|_| !http),
        base_url: draft.base_url.take_value(),
        about: prose.one(&mut draft.about, "about"),
        notes: prose.many(&mut draft.notes, "notes"),
        display: draft.display.take_value(),
        code_format: draft.code_format.take_value().unwrap_or_default(),
        ..Table::default()
    };
    for (id, mut group) in draft.groups.take().unwrap_or_default().list {
        let about = prose.one(&mut group.draft.about, "about");
        table.groups.push(Group {
            id: id.value,
            title: group.draft.title.take_value(),
            about,
        });
    }
    for (id, meaning) in draft.tags.take().unwrap_or_default().list {
        let meaning = prose.read(meaning, Subject::Named(&id.value, "tags"));
        table.tags.push(Tag {
            id: id.value,
            meaning,
        });
    }
    table
}
