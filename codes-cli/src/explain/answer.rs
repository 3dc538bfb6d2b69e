//! Answers for replies that match several rows or none, and how the rows were found.

use codes_spec::{Row, Status, Table, nearest as nearest_word};

use super::query::{Query, quoted};
use super::table;
use crate::clues::clues;
use crate::messages::explain::{self as messages, FoundBy};
use crate::text::wrap;

/// Lists the rows that match a reply, and the values that would distinguish them.
pub(super) fn several(table: &Table<'_>, rows: &[&Row<'_>], query: &Query, width: usize) -> String {
    let reply = query.without_message().show();
    let head = match &query.message {
        Some(message) => messages::several_rows_despite(&quoted(message), rows.len(), &reply),
        None => messages::several_rows(rows.len(), &reply),
    };
    let head = table::plain(&head, width);
    let shown = table::render_rows(table, rows, width);
    let clues = clues(table, rows);
    let summary = if clues.is_empty() {
        messages::INDISTINGUISHABLE
    } else {
        messages::DISTINGUISHED_BY
    };
    let clues = clues
        .iter()
        .flat_map(|clue| wrap(clue, width.saturating_sub(2)))
        .map(|line| format!("  {line}\n"));
    format!(
        "{head}\n{shown}\n{}{}",
        table::plain(summary, width),
        clues.collect::<String>()
    )
}

/// Says how the rows were found, if only by their code, only by their status, or by a status class.
pub(super) fn step(table: &Table<'_>, rows: &[&Row<'_>], query: &Query) -> Option<String> {
    let covers = |row: &&Row<'_>, status| row.statuses.iter().any(|own| distance(own, status) == 0);
    let lists =
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
    let by = match by_code {
        Some(true) if rows.iter().any(|row| covers(row, status)) => return None,
        Some(true) if rows.iter().all(|row| row.statuses.is_empty()) => FoundBy::CodeOfAnyStatus,
        Some(true) => FoundBy::CodeOnly,
        Some(false) if rows.iter().any(|row| lists(row, status)) => FoundBy::StatusOnly,
        Some(false) => FoundBy::StatusClassOnly,
        None if rows.iter().any(|row| lists(row, status)) => return None,
        None => FoundBy::StatusClass,
    };
    Some(messages::matched_by(&by, status, &code))
}

/// Returns the rows whose name, former name or title is this word, or whose status or code is displayed as this word.
pub(super) fn displayed_as<'t, 'a>(table: &'t Table<'a>, word: &str) -> Vec<&'t Row<'a>> {
    let is_shown = |row: &&Row<'_>| {
        let names = row
            .former_names
            .iter()
            .chain([&row.name])
            .any(|name| name == word);
        let statuses = row.statuses.iter().any(|status| status.as_str() == word)
            || row.show_statuses() == word;
        let title = row.title.as_deref();
        let title = title.is_some_and(|title| title.eq_ignore_ascii_case(word));
        !word.is_empty() && (names || statuses || title || table.show_code(row) == word)
    };
    table.rows.iter().filter(is_shown).collect()
}

/// Says that no row matches, and lists the closest ones.
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
        let distance_of =
            |row: &Row<'_>| row.statuses.iter().map(|own| distance(own, status)).min();
        let mut by_distance: Vec<_> = table
            .rows
            .iter()
            .filter_map(|row| Some((distance_of(row)?, row)))
            .collect();
        by_distance.sort_by_key(|(distance, _)| *distance);
        near.extend(by_distance.into_iter().map(|(_, row)| row));
    }
    near.truncate(MOST);
    let problem = match &query.word {
        Some(word) => messages::no_row_has(&quoted(word)),
        None if query.status.is_none() && query.code.is_none() => {
            messages::MESSAGE_ALONE.to_owned()
        }
        None => messages::no_row(&query.show()),
    };
    let mut out = table::plain(&problem, width);
    if !near.is_empty() {
        out += &format!(
            "\n{}\n\n{}",
            messages::CLOSEST_ROWS,
            table::render_rows(table, &near, width)
        );
    }
    out
}

/// How far a status is outside the range of a row's status.
fn distance(own: &Status<'_>, status: u16) -> u16 {
    let (low, high) = own.bounds();
    low.saturating_sub(status).max(status.saturating_sub(high))
}
