//! The documentation of an enum: facts about the table, and a list of its rows.

use std::collections::HashMap;

use codes_spec::{Prose, Row, Table, link, literal_line};

use crate::docs::layout::{indented, labelled};
use crate::docs::variant;

/// Writes the documentation of an enum, which is appended to the user's own.
pub fn enum_docs(table: &Table<'_>) -> String {
    let head = match &table.title {
        Some(title) => format!("{}: {}.", literal_line(&table.vendor), literal_line(title)),
        None => format!("Codes of {}.", literal_line(&table.vendor)),
    };
    let mut blocks = vec![String::new(), head];
    blocks.extend(table.about.as_ref().map(|about| table.doc(about)));
    blocks.extend(origin(table));
    blocks.extend(sections(table));
    blocks.extend(table.notes.iter().map(|note| table.doc(note)));
    if !table.tags.is_empty() {
        let tags = table.tags.iter().map(|tag| {
            indented(&labelled(
                &format!("- `{}`:", tag.id),
                &table.doc(&tag.meaning),
            ))
        });
        blocks.push("## Tags".to_owned());
        blocks.push(tags.collect::<Vec<_>>().join("\n"));
    }
    let former_names = former_names(table);
    if !former_names.is_empty() {
        blocks.push("## Former names".to_owned());
        blocks.push(former_names.join("\n"));
    }
    blocks.join("\n\n")
}

fn former_names(table: &Table<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for row in &table.rows {
        for former in &row.former_names {
            lines.push(format!("- `{former}`, now {}", variant::link(&row.name)));
        }
    }
    lines
}

/// The section on what can change between releases. `are_codes` says whether the discriminants are
/// the codes.
pub(crate) fn stability(are_codes: bool) -> &'static str {
    if are_codes {
        "## Stability\n\n\
         The discriminants are the codes, and `Ord` follows them. The order of the variants follows \
         the table and can change with it."
    } else {
        "## Stability\n\n\
         The order of the variants, their discriminants and `Ord` follow the table and can change \
         with it. Use `status()` for the status."
    }
}

/// The source of the table.
fn origin(table: &Table<'_>) -> Option<String> {
    let source = table.source.as_ref().map(|source| {
        let is_url = source.starts_with("https://") || source.starts_with("http://");
        format!(
            "Source: {}",
            if is_url {
                link(source, source)
            } else {
                literal_line(source)
            }
        )
    });
    let retrieved = table
        .retrieved
        .map(|date| format!("last checked on {date}"));
    match (source, retrieved) {
        (Some(source), Some(retrieved)) => Some(format!("{source}, {retrieved}.")),
        (Some(source), None) => Some(format!("{source}.")),
        (None, Some(_)) => table
            .retrieved
            .map(|date| format!("Last checked against the vendor's page on {date}.")),
        (None, None) => None,
    }
}

/// The rows by group, starting with those that have no group.
fn sections(table: &Table<'_>) -> Vec<String> {
    let mut blocks = Vec::new();
    let rows_of = |group: Option<usize>| {
        table
            .rows
            .iter()
            .filter(move |row| row.group == group)
            .collect::<Vec<_>>()
    };
    blocks.extend(rows(table, &rows_of(None)));
    for (i, group) in table.groups.iter().enumerate() {
        let Some(rows) = rows(table, &rows_of(Some(i))) else {
            continue;
        };
        blocks.push(format!(
            "## {}",
            literal_line(group.title.as_ref().unwrap_or(&group.id))
        ));
        blocks.extend(group.about.as_ref().map(|about| table.doc(about)));
        blocks.push(rows);
    }
    blocks
}

/// Rows as a Markdown table.
fn rows(table: &Table<'_>, rows: &[&Row<'_>]) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    let mut titles: HashMap<&str, u16> = HashMap::with_capacity(rows.len());
    for row in rows {
        let title = row.title.as_deref().unwrap_or_default();
        *titles.entry(title).or_default() += 1;
    }
    let is_unique = |title: &str| titles[title] == 1;
    let columns = Columns {
        statuses: rows.iter().any(|row| !row.statuses.is_empty()),
        codes: rows.iter().any(|row| row.code.is_some()),
    };
    let lines: Vec<_> = rows
        .iter()
        .map(|row| row_line(table, row, &columns, is_unique))
        .collect();
    let (head, rule) = columns.head();
    Some(format!(
        "| {head}Variant | Meaning |\n|{rule}---|---|\n{}",
        lines.join("\n")
    ))
}

/// The optional columns that are not empty.
struct Columns {
    statuses: bool,
    codes: bool,
}

impl Columns {
    /// The headings of the columns, and the line below them.
    fn head(&self) -> (&'static str, &'static str) {
        match (self.statuses, self.codes) {
            (true, true) => ("Status | Code | ", "---|---|"),
            (true, false) => ("Status | ", "---|"),
            (false, true) => ("Code | ", "---|"),
            (false, false) => ("", ""),
        }
    }

    fn cells(&self, table: &Table<'_>, row: &Row<'_>) -> String {
        let statuses = self.statuses.then(|| row.show_statuses());
        let codes = self.codes.then(|| variant::codes(table, row).join(", "));
        let cells = statuses.into_iter().chain(codes);
        cells
            .map(|cell| format!("{} | ", literal_line(&cell)))
            .collect()
    }
}

fn row_line(
    table: &Table<'_>,
    row: &Row<'_>,
    columns: &Columns,
    is_unique: impl Fn(&str) -> bool,
) -> String {
    let description = || row.description.as_ref().map(Prose::first_line);
    let meaning = match row.title.as_deref() {
        Some(title) if is_unique(title) => literal_line(title),
        // the descriptions tell rows with the same title apart
        Some(title) => match description() {
            Some(text) => literal_line(&format!("{title}: {text}")),
            None => literal_line(title),
        },
        None => literal_line(description().unwrap_or_default()),
    };
    let deprecated = if row.deprecated.is_some() {
        " *(deprecated)*"
    } else {
        ""
    };
    format!(
        "| {}{} | {meaning}{deprecated} |",
        columns.cells(table, row),
        variant::link(&row.name)
    )
}
