//! Drafts rows for the codes that a table lacks.

use codes_spec::{Code, Table};

use super::tally::{Tally, Unknown, UnknownKey};
use super::value::ObservedValue;
use crate::row_names::{self, TakenNames};
use crate::yaml::{double_quoted, line};

/// Returns the missing rows as YAML without indentation, one key per line. Those seen most often come first.
pub(super) fn missing_rows(tally: &Tally, table: &Table<'_>) -> Vec<String> {
    let mut taken = TakenNames::of(table);
    let unknown = tally.by_count();
    let rows = unknown.iter().flat_map(|(key, unknown)| {
        if **key == UnknownKey::default() {
            let patterns = unknown.messages.patterns().into_iter();
            patterns.map(|pattern| by_message(&pattern)).collect()
        } else {
            vec![by_code(key, unknown, table)]
        }
    });
    rows.map(|row| named(row, &mut taken)).collect()
}

/// Adds a name to a row whose derived name is taken or a keyword.
fn named(row: String, taken: &mut TakenNames) -> String {
    let Some((name, is_derived)) = row_names::derived(&row, "") else {
        return row;
    };
    let status = row
        .strip_prefix("status: ")
        .and_then(|rest| rest.lines().next());
    let free = taken.take_like(&name, status);
    if free == name && is_derived {
        row
    } else {
        format!("{row}name: {free}\n")
    }
}

/// Drafts a row for a table whose rows have neither a status nor a code.
fn by_message(pattern: &str) -> String {
    format!("messages: [{}]\n", double_quoted(pattern))
}

fn by_code(key: &UnknownKey, unknown: &Unknown, table: &Table<'_>) -> String {
    let mut yaml = String::new();
    if has_statuses(table) {
        let statuses: Vec<_> = unknown.statuses.iter().map(u16::to_string).collect();
        yaml += &match &statuses[..] {
            [one] => format!("status: {one}\n"),
            many => format!("status: [{}]\n", many.join(", ")),
        };
    }
    let code = key.code.as_ref().map(|code| code_of(code, table));
    yaml += &code.map_or(String::new(), |code| format!("code: {code}\n"));
    let detail = key.detail.as_ref().map(|detail| detail_of(detail, table));
    yaml += &detail.map_or(String::new(), |detail| format!("detail: {detail}\n"));
    // by default, a row with such a status would be a success
    if unknown.statuses.first().is_some_and(|status| *status < 400) {
        yaml += "outcome: error\n";
    }
    let messages = unknown.messages.texts();
    if !messages.is_empty() {
        let items = messages.iter().map(|text| format!("  - {}\n", line(text)));
        yaml += &format!("examples:\n{}", items.collect::<String>());
    }
    yaml
}

/// Returns whether rows that have a code also have statuses. Some vendors' codes mean the same with every status.
fn has_statuses(table: &Table<'_>) -> bool {
    let mut coded = table
        .rows
        .iter()
        .filter(|row| row.code.is_some())
        .peekable();
    coded.peek().is_none() || coded.any(|row| !row.statuses.is_empty())
}

/// Formats a code as an integer or as text, like the other codes of the table.
fn code_of(code: &ObservedValue, table: &Table<'_>) -> String {
    let codes = table.rows.iter().filter_map(|row| row.code.as_ref());
    match (code, are_integers(codes)) {
        (ObservedValue::Int(int), Some(false)) => double_quoted(&int.to_string()),
        (ObservedValue::Int(int), _) => table.code_format.show(*int),
        (ObservedValue::Text(text), integers) => {
            match (text.parse::<i64>(), text.strip_suffix('*')) {
                // a client may have logged an integer as text
                (Ok(int), _) if integers == Some(true) => table.code_format.show(int),
                (_, Some(rest)) => double_quoted(&format!("{rest}\\*")),
                _ => line(text),
            }
        }
    }
}

fn detail_of(detail: &ObservedValue, table: &Table<'_>) -> String {
    let details = table.rows.iter().filter_map(|row| row.detail.as_ref());
    match (detail, are_integers(details)) {
        (ObservedValue::Int(int), Some(false)) => double_quoted(&int.to_string()),
        (ObservedValue::Int(int), _) => int.to_string(),
        (ObservedValue::Text(text), Some(true)) if text.parse::<i64>().is_ok() => text.clone(),
        (ObservedValue::Text(text), _) => line(text),
    }
}

/// Returns whether the codes are integers, or `None` if there are no codes.
fn are_integers<'c>(mut codes: impl Iterator<Item = &'c Code<'c>>) -> Option<bool> {
    let first = codes.next()?;
    Some(matches!(first, Code::Int(_) | Code::Range(..)))
}

/// `NewRefusal`, or `card_declined, detail daily_limit`
pub(super) fn label(key: &UnknownKey, table: &Table<'_>) -> String {
    let text = |value: &ObservedValue| match value {
        ObservedValue::Int(int) => table.code_format.show(*int),
        ObservedValue::Text(text) => text.clone(),
    };
    let parts = [
        key.code.as_ref().map(text),
        key.detail.as_ref().map(|detail| match detail {
            ObservedValue::Int(int) => format!("detail {int}"),
            ObservedValue::Text(text) => format!("detail {text}"),
        }),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
