//! The table as a page for a documentation site: a heading for each group, and a table under it. `codes import` reads it.

use std::collections::HashSet;

use codes_spec::{Prose, Row, Table, code_span, literal, literal_line};

/// The whole page.
pub(super) fn page(table: &Table<'_>) -> String {
    let title = table.title.as_ref().map(|title| format!(": {title}")).unwrap_or_default();
    let mut out = format!("# {}\n", inline(&format!("{}{title}", table.vendor)));
    let paragraph = |out: &mut String, prose: &Prose<'_>| *out += &format!("\n{}\n", block(table, prose));
    table.about.iter().for_each(|about| paragraph(&mut out, about));
    let heads: Vec<_> = table.rows.iter().collect();
    let columns = columns(table, &heads);
    let mut group = None;
    for part in table.rows.chunk_by(|row, next| row.group == next.group) {
        if let Some(now) = part[0].group.filter(|now| group != Some(*now)).map(|now| &table.groups[now]) {
            out += &format!("\n## {}\n", inline(now.title.as_deref().unwrap_or(&now.id)));
            now.about.iter().for_each(|about| paragraph(&mut out, about));
        }
        group = part[0].group;
        out.push('\n');
        out += &grid(&columns, part.iter());
    }
    table.notes.iter().for_each(|note| paragraph(&mut out, note));
    out
}

/// Some rows, as one table.
pub(super) fn rows(table: &Table<'_>, rows: &[&Row<'_>]) -> String {
    grid(&columns(table, rows), rows.iter().copied())
}

type Cell<'t> = Box<dyn Fn(&Row<'_>) -> String + 't>;

/// The columns that some row has something for.
fn columns<'t>(table: &'t Table<'_>, rows: &[&Row<'_>]) -> Vec<(String, Cell<'t>)> {
    let prose = |prose: &Option<Prose<'_>>| prose.as_ref().map(|prose| text(table, prose)).unwrap_or_default();
    let all: [(&str, Cell<'t>); 9] = [
        ("Status", Box::new(|row| inline(&row.show_statuses()))),
        ("Code", Box::new(|row| code(&table.show_code(row)))),
        ("Title", Box::new(|row| inline(row.title.as_deref().unwrap_or_default()))),
        ("Description", Box::new(move |row| prose(&row.description))),
        ("When to expect", Box::new(|row| joined(row.when.iter().map(|when| text(table, when))))),
        ("What to do", Box::new(move |row| prose(&row.action))),
        ("Retry", Box::new(|row| row.retry.map_or("", codes_spec::Retry::as_str).to_owned())),
        ("Outcome", Box::new(|row| row.outcome.as_str().to_owned())),
        ("Message pattern", Box::new(|row| joined(row.messages.iter().map(|message| code(message))))),
    ];
    let mut columns: Vec<_> = all.into_iter().map(|(heading, cell)| (heading.to_owned(), cell)).collect();
    let names = rows.iter().flat_map(|row| &row.fields).map(|(name, _)| name.to_string());
    let mut seen = HashSet::new();
    for name in names.filter(|name| seen.insert(name.clone())) {
        let cell = {
            let name = name.clone();
            move |row: &Row<'_>| {
                let field = row.fields.iter().find(|(other, _)| *other == name);
                field.map(|(_, text)| inline(text)).unwrap_or_default()
            }
        };
        columns.push((name, Box::new(cell)));
    }
    columns.retain(|(_, cell)| rows.iter().any(|row| !cell(row).is_empty()));
    columns
}

fn grid<'r, 'a: 'r>(columns: &[(String, Cell<'_>)], rows: impl Iterator<Item = &'r Row<'a>>) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let head = line(columns.iter().map(|(heading, _)| inline(heading)).collect());
    let rule = line(columns.iter().map(|_| "---".to_owned()).collect());
    let rows = rows.map(|row| line(columns.iter().map(|(_, cell)| cell(row)).collect()));
    [head, rule].into_iter().chain(rows).collect()
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(" ")
}

/// A code as code, in which a bar must not end the cell.
fn code(code: &str) -> String {
    if code.is_empty() { String::new() } else { code_span(code).replace('|', "\\|") }
}

/// A text in a cell. Markdown of several lines has no place there; what it says has.
fn text(table: &Table<'_>, prose: &Prose<'_>) -> String {
    let doc = if prose.is_markdown() { table.doc(prose) } else { String::new() };
    if doc.is_empty() || doc.contains(['\n', '|']) { inline(prose.plain()) } else { doc }
}

/// A text between tables.
fn block(table: &Table<'_>, prose: &Prose<'_>) -> String {
    // what is harmless within a line may begin a list or underline a heading
    let begins_with_letters = prose.text.lines().all(|line| line.trim().chars().next().is_none_or(char::is_alphabetic));
    if prose.is_markdown() || !begins_with_letters { table.doc(prose) } else { readable(&literal(&prose.text)) }
}

/// Plain text on one line.
fn inline(text: &str) -> String {
    readable(&literal_line(text))
}

/// Text of which all punctuation stands behind a backslash, with fewer of these: before what means nothing within a line.
fn readable(literal: &str) -> String {
    let mut out = String::new();
    let mut chars = literal.chars();
    while let Some(c) = chars.next() {
        match (c, chars.clone().next()) {
            ('\\', Some('.' | ',' | ';' | ':' | '\'' | '"' | '(' | ')' | '/' | '-' | '=' | '?' | '!' | '%' | '+')) => {}
            ('\\', Some(escaped)) => {
                out.extend([c, escaped]);
                chars.next();
            }
            _ => out.push(c),
        }
    }
    out
}
