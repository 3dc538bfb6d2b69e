//! Turns drafts into a table, and checks everything that involves several values. Only this module creates a [`Table`].

mod body;
mod codes;
mod details;
mod entry;
mod head;
mod indistinct;
mod labels;
mod names;
mod outcome;
mod pointers;
mod prose;
mod repeated;
mod reserved;
mod response;
mod row;
mod statuses;
mod unread;

use self::entry::RowEntry;
use self::labels::{Declared, Labels};
use self::names::FirstByName;
use self::prose::ProseReader;
use self::row::RowBuilder;
use crate::diagnostics::report::Report;
use crate::format::keys::TableDraft;
use crate::table::model::{Row, Table};

/// Builds a table from the rows that have no mistakes. Also returns the names of the other rows, if they
/// are known.
pub(crate) fn check<'a>(
    mut draft: TableDraft<'a>,
    report: &mut Report,
) -> (Table<'a>, Vec<String>) {
    let http = is_http(&draft);
    let format = draft
        .code_format
        .get()
        .map(|format| format.value)
        .unwrap_or_default();
    let rows = draft.codes.take().unwrap_or_default();
    let mut entries: Vec<_> = rows.into_iter().map(RowEntry::new).collect();

    let reserved = draft.reserved.take().unwrap_or_default();
    let reserved = codes::check(&mut entries, reserved, format, report);
    details::check(&mut entries, report);
    repeated::check(&mut entries, format, report);
    let (mut groups, mut tags) = (
        Declared::of_groups(&draft.groups),
        Declared::of(&draft.tags),
    );
    let first_by_name = names::check(&mut entries, http, &tags, report);
    indistinct::check(&entries, format, report);
    labels::check(&mut entries, &mut groups, &mut tags, report);
    let labels = Labels {
        groups: groups.positions,
        tags: tags.positions,
    };
    head::check(&draft, &entries, report);
    statuses::check(&draft, &entries, report);
    response::check(&draft, &entries, report);

    let mut prose = ProseReader::new(&mut draft.markdown, report);
    let mut table = head::table(&mut draft, http, &mut prose);
    table.reserved = reserved;
    let builder = RowBuilder {
        table: &table,
        labels: &labels,
        http,
        prose,
        displayed: 0,
    };
    let (rows, skipped_names) = make_rows(entries, builder, &first_by_name);
    table.rows = rows;
    response::check_success(&draft, &table, report);
    table.headers = draft
        .headers
        .take()
        .map(|headers| body::headers(headers.draft));
    table.body = draft
        .body
        .take()
        .map(|body| body::body(body.draft, &table.rows));
    (table, skipped_names)
}

fn is_http(draft: &TableDraft<'_>) -> bool {
    let protocol = draft.protocol.get();
    protocol.is_none_or(|protocol| protocol.value.eq_ignore_ascii_case("http"))
}

/// Builds the rows without mistakes. Also returns the names of the other rows.
fn make_rows<'a>(
    entries: Vec<RowEntry<'a>>,
    mut builder: RowBuilder<'_, 'a, '_>,
    first_by_name: &FirstByName<'a>,
) -> (Vec<Row<'a>>, Vec<String>) {
    let (mut rows, mut skipped_names) = (Vec::new(), Vec::new());
    for (i, mut entry) in entries.into_iter().enumerate() {
        let name = entry.name.as_ref().map(|name| name.value.clone());
        match (builder.row(&mut entry), name) {
            (Some(row), _) => rows.push(row),
            // if several rows have the name, the first may already be in the table
            (None, Some(name)) if first_by_name.get(&name) == Some(&i) => {
                skipped_names.push(name.into_owned());
            }
            (None, _) => {}
        }
    }
    (rows, skipped_names)
}
