//! Changes to the table outside its rows.

use codes_spec::{Code, CodeFormat, Group, Prose, Table};

use super::change::{Changes, DISPLAYED_TEXT, DOCUMENTATION, Grade, Level};
use super::response;
use super::texts::prose;
use crate::messages::diff as why;
use Level::{Major, Minor, Patch};

pub(super) fn compare(old: &Table<'_>, new: &Table<'_>, changes: &mut Changes<'_>) {
    lines(old, new, changes);
    prose(
        changes,
        "about",
        (old, old.about.as_slice()),
        (new, new.about.as_slice()),
        DOCUMENTATION,
    );
    prose(
        changes,
        "notes",
        (old, &old.notes),
        (new, &new.notes),
        DOCUMENTATION,
    );
    if let (Some(was), Some(is)) = (markdown(old), markdown(new)) {
        let (was, is) = (was.to_string(), is.to_string());
        changes.value("markdown", Some(was), Some(is), DISPLAYED_TEXT);
    }
    response::compare(old, new, changes);
    display(old, new, changes);
    code_format(old, new, changes);
    groups(old, new, changes);
    tags(old, new, changes);
    let reserved = |table: &Table<'_>| -> Vec<_> {
        let codes = table.reserved.iter();
        codes
            .map(|code| code.show(table.code_format).into_owned())
            .collect()
    };
    let grade = (Patch, why::SPEC_ONLY);
    changes.items("reserved", &reserved(old), &reserved(new), grade, grade);
}

/// Keys whose value is one line.
fn lines(old: &Table<'_>, new: &Table<'_>, changes: &mut Changes<'_>) {
    type Value = fn(&Table<'_>) -> Option<String>;
    let keys: [(&str, Value, Grade); 6] = [
        (
            "vendor",
            |table| Some(table.vendor.to_string()),
            DISPLAYED_TEXT,
        ),
        (
            "title",
            |table| table.title.as_ref().map(ToString::to_string),
            DOCUMENTATION,
        ),
        (
            "source",
            |table| table.source.as_ref().map(ToString::to_string),
            DOCUMENTATION,
        ),
        (
            "retrieved",
            |table| table.retrieved.map(|date| date.to_string()),
            DOCUMENTATION,
        ),
        (
            "protocol",
            |table| Some(table.protocol.as_deref().unwrap_or("http").to_owned()),
            (Minor, why::PROTOCOL),
        ),
        (
            "base_url",
            |table| table.base_url.as_ref().map(|url| url.as_str().to_owned()),
            DOCUMENTATION,
        ),
    ];
    for (key, value, grade) in keys {
        changes.value(key, value(old), value(new), grade);
    }
}

/// Returns whether the table's texts are Markdown, or `None` if it has none.
fn markdown(table: &Table<'_>) -> Option<bool> {
    let rows = table
        .rows
        .iter()
        .flat_map(|row| row.description.iter().chain(&row.when).chain(&row.action));
    let groups = table.groups.iter().flat_map(|group| &group.about);
    let tags = table.tags.iter().map(|tag| &tag.meaning);
    table
        .about
        .iter()
        .chain(&table.notes)
        .chain(rows)
        .chain(groups)
        .chain(tags)
        .next()
        .map(Prose::is_markdown)
}

/// Reports a change to `display` by formatting a row with each template, which is clearer than the templates.
fn display(old: &Table<'_>, new: &Table<'_>, changes: &mut Changes<'_>) {
    if old.display == new.display {
        return;
    }
    let shown = new
        .rows
        .iter()
        .map(|row| (old.display(row), new.display(row)));
    let (was, is) = shown.max_by_key(|(was, is)| was != is).unwrap_or_default();
    changes.push(Patch, "display", Some(was), Some(is), why::DISPLAYED_ROWS);
}

fn code_format(old: &Table<'_>, new: &Table<'_>, changes: &mut Changes<'_>) {
    let accepted = |table: &Table<'_>| match table.code_format {
        CodeFormat::Decimal => 0,
        CodeFormat::Hex | CodeFormat::Hex2 | CodeFormat::Hex4 => 1,
        CodeFormat::Hex8 => 2,
    };
    let is_text = |code: &Code<'_>| matches!(code, Code::Text(_));
    let grade = match accepted(old).cmp(&accepted(new)) {
        _ if old
            .rows
            .iter()
            .filter_map(|row| row.code.as_ref())
            .all(is_text) =>
        {
            (Patch, why::CODE_FORMAT_UNUSED)
        }
        std::cmp::Ordering::Less => (Minor, why::CODE_FORMAT_WIDER),
        std::cmp::Ordering::Equal => (Patch, why::CODE_FORMAT),
        std::cmp::Ordering::Greater => (Major, why::CODE_FORMAT_NARROWER),
    };
    let format = |table: &Table<'_>| Some(table.code_format.as_str().to_owned());
    changes.value("code_format", format(old), format(new), grade);
}

fn groups(old: &Table<'_>, new: &Table<'_>, changes: &mut Changes<'_>) {
    let ids = |table: &Table<'_>| {
        table
            .groups
            .iter()
            .map(|group| group.id.to_string())
            .collect::<Vec<_>>()
    };
    changes.items("groups", &ids(old), &ids(new), DOCUMENTATION, DOCUMENTATION);
    let title = |group: &Group<'_>| group.title.as_ref().map(ToString::to_string);
    for group in &old.groups {
        if let Some(now) = new.groups.iter().find(|now| now.id == group.id) {
            let mut changes = changes.of_part(&group.id);
            changes.value("groups", title(group), title(now), DOCUMENTATION);
            prose(
                &mut changes,
                "groups",
                (old, group.about.as_slice()),
                (new, now.about.as_slice()),
                DOCUMENTATION,
            );
        }
    }
}

fn tags(old: &Table<'_>, new: &Table<'_>, changes: &mut Changes<'_>) {
    let ids = |table: &Table<'_>| {
        table
            .tags
            .iter()
            .map(|tag| tag.id.to_string())
            .collect::<Vec<_>>()
    };
    changes.items(
        "tags",
        &ids(old),
        &ids(new),
        (Major, why::TAG_METHOD_REMOVED),
        (Minor, why::TAG_METHOD_ADDED),
    );
    for tag in &old.tags {
        if let Some(now) = new.tags.iter().find(|now| now.id == tag.id) {
            let [was, is] = [&tag.meaning, &now.meaning].map(std::slice::from_ref);
            prose(
                &mut changes.of_part(&tag.id),
                "tags",
                (old, was),
                (new, is),
                DOCUMENTATION,
            );
        }
    }
}
