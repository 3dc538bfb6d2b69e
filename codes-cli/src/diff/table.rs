//! Changes of the table outside its rows.

use codes_spec::{Body, Code, CodeFormat, Group, Pointer, Prose, Table};

use super::change::{Changes, DOCS, Grade, Level, SHOWN};
use super::texts::prose;
use Level::{Major, Minor, Patch};

pub(super) fn compare(old: &Table<'_>, new: &Table<'_>, changes: &mut Changes<'_>) {
    lines(old, new, changes);
    prose(
        changes,
        "about",
        (old, old.about.as_slice()),
        (new, new.about.as_slice()),
        DOCS,
    );
    prose(changes, "notes", (old, &old.notes), (new, &new.notes), DOCS);
    if let (Some(was), Some(is)) = (markdown(old), markdown(new)) {
        let (was, is) = (was.to_string(), is.to_string());
        changes.value("markdown", Some(was), Some(is), SHOWN);
    }
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
    let grade = (Patch, "it binds the spec alone");
    changes.items("reserved", &reserved(old), &reserved(new), grade, grade);
}

/// The keys of one line, and `body`, which is shown as one.
fn lines(old: &Table<'_>, new: &Table<'_>, changes: &mut Changes<'_>) {
    type Value = fn(&Table<'_>) -> Option<String>;
    let keys: [(&str, Value, Grade); 7] = [
        ("vendor", |table| Some(table.vendor.to_string()), SHOWN),
        (
            "title",
            |table| table.title.as_ref().map(ToString::to_string),
            DOCS,
        ),
        (
            "source",
            |table| table.source.as_ref().map(ToString::to_string),
            DOCS,
        ),
        (
            "retrieved",
            |table| table.retrieved.map(|date| date.to_string()),
            DOCS,
        ),
        (
            "protocol",
            |table| Some(table.protocol.as_deref().unwrap_or("http").to_owned()),
            (Minor, "what `http_status()` and `kind()` go by"),
        ),
        (
            "base_url",
            |table| table.base_url.as_ref().map(|url| url.as_str().to_owned()),
            DOCS,
        ),
        (
            "body",
            |table| table.body.as_ref().map(body),
            (Minor, "what `check` finds in a response"),
        ),
    ];
    for (key, value, grade) in keys {
        changes.value(key, value(old), value(new), grade);
    }
}

/// Whether texts are Markdown, if there are any.
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

fn body(body: &Body<'_>) -> String {
    let list = |pointers: &[Pointer<'_>]| {
        pointers
            .iter()
            .map(Pointer::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let statuses: Vec<_> = body
        .statuses
        .iter()
        .map(|(low, high)| format!("{low}-{high}"))
        .collect();
    format!(
        "code: {}; message: {}; statuses: {}",
        list(&body.code),
        list(&body.message),
        statuses.join(", ")
    )
}

/// A row that is displayed differently says more than the templates.
fn display(old: &Table<'_>, new: &Table<'_>, changes: &mut Changes<'_>) {
    if old.display == new.display {
        return;
    }
    let shown = new
        .rows
        .iter()
        .map(|row| (old.display(row), new.display(row)));
    let (was, is) = shown.max_by_key(|(was, is)| was != is).unwrap_or_default();
    changes.push(
        Patch,
        "display",
        Some(was),
        Some(is),
        "what is shown, in the whole table",
    );
}

fn code_format(old: &Table<'_>, new: &Table<'_>, changes: &mut Changes<'_>) {
    let reads = |table: &Table<'_>| match table.code_format {
        CodeFormat::Decimal => 0,
        CodeFormat::Hex | CodeFormat::Hex2 | CodeFormat::Hex4 => 1,
        CodeFormat::Hex8 => 2,
    };
    let is_text = |code: &Code<'_>| matches!(code, Code::Text(_));
    let grade = match reads(old).cmp(&reads(new)) {
        _ if old
            .rows
            .iter()
            .filter_map(|row| row.code.as_ref())
            .all(is_text) =>
        {
            (Patch, "there are no integer codes")
        }
        std::cmp::Ordering::Less => (Minor, "how codes are shown; more is read as one"),
        std::cmp::Ordering::Equal => (Patch, "how codes are shown"),
        std::cmp::Ordering::Greater => (
            Major,
            "how codes are shown; some text is no longer read as one",
        ),
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
    changes.items("groups", &ids(old), &ids(new), DOCS, DOCS);
    let title = |group: &Group<'_>| group.title.as_ref().map(ToString::to_string);
    for group in &old.groups {
        if let Some(now) = new.groups.iter().find(|now| now.id == group.id) {
            let mut changes = changes.of_part(&group.id);
            changes.value("groups", title(group), title(now), DOCS);
            let grade = (Patch, "what the docs say under its heading");
            prose(
                &mut changes,
                "groups",
                (old, group.about.as_slice()),
                (new, now.about.as_slice()),
                grade,
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
        (Major, "code that calls `is_<tag>()` no longer compiles"),
        (Minor, "there is a method more"),
    );
    for tag in &old.tags {
        if let Some(now) = new.tags.iter().find(|now| now.id == tag.id) {
            let [was, is] = [&tag.meaning, &now.meaning].map(std::slice::from_ref);
            prose(
                &mut changes.of_part(&tag.id),
                "tags",
                (old, was),
                (new, is),
                DOCS,
            );
        }
    }
}
