//! Names for rows whose derived names collide or are keywords. `codes-spec` derives names and proposes others, so
//! the draft is loaded as a spec to learn them.

use std::collections::{HashMap, HashSet};

use codes_spec::{Table, load};

use crate::import::model::draft::Draft;
use crate::import::model::row::DraftRow;
use crate::import::writer::{Provenance, proposed_names, write};

/// Writes the draft, with a `name:` for each row that would be an error without one.
pub(crate) fn write_named(draft: &mut Draft, provenance: &Provenance<'_>) -> String {
    let mut written = write(draft, provenance);
    let is_name = |id: &str| ["codes::duplicate-name", "codes::keyword"].contains(&id);
    let report = load("", written.as_bytes()).report;
    let mut shown = report.shown().iter();
    if shown.any(|diagnostic| is_name(diagnostic.rule.id)) {
        name(&mut draft.rows);
        written = write(draft, provenance);
    }
    let names = names(&load("", written.as_bytes()).table);
    // a row with mistakes has no name
    if names.len() == draft.rows.len() && proposed_names::propose(draft, &names) {
        written = write(draft, provenance);
    }
    written
}

fn names(table: &Table<'_>) -> Vec<String> {
    table.rows.iter().map(|row| row.name.to_string()).collect()
}

/// Names the rows. The name of a row is derived from that row alone, so rows are loaded one by one. The first row with
/// a name keeps it.
fn name(rows: &mut [DraftRow]) {
    let mut names: Vec<Option<String>> = rows.iter_mut().map(name_of_row).collect();
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut taken: HashSet<String> = names.iter().flatten().cloned().collect();
    // the last number that a name was given, so that many equal names take linear time
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for i in 0..rows.len() {
        match names[i].clone() {
            Some(name) if first.contains_key(&name) => {
                let proposed = name_instead(&rows[first[&name]], &rows[i])
                    .unwrap_or_else(|| format!("{name}2"));
                let number = numbers.entry(name.clone()).or_insert(1);
                let mut free = proposed;
                while !taken.insert(free.clone()) {
                    *number += 1;
                    free = format!("{name}{number}");
                }
                rows[i].name = Some(free.clone());
                names[i] = Some(free);
            }
            Some(name) => _ = first.insert(name, i),
            None => {}
        }
    }
}

/// Returns the name that is derived for a row. A row whose name would be a keyword gets the proposed one.
fn name_of_row(row: &mut DraftRow) -> Option<String> {
    let text = text_of(&[row]);
    let loaded = load("", text.as_bytes());
    if let Some(read) = loaded.table.rows.first() {
        return Some(read.name.to_string());
    }
    row.name = loaded
        .report
        .shown()
        .iter()
        .find_map(|diagnostic| diagnostic.proposed_name.clone());
    row.name.clone()
}

/// Returns the name that is proposed for a row that has the same name as another.
fn name_instead(first: &DraftRow, row: &DraftRow) -> Option<String> {
    let text = text_of(&[first, row]);
    load("", text.as_bytes())
        .report
        .shown()
        .iter()
        .find_map(|diagnostic| diagnostic.proposed_name.clone())
}

/// Returns a spec with only these rows.
fn text_of(rows: &[&DraftRow]) -> String {
    let reduced = |row: &&DraftRow| DraftRow {
        skipped: Vec::new(),
        fields: Vec::new(),
        group: None,
        name: None,
        ..(*row).clone()
    };
    let draft = Draft {
        rows: rows.iter().map(reduced).collect(),
        ..Draft::default()
    };
    write(
        &draft,
        &Provenance {
            vendor: "V",
            ..Provenance::default()
        },
    )
}

#[cfg(test)]
mod tests {
    use super::{Draft, DraftRow, Provenance, write_named};
    use crate::import::model::text::Text;

    /// Trying all numbers again for each row would take a step for each pair of rows.
    #[test]
    fn rows_with_equal_names_are_numbered_in_order() {
        let row = |number: usize| DraftRow {
            code: Some("E1".to_owned()),
            description: vec![Text::plain(&number.to_string())],
            ..DraftRow::default()
        };
        let mut draft = Draft {
            rows: (0..40).map(row).collect(),
            ..Draft::default()
        };
        write_named(&mut draft, &Provenance::default());
        let last = draft.rows.last().and_then(|row| row.name.clone());
        assert!(last.is_some_and(|name| name.ends_with("39") || name.ends_with("40")));
    }
}
