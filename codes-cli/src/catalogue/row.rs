//! The section of a row.

use codes_spec::{Code, Row, Table};

use super::anchors::fragment;
use super::html::{code, escape, escape_lines, link, prose};
use super::list::List;

/// Formats a row as a section. `problem_type` is the address of its first anchor.
pub(super) fn section(
    table: &Table<'_>,
    row: &Row<'_>,
    anchors: &[String],
    problem_type: Option<&str>,
) -> String {
    let first = anchors.first().map_or("", String::as_str);
    let deprecated = if row.deprecated.is_some() {
        " deprecated"
    } else {
        ""
    };
    let mut out = format!(
        "<section class=\"row {}{deprecated}\" id=\"{}\" aria-labelledby=\"{}\">\n",
        row.outcome,
        escape(first),
        heading_id(first)
    );
    // links that use another code or name of the row lead here too
    for anchor in anchors.iter().skip(1) {
        out += &format!("<span id=\"{}\"></span>", escape(anchor));
    }
    out += &format!(
        "<h3 id=\"{}\"><a href=\"#{}\">{}</a></h3>\n",
        heading_id(first),
        fragment(first),
        title(table, row)
    );
    out += &badges(table, row);
    out += &row
        .description
        .as_ref()
        .map_or(String::new(), |text| format!("{}\n", prose(table, text)));
    let mut list = List::default();
    texts(&mut list, table, row);
    codes(&mut list, table, row);
    list.all("Problem type", problem_type.iter().map(|url| code(url)));
    out += &list.html();
    out + "</section>\n"
}

/// The id of a row's heading. It differs from all anchors, because they cannot contain `!`.
fn heading_id(anchor: &str) -> String {
    format!("{}!title", escape(anchor))
}

/// Formats the status, code and title.
pub(super) fn title(table: &Table<'_>, row: &Row<'_>) -> String {
    let mut parts = Vec::new();
    if !row.statuses.is_empty() {
        parts.push(format!(
            "<span class=\"status\">{}</span>",
            escape(&row.show_statuses())
        ));
    }
    parts.extend(row.code.as_ref().map(|_| code(&table.show_code(row))));
    parts.extend(row.detail.as_ref().map(|_| code(&row.show_detail())));
    let title = row.title.as_deref();
    let title = title.or_else(|| (row.code.is_none()).then_some(&*row.name));
    parts.extend(title.map(|title| format!("<span class=\"title\">{}</span>", escape(title))));
    parts.join(" ")
}

fn badges(table: &Table<'_>, row: &Row<'_>) -> String {
    let mut badges = Vec::new();
    if row.deprecated.is_some() {
        badges.push("<li class=\"deprecated\">deprecated</li>".to_owned());
    }
    badges.push(format!("<li>outcome: {}</li>", row.outcome));
    badges.extend(row.kind.map(|kind| format!("<li>kind: {kind}</li>")));
    badges.extend(row.retry.map(|retry| format!("<li>retry: {retry}</li>")));
    for tag in row.tags.iter().map(|&at| &table.tags[at]) {
        let meaning = escape(&tag.meaning.plain().replace('\n', " "));
        badges.push(format!("<li title=\"{meaning}\">{}</li>", escape(&tag.id)));
    }
    format!("<ul class=\"badges\">{}</ul>\n", badges.concat())
}

fn texts(list: &mut List, table: &Table<'_>, row: &Row<'_>) {
    if let Some(deprecated) = &row.deprecated {
        let since = deprecated
            .since
            .as_ref()
            .map(|since| format!("since {}", escape(since)));
        let note = deprecated.note.as_ref().map(|note| escape(note));
        let text: Vec<_> = since.into_iter().chain(note).collect();
        list.add("Deprecated", &text.join(": "));
    }
    list.all(
        "When to expect it",
        row.when.iter().map(|when| prose(table, when)),
    );
    list.all(
        "What to do",
        row.action.iter().map(|action| prose(table, action)),
    );
    list.all(
        "Messages",
        row.messages.iter().map(|message| code(message.as_str())),
    );
    let examples = row.examples.iter();
    list.joined(
        "Examples",
        "",
        examples.map(|text| format!("<pre>{}</pre>", escape_lines(text))),
    );
    for (name, text) in &row.fields {
        list.add(&escape(name), &escape(text));
    }
}

fn codes(list: &mut List, table: &Table<'_>, row: &Row<'_>) {
    let alias = |alias: &Code<'_>| code(&alias.show(table.code_format));
    list.joined(
        "Former and other codes",
        ", ",
        row.aliases.iter().map(alias),
    );
    list.add("Variant", &code(&row.name));
    list.joined(
        "Former variants",
        ", ",
        row.former_names.iter().map(|name| code(name)),
    );
    list.all(
        "More information",
        row.url.iter().map(|url| link(url.as_str(), url.as_str())),
    );
}
