//! Answers where a reply does not mean exactly one row.

use codes_spec::{Row, Status, Table, nearest as nearest_word};

use super::query::Query;
use super::table;
use crate::text::wrap;

/// The rows that a reply can mean, and the values that would distinguish them.
pub(super) fn several(table: &Table<'_>, rows: &[&Row<'_>], query: &Query, width: usize) -> String {
    let head = table::plain(&format!("{} rows fit {}:", rows.len(), query.show()), width);
    let shown = table::render_rows(table, rows, width);
    let statuses: Vec<_> = rows.iter().map(|row| row.show_statuses()).collect();
    let codes: Vec<_> = rows
        .iter()
        .map(|row| table.show_code(row).into_owned())
        .collect();
    let quoted = |row: &&Row<'_>| {
        row.messages
            .iter()
            .map(|text| format!("`{text}`"))
            .collect::<Vec<_>>()
            .join(" or ")
    };
    let messages: Vec<_> = rows.iter().map(quoted).collect();
    let mut clues = Vec::new();
    for (what, texts) in [
        ("status", statuses),
        ("code", codes),
        ("a message like", messages),
    ] {
        // a value that all rows share distinguishes none
        let telling = texts.iter().any(|text| *text != texts[0]);
        let said = texts
            .iter()
            .zip(rows)
            .filter(|(text, _)| telling && !text.is_empty());
        clues.extend(said.map(|(text, row)| format!("{what} {text}: {}", row.name)));
    }
    let sum = if clues.is_empty() {
        "nothing in a reply tells them apart"
    } else {
        "what tells them apart:"
    };
    let clues = clues
        .iter()
        .flat_map(|clue| wrap(clue, width.saturating_sub(2)))
        .map(|line| format!("  {line}\n"));
    format!(
        "{head}\n{shown}\n{}{}",
        table::plain(sum, width),
        clues.collect::<String>()
    )
}

/// How the rows were found, unless status and code led to them together.
pub(super) fn step(table: &Table<'_>, rows: &[&Row<'_>], query: &Query) -> Option<String> {
    let covers = |row: &&Row<'_>, status| row.statuses.iter().any(|own| distance(own, status) == 0);
    let names =
        |row: &&Row<'_>, status| row.statuses.iter().any(|own| own.single() == Some(status));
    let by_code = query.code.as_ref().map(|code| {
        let alone = Query {
            code: Some(code.clone()),
            ..Query::default()
        };
        let with_code = alone.classify(table);
        rows.iter()
            .all(|row| with_code.iter().any(|other| std::ptr::eq(*other, *row)))
    });
    let code = Query {
        code: query.code.clone(),
        ..Query::default()
    };
    let code = code.show();
    let status = query.status?;
    match by_code {
        Some(true) if rows.iter().any(|row| covers(row, status)) => None,
        Some(true) if rows.iter().all(|row| row.statuses.is_empty()) => Some(format!(
            "found by {code}, which stands for itself, whatever the status"
        )),
        Some(true) => Some(format!(
            "no row with {code} has status {status}; found by the code alone"
        )),
        Some(false) if rows.iter().any(|row| names(row, status)) => {
            Some(format!("no row has {code}; found by status {status} alone"))
        }
        Some(false) => Some(format!(
            "no row has {code} or names status {status}; found by a class that covers it"
        )),
        None if rows.iter().any(|row| names(row, status)) => None,
        None => Some(format!(
            "no row names status {status}; found by a class that covers it"
        )),
    }
}

/// The rows that have, or had, a name, or whose status or code is shown so.
pub(super) fn displayed_as<'t, 'a>(table: &'t Table<'a>, word: &str) -> Vec<&'t Row<'a>> {
    let is_shown = |row: &&Row<'_>| {
        let names = row
            .former_names
            .iter()
            .chain([&row.name])
            .any(|name| name == word);
        let statuses = row.statuses.iter().any(|status| status.as_str() == word)
            || row.show_statuses() == word;
        !word.is_empty() && (names || statuses || table.show_code(row) == word)
    };
    table.rows.iter().filter(is_shown).collect()
}

/// That no row fits, and those that come nearest.
pub(super) fn nearest(table: &Table<'_>, query: &Query, width: usize) -> String {
    const MOST: usize = 3;
    let mut near: Vec<&Row<'_>> = Vec::new();
    if let Some(code) = &query.code {
        let codes = |row: &Row<'_>| -> Vec<String> {
            let all = row
                .code
                .iter()
                .chain(&row.aliases)
                .map(|code| code.show(table.code_format).into_owned());
            all.chain([row.name.to_string()]).collect()
        };
        let codes: Vec<_> = table.rows.iter().map(codes).collect();
        if let Some(word) = nearest_word(code, codes.iter().flatten().map(String::as_str)) {
            let named = table
                .rows
                .iter()
                .zip(&codes)
                .filter(|(_, codes)| codes.iter().any(|code| code == word));
            near.extend(named.map(|(row, _)| row));
        }
    }
    if let (Some(status), true) = (query.status, near.is_empty()) {
        let away = |row: &Row<'_>| row.statuses.iter().map(|own| distance(own, status)).min();
        let mut by_distance: Vec<_> = table
            .rows
            .iter()
            .filter_map(|row| Some((away(row)?, row)))
            .collect();
        by_distance.sort_by_key(|(away, _)| *away);
        near.extend(by_distance.into_iter().map(|(_, row)| row));
    }
    near.truncate(MOST);
    let mut out = table::plain(&format!("no row fits {}", query.show()), width);
    if query.status.is_none() && query.code.is_none() {
        out += &table::plain(
            "a message only tells apart what a status or a code leaves: add one",
            width,
        );
    }
    if !near.is_empty() {
        out += &format!("\nnearest:\n\n{}", table::render_rows(table, &near, width));
    }
    out
}

fn distance(own: &Status<'_>, status: u16) -> u16 {
    let (low, high) = own.bounds();
    low.saturating_sub(status).max(status.saturating_sub(high))
}
