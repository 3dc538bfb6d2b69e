//! Rows for programs: the keys of the format, each always there.

use codes_spec::{Code, Kind, Prose, Retry, Row, Status, Table, Url};

use crate::json::Json;

/// An object a line.
pub(super) fn rows(table: &Table<'_>, rows: &[&Row<'_>]) -> String {
    rows.iter()
        .map(|row| format!("{}\n", object(table, row)))
        .collect()
}

fn object(table: &Table<'_>, row: &Row<'_>) -> Json {
    let text = |text: Option<&str>| Json::from(text.map(str::to_owned));
    let list = |texts: Vec<String>| Json::List(texts.into_iter().map(Json::from).collect());
    let deprecated = row.deprecated.as_ref().map(|deprecated| {
        Json::Object(vec![
            ("since", text(deprecated.since.as_deref())),
            ("note", text(deprecated.note.as_deref())),
        ])
    });
    let fields = row.fields.iter().map(|(name, value)| {
        Json::Object(vec![
            ("name", text(Some(name))),
            ("text", text(Some(value))),
        ])
    });
    let code = |code: &Code<'_>| match code {
        Code::Int(int) => Json::Number(*int),
        other => text(Some(&other.show(table.code_format))),
    };
    let status = |status: &Status<'_>| match status.single() {
        Some(single) => Json::number(usize::from(single)),
        None => text(Some(status.as_str())),
    };
    let group = row.group.map(|group| table.groups[group].id.as_ref());
    Json::Object(vec![
        ("vendor", text(Some(&table.vendor))),
        ("name", text(Some(&row.name))),
        ("display", text(Some(&table.display(row)))),
        (
            "status",
            Json::List(row.statuses.iter().map(status).collect()),
        ),
        ("code", row.code.as_ref().map(code).into()),
        (
            "aliases",
            Json::List(row.aliases.iter().map(code).collect()),
        ),
        ("title", text(row.title.as_deref())),
        (
            "description",
            text(row.description.as_ref().map(Prose::plain)),
        ),
        (
            "when",
            list(
                row.when
                    .iter()
                    .map(|when| when.plain().to_owned())
                    .collect(),
            ),
        ),
        ("action", text(row.action.as_ref().map(Prose::plain))),
        (
            "messages",
            list(row.messages.iter().map(ToString::to_string).collect()),
        ),
        ("outcome", row.outcome.as_str().into()),
        ("kind", row.kind.map(Kind::as_str).into()),
        ("retry", row.retry.map(Retry::as_str).into()),
        ("group", text(group)),
        (
            "tags",
            list(
                row.tags
                    .iter()
                    .map(|&tag| table.tags[tag].id.to_string())
                    .collect(),
            ),
        ),
        ("url", text(row.url.as_ref().map(Url::as_str))),
        ("fields", Json::List(fields.collect())),
        (
            "examples",
            list(row.examples.iter().map(ToString::to_string).collect()),
        ),
        ("deprecated", deprecated.into()),
        (
            "former_names",
            list(row.former_names.iter().map(ToString::to_string).collect()),
        ),
    ])
}
