//! Names for rows whose derived names collide or are keywords. `codes-spec` derives names and proposes others, so
//! the draft is loaded as a spec to learn them.

use std::collections::HashMap;

use codes_spec::load;

use crate::import::model::draft::Draft;
use crate::import::model::row::DraftRow;
use crate::import::writer::{Provenance, proposed_names, write};
use crate::row_names::{self, TakenNames};

/// Writes the draft, with a `name:` for each row that would be an error without one.
pub(crate) fn write_named(draft: &mut Draft, provenance: &Provenance<'_>) -> String {
    let mut written = write(draft, provenance);
    let mut read = SpecNames::read(&written);
    if read.have_mistakes {
        name(&mut draft.rows);
        written = write(draft, provenance);
        read = SpecNames::read(&written);
    }
    // a row with mistakes has no name
    if read.names.len() == draft.rows.len() && proposed_names::propose(draft, &read.names) {
        written = write(draft, provenance);
    }
    written
}

/// The names of a spec's rows without mistakes.
struct SpecNames {
    names: Vec<String>,
    /// Whether two rows have the same name, or a name is a keyword.
    have_mistakes: bool,
}

impl SpecNames {
    fn read(spec: &str) -> Self {
        let loaded = load("", spec.as_bytes());
        let mut shown = loaded.report.shown().iter();
        SpecNames {
            names: loaded
                .table
                .rows
                .iter()
                .map(|row| row.name.to_string())
                .collect(),
            have_mistakes: shown.any(|diagnostic| {
                ["codes::duplicate-name", "codes::keyword"].contains(&diagnostic.rule.id)
            }),
        }
    }
}

/// Names the rows. The name of a row is derived from that row alone, so rows are loaded one by one. The first row with
/// a name keeps it.
fn name(rows: &mut [DraftRow]) {
    let mut names: Vec<Option<String>> = rows.iter_mut().map(name_of_row).collect();
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut taken = TakenNames::new(names.iter().flatten().cloned());
    for i in 0..rows.len() {
        match names[i].clone() {
            Some(name) if first.contains_key(&name) => {
                let proposed = name_instead(&rows[first[&name]], &rows[i]);
                let free = taken.take([proposed], &name);
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
    let (name, is_derived) = row_names::of_first_row(&text_of(&[row]))?;
    if !is_derived {
        row.name = Some(name.clone());
    }
    Some(name)
}

/// Returns the name that is proposed for a row that has the same name as another.
fn name_instead(first: &DraftRow, row: &DraftRow) -> Option<String> {
    let text = text_of(&[first, row]);
    row_names::proposed(&load("", text.as_bytes()).report)
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
