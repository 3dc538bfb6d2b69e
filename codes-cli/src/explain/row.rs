//! One row in full.

use codes_spec::{Prose, Row, Table};

use crate::style::Style;
use crate::text::{pad, wrap};

/// What it displays, and below that all that its spec says, each behind its key.
pub(super) fn whole(table: &Table<'_>, row: &Row<'_>, width: usize) -> String {
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

/// The keys of the format that say something of the row, in its order.
fn facts(table: &Table<'_>, row: &Row<'_>) -> Vec<(&'static str, Vec<String>)> {
    let one = |text: Option<&str>| text.map(str::to_owned).into_iter().collect::<Vec<_>>();
    let prose = |prose: &Option<Prose<'_>>| one(prose.as_ref().map(Prose::plain));
    let group = row.group.map(|group| &table.groups[group]);
    let deprecated = row.deprecated.as_ref().map(|deprecated| {
        let parts = [
            deprecated
                .since
                .as_ref()
                .map(|since| format!("since {since}")),
            deprecated.note.as_ref().map(ToString::to_string),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        if parts.is_empty() {
            "yes".to_owned()
        } else {
            parts.join(": ")
        }
    });
    let tag = |tag: &usize| {
        format!(
            "{}: {}",
            table.tags[*tag].id,
            table.tags[*tag].meaning.plain()
        )
    };
    let mut facts = vec![
        ("name", one(Some(&row.name))),
        ("status", one(Some(&row.show_statuses()))),
        ("code", one(Some(&table.show_code(row)))),
        (
            "aliases",
            row.aliases
                .iter()
                .map(|alias| alias.show(table.code_format).into_owned())
                .collect(),
        ),
        ("title", one(row.title.as_deref())),
        ("description", prose(&row.description)),
        (
            "when",
            row.when
                .iter()
                .map(|when| when.plain().to_owned())
                .collect(),
        ),
        ("action", prose(&row.action)),
        (
            "messages",
            row.messages.iter().map(ToString::to_string).collect(),
        ),
        ("outcome", one(Some(row.outcome.as_str()))),
        ("kind", one(row.kind.map(codes_spec::Kind::as_str))),
        ("retry", one(row.retry.map(codes_spec::Retry::as_str))),
        (
            "group",
            one(group.map(|group| group.title.as_deref().unwrap_or(&group.id))),
        ),
        ("tags", row.tags.iter().map(tag).collect()),
        ("url", one(row.url.as_ref().map(codes_spec::Url::as_str))),
        (
            "fields",
            row.fields
                .iter()
                .map(|(name, text)| format!("{name}: {text}"))
                .collect(),
        ),
        (
            "examples",
            row.examples.iter().map(ToString::to_string).collect(),
        ),
        ("deprecated", one(deprecated.as_deref())),
        (
            "former names",
            row.former_names.iter().map(ToString::to_string).collect(),
        ),
    ];
    facts.retain(|(_, texts)| texts.iter().any(|text| !text.is_empty()));
    facts
}
