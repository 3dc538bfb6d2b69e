//! Names for rows whose derived names collide or are keywords. `codes-spec` proposes other names for them,
//! so the draft is loaded as a spec to get its proposals.

use std::collections::{HashMap, HashSet};

use codes_spec::load;

use crate::import::model::draft::Draft;
use crate::import::model::row::DraftRow;
use crate::import::writer::{Provenance, proposed_names, write};
use crate::row_names::{self, TakenNames};

/// The number of rows that are loaded in one spec. A report shows only its first mistakes.
const LOADED_AT_ONCE: usize = 24;

/// Writes the draft, with a `name:` for each row that would be an error without one.
pub(crate) fn write_named(draft: &mut Draft, provenance: &Provenance<'_>) -> String {
    let given: Vec<bool> = draft.rows.iter().map(|row| row.name.is_some()).collect();
    let mut written = write(draft, provenance);
    let mut read = SpecNames::read(&written);
    if read.have_mistakes {
        name(&mut draft.rows);
        written = write(draft, provenance);
        read = SpecNames::read(&written);
    }
    // rows with mistakes are missing from the names
    let are_read = read.names.len() == draft.rows.len();
    if are_read && proposed_names::propose(draft, &read.names, &given) {
        written = write(draft, provenance);
    }
    written
}

/// The names of those rows of a spec that have no mistakes.
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

/// Names the rows. The name of a row is derived from that row alone, so rows are loaded one by one. Of several rows
/// with the same name, the first keeps it.
fn name(rows: &mut [DraftRow]) {
    let names: Vec<Option<String>> = rows.iter_mut().map(name_of_row).collect();
    let mut proposals = proposals(rows, &names);
    let mut seen = HashSet::new();
    let mut taken = TakenNames::new(names.iter().flatten().cloned());
    for (i, name) in names.iter().enumerate() {
        if let Some(name) = name
            && !seen.insert(name)
        {
            rows[i].name = Some(taken.take([proposals.remove(&i)], name));
        }
    }
}

/// Returns the names that are proposed for rows that have the same name as an earlier row.
fn proposals(rows: &[DraftRow], names: &[Option<String>]) -> HashMap<usize, String> {
    let mut equal: HashMap<&String, Vec<usize>> = HashMap::new();
    for (i, name) in names.iter().enumerate() {
        if let Some(name) = name {
            equal.entry(name).or_default().push(i);
        }
    }
    let mut proposals = HashMap::new();
    for (first, others) in equal.values().filter_map(|equal| equal.split_first()) {
        for chunk in others.chunks(LOADED_AT_ONCE) {
            let loaded: Vec<_> = [first]
                .into_iter()
                .chain(chunk)
                .map(|&i| &rows[i])
                .collect();
            let text = text_of(&loaded);
            let lines = text.lines().zip(1..);
            let starts = lines.filter(|(line, _)| line.starts_with("  - "));
            let starts: Vec<usize> = starts.map(|(_, number)| number).collect();
            for diagnostic in load("", text.as_bytes()).report.shown() {
                let line = diagnostic.location.line;
                let row = starts.partition_point(|&start| start <= line);
                let row = row.checked_sub(2).and_then(|row| chunk.get(row));
                if let (Some(&row), Some(name)) = (row, &diagnostic.proposed_name) {
                    proposals.insert(row, name.clone());
                }
            }
        }
    }
    proposals
}

/// Returns the name that is derived for a row. A row whose name would be a keyword gets the proposed one.
fn name_of_row(row: &mut DraftRow) -> Option<String> {
    let (name, is_derived) = row_names::of_first_row(&text_of(&[row]))?;
    if !is_derived {
        row.name = Some(name.clone());
    }
    Some(name)
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

    /// Trying all numbers again for each row would take quadratic time.
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
