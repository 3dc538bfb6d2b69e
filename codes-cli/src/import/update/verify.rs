//! Checks an updated text: it has no errors, and everything that was not to be changed is the same as before.

use std::collections::HashSet;

use codes_spec::{Table, load};

use super::request::Problem;

/// A row of the updated text.
pub(super) enum UpdatedRow {
    /// A row of the spec, by its position.
    Old(usize),
    New,
}

impl UpdatedRow {
    /// Returns the rows of the updated text in order. For each new row, `added` has the row that it follows.
    pub(super) fn order(
        kept: impl Iterator<Item = usize>,
        added: &[Option<usize>],
        rows: usize,
    ) -> Vec<Self> {
        let kept: HashSet<_> = kept.collect();
        let mut places = Vec::new();
        for row in 0..rows {
            places.extend(kept.contains(&row).then_some(UpdatedRow::Old(row)));
            let last = Some(rows - 1);
            let after = added.iter().filter(|after| after.or(last) == Some(row));
            places.extend(after.map(|_| UpdatedRow::New));
        }
        places
    }
}

pub(super) fn verify(
    old: &Table<'_>,
    text: &str,
    places: &[UpdatedRow],
    touched: &HashSet<usize>,
    new_groups: usize,
) -> Result<(), Problem> {
    let loaded = load("", text.as_bytes());
    if loaded.report.errors() > 0 {
        return Err(Problem::Errors(text.to_owned()));
    }
    let mut new = loaded.table;
    let is_same = |(place, row): (&UpdatedRow, &codes_spec::Row<'_>)| match place {
        UpdatedRow::New => true,
        UpdatedRow::Old(at) if touched.contains(at) => row.name == old.rows[*at].name,
        UpdatedRow::Old(at) => *row == old.rows[*at],
    };
    let same_groups =
        new.groups.len() == old.groups.len() + new_groups && new.groups.starts_with(&old.groups);
    let same_rows = places.len() == new.rows.len() && places.iter().zip(&new.rows).all(is_same);
    let same_reserved = new.reserved.starts_with(&old.reserved);
    // everything else is as before, except the date
    new.retrieved = old.retrieved;
    new.groups.clone_from(&old.groups);
    new.reserved.clone_from(&old.reserved);
    new.rows.clone_from(&old.rows);
    if same_groups && same_rows && same_reserved && new == *old {
        Ok(())
    } else {
        Err(Problem::Differs)
    }
}
