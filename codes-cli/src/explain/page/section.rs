//! The section of a row.

use codes_spec::{Code, Row, Table, code_block};

use super::labelled_list::LabelledList;
use super::text::{Headings, heading, is_paragraph, number_or_text, survives_in_heading};
use crate::explain::markdown::{code, link, plain, prose};
use crate::import::model::row::{FROM_STATUS, Heading};

/// Formats the section of a row; `group` is the group of the heading above it.
pub(super) fn section(
    table: &Table<'_>,
    headings: &Headings,
    row: &Row<'_>,
    level: &str,
    group: Option<usize>,
) -> String {
    let shown = table.show_code(row);
    let title = row
        .title
        .as_deref()
        .unwrap_or(if row.statuses.is_empty() { &shown } else { "" });
    let title = format!("{} {title}", row.show_statuses());
    let mut out = format!("\n{level} {}\n", heading(title.trim()));
    let description = row.description.as_ref();
    if let Some(description) = description.filter(|description| is_paragraph(description)) {
        out += &format!("\n{}\n", prose(table, description));
    }
    let mut list = LabelledList::default();
    identity(&mut list, table, row, title.trim());
    texts(&mut list, table, row);
    behavior(&mut list, table, row);
    names(&mut list, row);
    group_label(&mut list, table, headings, row, group);
    let (blocks, items): (Vec<_>, Vec<_>) = if row.examples.iter().all(|text| is_block(text)) {
        (row.examples.iter().collect(), Vec::new())
    } else {
        (Vec::new(), row.examples.iter().collect())
    };
    list.items("Examples", items.into_iter().map(|example| code(example)));
    out += &list.text();
    out.extend(
        blocks
            .iter()
            .map(|example| format!("\n{}\n", code_block(example))),
    );
    out
}

/// Adds the status, code, detail and aliases, and the title if it cannot be read from the heading.
fn identity(list: &mut LabelledList, table: &Table<'_>, row: &Row<'_>, heading: &str) {
    let read = Heading::read(heading);
    let title = read
        .title
        .map(|title| title.plain)
        .filter(|title| !read.statuses.is_empty() || *title != table.show_code(row));
    let is_in_heading = title.as_deref() == row.title.as_deref() && survives_in_heading(heading);
    let statuses = if row.statuses.is_empty() {
        "—".to_owned()
    } else {
        row.show_statuses()
    };
    list.one(
        "Status",
        Some(statuses).filter(|_| !row.statuses.is_empty() || !read.statuses.is_empty()),
    );
    list.one("Code", row.code.as_ref().map(|code| own_code(table, code)));
    list.one("Detail code", row.detail.as_ref().map(detail));
    let title = row.title.as_deref().map_or("—".to_owned(), plain);
    list.one("Title", Some(title).filter(|_| !is_in_heading));
    let aliases = row.aliases.iter();
    list.codes("Aliases", aliases.map(|alias| number_or_text(table, alias)));
}

fn texts(list: &mut LabelledList, table: &Table<'_>, row: &Row<'_>) {
    let description = row.description.as_ref();
    let description = description.filter(|description| !is_paragraph(description));
    list.one("Description", description.map(|text| prose(table, text)));
    let when = row.when.iter();
    list.some("When to expect it", when.map(|when| prose(table, when)));
    let action = row.action.as_ref();
    list.one("What to do", action.map(|action| prose(table, action)));
    let messages = row.messages.iter();
    list.some(
        "Message patterns",
        messages.map(|message| code(message.as_str())),
    );
}

fn behavior(list: &mut LabelledList, table: &Table<'_>, row: &Row<'_>) {
    list.one("Outcome", Some(row.outcome.to_string()));
    let from_status = if row.declares_kind { "" } else { FROM_STATUS };
    list.one("Kind", row.kind.map(|kind| format!("{kind}{from_status}")));
    list.one("Retry", row.retry.map(|retry| retry.to_string()));
    let tags = row.tags.iter();
    list.codes("Tags", tags.map(|&tag| table.tags[tag].id.to_string()));
    let url = row.url.as_ref();
    list.one("More information", url.map(|url| link(url.as_str())));
    let fields = row.fields.iter();
    list.items(
        "Additional fields",
        fields.map(|(name, text)| format!("**{}:** {}", plain(name), plain(text))),
    );
}

/// Adds the deprecation, the variant name and the former names.
fn names(list: &mut LabelledList, row: &Row<'_>) {
    if let Some(deprecated) = &row.deprecated {
        let (since, note) = (deprecated.since.as_deref(), deprecated.note.as_deref());
        let is_empty = since.or(note).is_none();
        list.one("Deprecated", is_empty.then(|| "yes".to_owned()));
        list.one("Deprecated since", since.map(plain));
        list.one("Use instead", note.map(plain));
    }
    list.one("Variant", Some(code(&row.name)));
    let former = row.former_names.iter();
    list.codes("Former variants", former.map(ToString::to_string));
}

/// Adds the row's group, unless the heading above, which is for `group`, identifies it.
fn group_label(
    list: &mut LabelledList,
    table: &Table<'_>,
    headings: &Headings,
    row: &Row<'_>,
    group: Option<usize>,
) {
    let owner = row
        .group
        .map_or("—".to_owned(), |group| plain(&table.groups[group].id));
    let is_elsewhere = row.group != group || headings.is_shared(row.group);
    list.one("Group", Some(owner).filter(|_| is_elsewhere));
}

/// A code as displayed. A negative number in hexadecimal is followed by its decimal form.
fn own_code(table: &Table<'_>, own: &Code<'_>) -> String {
    let shown = own.show(table.code_format);
    match own {
        Code::Int(number @ ..0) if shown.starts_with("0x") => {
            format!("{} = {}", code(&shown), code(&number.to_string()))
        }
        Code::Text(_) => code(&own.source()),
        _ => code(&shown),
    }
}

/// A detail code. Text that could be read as an integer is in double quotes.
fn detail(detail: &Code<'_>) -> String {
    match detail {
        Code::Text(text) if text.trim_matches('"').parse::<i64>().is_ok() => {
            code(&format!("\"{text}\""))
        }
        Code::Text(text) => code(text),
        other => code(&other.source()),
    }
}

/// Returns whether an example can be displayed in a code block.
fn is_block(example: &str) -> bool {
    let is_control = |c: char| c.is_control() && c != '\n';
    example.trim() == example
        && !example.contains(is_control)
        && !code_block(example).contains('\u{fffd}')
}
