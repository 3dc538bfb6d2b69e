//! Rows as JSON: every key of the format is always present.

use codes_spec::{Code, Kind, Pattern, Prose, Retry, Row, Status, Table, Url};
use serde::Serialize;

use crate::json::{self, NumberOrText};

/// Formats each row as a JSON object on a line of its own.
pub(super) fn rows(table: &Table<'_>, rows: &[&Row<'_>]) -> String {
    rows.iter()
        .map(|row| json::line(&RowRecord::of(table, row)))
        .collect()
}

#[derive(Serialize)]
struct RowRecord<'t> {
    vendor: &'t str,
    name: &'t str,
    display: String,
    status: Vec<NumberOrText<'t>>,
    code: Option<NumberOrText<'t>>,
    detail: Option<NumberOrText<'t>>,
    aliases: Vec<NumberOrText<'t>>,
    title: Option<&'t str>,
    description: Option<&'t str>,
    when: Vec<&'t str>,
    action: Option<&'t str>,
    messages: Vec<&'t str>,
    outcome: &'static str,
    kind: Option<&'static str>,
    retry: Option<&'static str>,
    group: Option<&'t str>,
    tags: Vec<&'t str>,
    url: Option<&'t str>,
    fields: Vec<FieldRecord<'t>>,
    examples: Vec<&'t str>,
    deprecated: Option<DeprecatedRecord<'t>>,
    former_names: Vec<&'t str>,
}

#[derive(Serialize)]
struct FieldRecord<'t> {
    name: &'t str,
    text: &'t str,
}

#[derive(Serialize)]
struct DeprecatedRecord<'t> {
    since: Option<&'t str>,
    note: Option<&'t str>,
}

impl<'t> RowRecord<'t> {
    fn of(table: &'t Table<'_>, row: &'t Row<'_>) -> Self {
        let code = |code: &'t Code<'_>| match code {
            Code::Int(int) => NumberOrText::Number(*int),
            other => NumberOrText::Text(other.show(table.code_format)),
        };
        let detail = |detail: &'t Code<'_>| match detail {
            Code::Int(int) => NumberOrText::Number(*int),
            _ => NumberOrText::Text(row.show_detail()),
        };
        let status = |status: &'t Status<'_>| match status.single() {
            Some(single) => NumberOrText::Number(single.into()),
            None => NumberOrText::Text(status.as_str().into()),
        };
        let fields = row
            .fields
            .iter()
            .map(|(name, text)| FieldRecord { name, text });
        RowRecord {
            vendor: &table.vendor,
            name: &row.name,
            display: table.display(row),
            status: row.statuses.iter().map(status).collect(),
            code: row.code.as_ref().map(code),
            detail: row.detail.as_ref().map(detail),
            aliases: row.aliases.iter().map(code).collect(),
            title: row.title.as_deref(),
            description: row.description.as_ref().map(Prose::plain),
            when: row.when.iter().map(Prose::plain).collect(),
            action: row.action.as_ref().map(Prose::plain),
            messages: row.messages.iter().map(Pattern::as_str).collect(),
            outcome: row.outcome.as_str(),
            kind: row.kind.map(Kind::as_str),
            retry: row.retry.map(Retry::as_str),
            group: row.group.map(|group| table.groups[group].id.as_ref()),
            tags: row
                .tags
                .iter()
                .map(|&tag| table.tags[tag].id.as_ref())
                .collect(),
            url: row.url.as_ref().map(Url::as_str),
            fields: fields.collect(),
            examples: row.examples.iter().map(AsRef::as_ref).collect(),
            deprecated: row.deprecated.as_ref().map(|deprecated| DeprecatedRecord {
                since: deprecated.since.as_deref(),
                note: deprecated.note.as_deref(),
            }),
            former_names: row.former_names.iter().map(AsRef::as_ref).collect(),
        }
    }
}
