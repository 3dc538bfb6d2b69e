//! The values that distinguish rows which all match the same response.

use codes_spec::{Row, Table};

/// Returns each value that some but not all of the rows have, such as ``message `gone: *`: Gone``.
pub(crate) fn clues(table: &Table<'_>, rows: &[&Row<'_>]) -> Vec<String> {
    let patterns_of = |row: &&Row<'_>| {
        let patterns = row.messages.iter().map(|text| format!("`{text}`"));
        patterns.collect::<Vec<_>>().join(" or ")
    };
    let statuses: Vec<_> = rows.iter().map(|row| row.show_statuses()).collect();
    let codes = rows.iter().map(|row| table.show_code(row).into_owned());
    let details = rows.iter().map(|row| row.show_detail().into_owned());
    let values = [
        ("status", statuses),
        ("code", codes.collect()),
        ("detail", details.collect()),
        ("message", rows.iter().map(patterns_of).collect::<Vec<_>>()),
    ];
    let mut clues = Vec::new();
    for (key, texts) in values {
        // a value that all rows share does not distinguish them
        let distinguishes = texts.iter().any(|text| *text != texts[0]);
        let values = texts
            .iter()
            .zip(rows)
            .filter(|(text, _)| distinguishes && !text.is_empty());
        clues.extend(values.map(|(text, row)| format!("{key} {text}: {}", row.name)));
    }
    clues
}
