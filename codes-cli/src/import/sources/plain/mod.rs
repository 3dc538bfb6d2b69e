//! Plain data: lists and mappings of records. The keys of fields are found by their names, as on pages, or given in
//! options.

mod evidence;
mod find;
mod flat;
mod record;
mod shape;
mod value_text;

use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::mapping::{Path, PathStep, escape};
use crate::import::roles::status;
use crate::import::sources::cells::SourceTable;
use crate::import::sources::document::{Document, ImportError, Source};
use crate::import::sources::prose;
use crate::import::sources::tree::Value;
use crate::messages::source_notes::{SourceDoubt, SourceSkip};
use crate::messages::sources::{self as messages, LookedFor};
use evidence::Evidence;
use find::{Finder, Found, ValuePlace};
use record::{Names, Record};

/// Reads plain data.
pub(super) fn read(document: &Document<'_>, root: &Value<'_>) -> Result<Source, ImportError> {
    let choices = document.choices;
    let Finder {
        mut found,
        group_codes,
        others: mut skipped,
        ..
    } = find(document, root)?;
    skipped.retain(|(_, values)| *values > 1);
    let best = found.iter().map(|found| found.evidence).max();
    let Some(best) = best else {
        return Err(document.without_codes(document.kind(), &LookedFor::Records));
    };
    if choices.choose_tables() {
        document.select(&mut found, |found| &found.label)?;
    } else {
        found.retain(|found| {
            let is_kept = found.evidence == best;
            skipped.extend((!is_kept).then(|| (found.pointer.clone(), found.rows)));
            is_kept
        });
    }
    let rows = found.iter().map(|found| found.rows).sum();
    let pointers: Vec<_> = found.iter().map(|found| shown(&found.pointer)).collect();
    let doubts = match best {
        Evidence::Code if !choices.choose_tables() => pointers
            .iter()
            .cloned()
            .map(SourceDoubt::NotErrors)
            .collect(),
        _ => Vec::new(),
    };
    let mut source = Source::new(document.kind(), messages::rows_at(rows, &pointers), rows);
    source.doubts = doubts;
    let group_codes = group_codes.iter().take(1).map(|pointer| shown(pointer));
    source
        .doubts
        .extend(group_codes.map(SourceDoubt::GroupCodes));
    source
        .skipped
        .extend((!skipped.is_empty()).then_some(SourceSkip::Parts(skipped)));
    source.page.title = root.text("title").map(str::to_owned);
    source.page.about = root
        .text("description")
        .map(|about| prose::plain(about).plain);
    add_tables(&mut source, found);
    Ok(source)
}

fn find<'d>(document: &Document<'d>, root: &Value<'_>) -> Result<Finder<'d>, ImportError> {
    let mut finder = Finder {
        choices: document.choices,
        found: Vec::new(),
        group_codes: Vec::new(),
        others: Vec::new(),
    };
    match &document.choices.mapping.rows {
        Some(rows) => finder.found = chosen_rows(document, root, rows)?,
        None => finder.visit(root, &ValuePlace::root(document.stem())),
    }
    Ok(finder)
}

/// Adds the tables, with headings if there are several, or if the label starts with a status.
fn add_tables(source: &mut Source, found: Vec<Found>) {
    let several = found.len() > 1;
    for Found { label, table, .. } in found {
        if several || status::leading_statuses(&label).is_some() {
            source
                .page
                .blocks
                .push(Block::Heading(2, Text::plain(&label)));
        }
        source.add(table);
    }
}

fn shown(pointer: &str) -> String {
    if pointer.is_empty() {
        "/".to_owned()
    } else {
        pointer.to_owned()
    }
}

/// Returns the tables at the path that the author gives.
fn chosen_rows(
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
    let names = Names {
        key: "key",
        value: "value",
    };
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
        let rows = records
            .iter()
            .map(|record| record.cells(names, mapping))
            .collect();
        found.push(Found {
            pointer: place.pointer.clone(),
            label: place.label(),
            table: SourceTable::of(rows),
            evidence: Evidence::Error,
            rows: records.len(),
        });
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
    let fields = mapping.fields.iter().map(|(_, path)| ("--field", path));
    let mut options = mapping.paths().chain(fields).zip(used);
    match options.find(|((option, _), used)| !used && *option != "--rows") {
        Some(((option, path), _)) => Err(unknown(option, path).into()),
        None => Ok(found),
    }
}

/// Returns the values at a path given in an option, and their places.
fn places<'v, 't>(root: &'v Value<'t>, steps: &[PathStep]) -> Vec<(ValuePlace, &'v Value<'t>)> {
    let start = ValuePlace {
        pointer: String::new(),
        names: vec![String::new()],
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
                next.push((ValuePlace { pointer, names }, child));
            }
        }
        places = next;
    }
    places
}
