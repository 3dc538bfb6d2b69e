//! Compares a loaded table with the expected cells of its rows.

use std::path::Path;

use codes_spec::{Table, load};

/// Loads a spec and compares its rows with a table of eight columns: status, code, title, group, outcome, kind, retry,
/// name.
pub(crate) fn check(file: &str, expected: &str, further: impl Fn(&Table<'_>)) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../specs")
        .join(file);
    let bytes = std::fs::read(path).expect("a spec");
    let loaded = load(file, &bytes);
    // in `coverage.yaml`, two rows for 429 match the same responses
    let shared = loaded
        .report
        .shown()
        .iter()
        .filter(|shown| shown.rule.id == "codes::indistinct-rows");
    let expected_shared = usize::from(file == "coverage.yaml");
    assert_eq!(shared.count(), expected_shared, "{}", loaded.report);
    assert_eq!(
        loaded.report.shown().len(),
        expected_shared,
        "{}",
        loaded.report
    );
    let table = loaded.table;
    let found: Vec<_> = (0..table.rows.len())
        .map(|row| cells(&table, row))
        .collect();
    let expected: Vec<Vec<_>> = expected
        .trim()
        .lines()
        .map(|line| line.split('|').map(|cell| cell.trim().to_owned()).collect())
        .collect();
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
    assert_eq!(
        table.retrieved.map(|date| date.to_string()).as_deref(),
        Some("2026-11-19")
    );
    assert!(table.body.is_none() && table.protocol.is_none());
    further(&table);
}

/// The groups: their ids and headings.
pub(crate) fn headings<'t>(table: &'t Table<'_>) -> Vec<(&'t str, &'t str)> {
    table
        .groups
        .iter()
        .map(|group| {
            (
                group.id.as_ref(),
                group.title.as_deref().unwrap_or_default(),
            )
        })
        .collect()
}

fn cells(table: &Table<'_>, row: usize) -> Vec<String> {
    let row = &table.rows[row];
    let group = row
        .group
        .map(|group| table.groups[group].id.as_ref())
        .unwrap_or_default();
    vec![
        row.show_statuses(),
        table.show_code(row).into_owned(),
        row.title.as_deref().unwrap_or_default().to_owned(),
        group.to_owned(),
        row.outcome.to_string(),
        row.kind.map_or("", codes_spec::Kind::as_str).to_owned(),
        row.retry.map_or("", codes_spec::Retry::as_str).to_owned(),
        row.name.to_string(),
    ]
}
