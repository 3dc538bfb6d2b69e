//! Formats one row with all its keys.

use codes_spec::{Code, Kind, Prose, Retry, Row, Table, Url};

use crate::style::Style;
use crate::text::{pad, wrap};

/// Formats the row's display text, and below it every key with its value.
pub(super) fn render(table: &Table<'_>, row: &Row<'_>, width: usize) -> String {
    let facts = facts(table, row);
    let label = facts.iter().map(|(key, _)| key.len()).max().unwrap_or(0);
    let heading = wrap(&table.display(row), width);
    let heading: String = heading
        .iter()
        .map(|line| Style::BOLD.paint(line) + "\n")
        .collect();
    let mut out = heading + "\n";
    for (key, texts) in facts {
        let mut key = Style::ACCENT.paint(&pad(key, label));
        let bullet = if texts.len() > 1 { "- " } else { "" };
        for text in texts {
            let mut bullet = bullet;
            for line in wrap(&text, width.saturating_sub(label + 2 + bullet.len()).max(1)) {
                out += format!("{key}  {bullet}{line}").trim_end();
                out.push('\n');
                key = pad("", label);
                bullet = if bullet.is_empty() { "" } else { "  " };
            }
        }
    }
    out
}

/// A key and its values.
type Fact = (&'static str, Vec<String>);

/// Returns the keys that have a value, in the order of the format.
fn facts(table: &Table<'_>, row: &Row<'_>) -> Vec<Fact> {
    let mut facts = Vec::from(identity(table, row));
    facts.extend(texts(row));
    facts.extend(behavior(table, row));
    facts.extend(names(row));
    facts.retain(|(_, texts)| texts.iter().any(|text| !text.is_empty()));
    facts
}

fn one(text: Option<&str>) -> Vec<String> {
    text.map(str::to_owned).into_iter().collect()
}

fn all(texts: &[impl ToString]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

fn identity(table: &Table<'_>, row: &Row<'_>) -> [Fact; 5] {
    let alias = |alias: &Code<'_>| alias.show(table.code_format).into_owned();
    [
        ("name", one(Some(&row.name))),
        ("status", one(Some(&row.show_statuses()))),
        ("code", one(Some(&table.show_code(row)))),
        ("detail", one(Some(&row.show_detail()))),
        ("aliases", row.aliases.iter().map(alias).collect()),
    ]
}

fn texts(row: &Row<'_>) -> [Fact; 5] {
    let prose = |prose: &Option<Prose<'_>>| one(prose.as_ref().map(Prose::plain));
    let when = row.when.iter().map(|when| when.plain().to_owned());
    [
        ("title", one(row.title.as_deref())),
        ("description", prose(&row.description)),
        ("when", when.collect()),
        ("action", prose(&row.action)),
        ("messages", all(&row.messages)),
    ]
}

fn behavior(table: &Table<'_>, row: &Row<'_>) -> [Fact; 7] {
    let group = row.group.map(|group| &table.groups[group]);
    let tag = |tag: &usize| {
        let tag = &table.tags[*tag];
        format!("{}: {}", tag.id, tag.meaning.plain())
    };
    let fields = row
        .fields
        .iter()
        .map(|(name, text)| format!("{name}: {text}"));
    [
        ("outcome", one(Some(row.outcome.as_str()))),
        ("kind", one(row.kind.map(Kind::as_str))),
        ("retry", one(row.retry.map(Retry::as_str))),
        (
            "group",
            one(group.map(|group| group.title.as_deref().unwrap_or(&group.id))),
        ),
        ("tags", row.tags.iter().map(tag).collect()),
        ("url", one(row.url.as_ref().map(Url::as_str))),
        ("fields", fields.collect()),
    ]
}

fn names(row: &Row<'_>) -> [Fact; 3] {
    let deprecated =
        row.deprecated
            .as_ref()
            .map(|deprecated| match (&deprecated.since, &deprecated.note) {
                (Some(since), Some(note)) => format!("since {since}: {note}"),
                (Some(since), None) => format!("since {since}"),
                (None, Some(note)) => note.to_string(),
                (None, None) => "yes".to_owned(),
            });
    [
        ("examples", all(&row.examples)),
        ("deprecated", one(deprecated.as_deref())),
        ("former names", all(&row.former_names)),
    ]
}
