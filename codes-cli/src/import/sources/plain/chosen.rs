//! The rows at the paths that the author gives.

use crate::import::roles::mapping::{Mapping, Path, PathStep, escape};
use crate::import::roles::role::Role;
use crate::import::sources::cells::SourceTable;
use crate::import::sources::document::{Document, ImportError};
use crate::import::sources::plain::evidence::Evidence;
use crate::import::sources::plain::find::{Found, ValuePlace};
use crate::import::sources::plain::lossy;
use crate::import::sources::plain::record::{self, Names, Record};
use crate::import::sources::tree::Value;
use crate::messages::sources as messages;

/// Returns the tables at the path that the author gives.
pub(super) fn rows(
    document: &Document<'_>,
    root: &Value<'_>,
    path: &Path,
) -> Result<Vec<Found>, ImportError> {
    let unknown =
        |option, path: &Path| messages::unknown_path(document.name, option, &path.to_string());
    let Path::Steps(steps) = path else {
        return Err(unknown("--rows", path).into());
    };
    let mapping = &document.choices.mapping;
    let mut used = vec![false; mapping.all_paths().count()];
    let mut found = Vec::new();
    for (place, value) in places(root, steps) {
        if !matches!(value, Value::List(_) | Value::Map(_)) {
            continue;
        }
        let records: Vec<_> = record::children(value, &PathStep::Each)
            .into_iter()
            .map(|(key, value)| Record { key, value })
            .collect();
        for (used, path) in used.iter_mut().zip(mapping.all_paths()) {
            *used = *used || records.iter().any(|record| record.at(path).is_some());
        }
        found.push(table(document, &place, &records));
    }
    if found.is_empty() {
        let is_there = !places(root, steps).is_empty();
        return Err(if is_there {
            messages::no_rows_at(document.name, &path.to_string())
        } else {
            unknown("--rows", path)
        }
        .into());
    }
    match unused(mapping, used) {
        Some((option, path)) => Err(unknown(option, path).into()),
        None => Ok(found),
    }
}

/// Returns an option whose path matches nothing.
fn unused(mapping: &Mapping, used: Vec<bool>) -> Option<(&'static str, &Path)> {
    let fields = mapping.fields.iter().map(|(_, path)| ("--field", path));
    let mut options = mapping.paths().chain(fields).zip(used);
    let (option, _) = options.find(|((option, _), used)| !used && *option != "--rows")?;
    Some(option)
}

fn table(document: &Document<'_>, place: &ValuePlace, records: &[Record<'_, '_>]) -> Found {
    let names = Names {
        key: "key",
        value: "value",
    };
    let mapping = &document.choices.mapping;
    let rows = records.iter().map(|record| record.cells(names, mapping));
    let table = SourceTable::of(rows.collect());
    let code = table.roles.iter().find(|(_, role)| *role == Role::Code);
    let fractions =
        code.map(|(code, _)| lossy::fractions(&table, code, records, document.syntax()));
    Found {
        pointer: place.pointer.clone(),
        label: place.label(),
        evidence: Evidence::Error,
        fractions: fractions.unwrap_or_default(),
        repeated_keys: lossy::repeated_keys(&place.pointer, records),
        table,
        rows: records.len(),
    }
}

/// Returns the values at a path given in an option, and their places.
fn places<'v, 't>(root: &'v Value<'t>, steps: &[PathStep]) -> Vec<(ValuePlace, &'v Value<'t>)> {
    let start = ValuePlace {
        pointer: String::new(),
        names: vec![String::new()],
        is_group: false,
    };
    let mut places = vec![(start, root)];
    for step in steps {
        let mut next = Vec::new();
        for (place, value) in places {
            for (at, (key, child)) in record::children(value, step).into_iter().enumerate() {
                let name = match (key, step) {
                    (Some(key), _) => key.to_owned(),
                    (None, PathStep::Key(key)) => key.clone(),
                    (None, PathStep::Each) => at.to_string(),
                };
                let mut names = place.names.clone();
                names.push(name.clone());
                let pointer = format!("{}/{}", place.pointer, escape(&name));
                next.push((
                    ValuePlace {
                        pointer,
                        names,
                        is_group: false,
                    },
                    child,
                ));
            }
        }
        places = next;
    }
    places
}
