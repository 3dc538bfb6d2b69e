//! The list of the table's keys, above its rows.

use codes_spec::{Code, CodeFormat, Group, Table};

use super::labelled_list::LabelledList;
use super::text::{Headings, is_paragraph, number_or_text, survives_in_heading};
use crate::explain::markdown::{code, link, plain, prose};
use crate::response_keys::{LABELS, ResponseKey, of_body, of_headers};

/// Formats the keys of the table, except its rows, as a list.
pub(super) fn facts(table: &Table<'_>, headings: &Headings) -> String {
    let mut list = LabelledList::default();
    let about = table.about.as_ref().filter(|about| !is_paragraph(about));
    list.one("About", about.map(|about| prose(table, about)));
    let title = table
        .title
        .as_ref()
        .filter(|title| !survives_in_heading(title));
    list.one("Title", title.map(|title| plain(title)));
    let source = table.source.as_ref();
    list.one("Source", source.map(|source| address(source)));
    list.one("Retrieved", table.retrieved.map(|date| date.to_string()));
    let protocol = table.protocol.as_ref();
    list.one("Protocol", protocol.map(|protocol| plain(protocol)));
    let base_url = table.base_url.as_ref();
    list.one("Base URL", base_url.map(|url| link(url.as_str())));
    let display = table.display.as_ref();
    list.one("Display", display.map(|display| code(&display.to_string())));
    list.one("Code format", code_format(table).map(plain));
    if let Some(body) = &table.body {
        response(&mut list, "body", &of_body(body));
    }
    if let Some(headers) = &table.headers {
        response(&mut list, "headers", &of_headers(headers));
    }
    let reserved = table.reserved.iter();
    list.codes(
        "Reserved codes",
        reserved.map(|code| number_or_text(table, code)),
    );
    let groups = table.groups.iter().enumerate();
    list.items(
        "Groups",
        groups.map(|(at, group)| declaration(table, headings, at, group)),
    );
    let tags = table.tags.iter();
    list.items(
        "Tags",
        tags.map(|tag| format!("**{}:** {}", plain(&tag.id), prose(table, &tag.meaning))),
    );
    list.items("Notes", table.notes.iter().map(|note| prose(table, note)));
    list.text()
}

/// Lists the keys of `body` or `headers` in the order of their labels.
fn response(list: &mut LabelledList, section: &str, keys: &[ResponseKey<'_>]) {
    for (_, name, label) in LABELS.iter().filter(|(of, ..)| *of == section) {
        let keys: Vec<_> = keys.iter().filter(|key| key.key == *name).collect();
        match (&keys[..], *name) {
            ([key], "format" | "statuses") => list.one(label, Some(key.values.join(", "))),
            ([key], _) if key.param.is_none() => list.codes(label, key.values.iter().cloned()),
            _ => list.items(label, keys.iter().map(|key| param(key))),
        }
    }
}

fn param(key: &ResponseKey<'_>) -> String {
    let values: Vec<_> = key.values.iter().map(|value| code(value)).collect();
    let name = key.param.map_or_else(String::new, plain);
    format!("**{name}:** {}", values.join(", "))
}

/// A group, with its text if no heading for the group follows.
fn declaration(table: &Table<'_>, headings: &Headings, at: usize, group: &Group<'_>) -> String {
    let title = group
        .title
        .as_deref()
        .map(|title| format!(" {}", plain(title)))
        .unwrap_or_default();
    let about = group.about.as_ref().filter(|_| !headings.has_own(at));
    let about = about
        .map(|about| format!("\n    - {}", prose(table, about)))
        .unwrap_or_default();
    format!("**{}:**{title}{about}", plain(&group.id))
}

/// Returns the code format, or `None` if it is evident from the codes of the rows.
fn code_format(table: &Table<'_>) -> Option<&'static str> {
    let own = || table.rows.iter().filter_map(|row| row.code.as_ref());
    let all = || {
        own()
            .chain(table.rows.iter().flat_map(|row| &row.aliases))
            .chain(&table.reserved)
    };
    let is_number = |c: char| c.is_ascii_digit() || c == '-';
    let is_word =
        |code: &Code<'_>| matches!(code, Code::Text(text) if !text.starts_with(is_number));
    let is_shown = own().any(|code| is_word(code) || matches!(code, Code::Int(_)));
    match table.code_format {
        CodeFormat::Decimal if is_shown || all().next().is_none() => None,
        CodeFormat::Decimal if all().all(|code| matches!(code, Code::Text(_))) => Some("text"),
        format => Some(format.as_str()),
    }
}

/// Formats a URL as a link, and other text unchanged.
fn address(text: &str) -> String {
    let is_address = text.starts_with("https://") && !text.contains(char::is_whitespace);
    if is_address { link(text) } else { plain(text) }
}
