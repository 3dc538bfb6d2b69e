//! Random rows, and the YAML that declares them.

use std::fmt::Write as _;

use proptest::prelude::*;

/// The values of a row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) statuses: Vec<String>,
    pub(crate) code: Option<String>,
    pub(crate) integer: i64,
    pub(crate) title: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) when: Vec<String>,
    pub(crate) fields: Vec<(String, String)>,
}

/// Any text that YAML allows in quotes.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,30}",
        "\\PC{0,20}",
        "[a-z{}\\[\\]:#&*!|>'\"%@`,?\\-\t\n\r\\\\ é\u{85}\u{a0}\u{2028}\u{202e}\u{feff}\u{0}\u{1b}🎉残]{0,20}",
    ]
    .prop_filter("has a letter", |text| !text.trim().is_empty())
}

fn line() -> impl Strategy<Value = String> {
    "[ -~éß残🎉]{1,20}".prop_filter("has a letter, and merges nothing", |text| {
        !text.trim().is_empty() && text != "<<"
    })
}

pub(crate) fn row() -> impl Strategy<Value = Row> {
    let status = prop_oneof![
        (400..=999u16).prop_map(|status| status.to_string()),
        (4..=9u16).prop_map(|class| format!("{class}xx")),
        (40..=99u16).prop_map(|class| format!("{class}X")),
        (400..=600u16, 600..=999u16).prop_map(|(low, high)| format!("{low}-{high}")),
    ];
    let statuses =
        prop::collection::btree_set(status, 0..3).prop_map(|set| set.into_iter().collect());
    let fields =
        prop::collection::btree_map(line(), text(), 0..3).prop_map(|map| map.into_iter().collect());
    (
        statuses,
        prop::option::of(line()),
        any::<i64>(),
        prop::option::of(line()),
        prop::option::of(text()),
        fields,
    )
        .prop_flat_map(|(statuses, code, integer, title, description, fields)| {
            prop::collection::btree_set(text(), 0..3).prop_map(move |when| Row {
                statuses: Vec::clone(&statuses),
                code: code.clone(),
                integer,
                title: title.clone(),
                description: description.clone(),
                when: when.into_iter().collect(),
                fields: Vec::clone(&fields),
            })
        })
}

/// A text in quotes: single ones if they are wanted and possible.
fn quoted(text: &str, single: bool) -> String {
    if single
        && text
            .chars()
            .all(|c| c == ' ' || c.is_ascii_graphic() || c.is_alphabetic())
    {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ => write!(out, "\\U{:08x}", u32::from(c)).expect("a string takes it"),
        }
    }
    out + "\""
}

fn list(texts: &[String], single: bool) -> String {
    format!(
        "[{}]",
        texts
            .iter()
            .map(|text| quoted(text, single))
            .collect::<Vec<_>>()
            .join(", ")
    )
}

pub(crate) fn yaml(rows: &[Row], integers: bool, single: bool) -> String {
    let mut out = String::from("vendor: Test API\ncodes:\n");
    for (i, row) in rows.iter().enumerate() {
        let _ = writeln!(out, "  - name: Row{i}\n    outcome: error");
        if !row.statuses.is_empty() {
            let plain = row.statuses.join(", ");
            let _ = writeln!(out, "    status: [{plain}]");
        }
        match &row.code {
            _ if integers => _ = writeln!(out, "    code: {}", row.integer),
            Some(code) => _ = writeln!(out, "    code: {}", quoted(&format!("C{i}{code}"), single)),
            None if row.statuses.is_empty() => _ = writeln!(out, "    code: C{i}"),
            None => {}
        }
        for (key, text) in [("title", &row.title), ("description", &row.description)] {
            if let Some(text) = text {
                let _ = writeln!(out, "    {key}: {}", quoted(text, single));
            }
        }
        match row.when.as_slice() {
            [] => {}
            [one] if single => _ = writeln!(out, "    when: {}", quoted(one, single)),
            when => _ = writeln!(out, "    when: {}", list(when, single)),
        }
        if !row.fields.is_empty() {
            let pair = |(name, text): &(String, String)| {
                format!("{}: {}", quoted(name, single), quoted(text, single))
            };
            let _ = writeln!(
                out,
                "    fields: {{{}}}",
                row.fields.iter().map(pair).collect::<Vec<_>>().join(", ")
            );
        }
    }
    out
}
