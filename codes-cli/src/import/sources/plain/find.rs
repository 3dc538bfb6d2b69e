//! Finds the lists and mappings of plain data that are tables of codes.

use codes_spec::MAX_ROWS;

use crate::import::roles::choices::Choices;
use crate::import::roles::error_names;
use crate::import::roles::mapping::escape;
use crate::import::roles::status;
use crate::import::roles::vocabulary;
use crate::import::sources::cells::SourceTable;
use crate::import::sources::format::Syntax;
use crate::import::sources::plain::evidence::{self, Evidence};
use crate::import::sources::plain::keys::{drop_keys, names_of};
use crate::import::sources::plain::lossy;
use crate::import::sources::plain::record::{Names, Record};
use crate::import::sources::plain::shape::{
    MAX_DEPTH, are_groups_of_texts, holds_errors, most, records,
};
use crate::import::sources::prose;
use crate::import::sources::tree::Value;

/// A list or mapping that is a table of codes.
#[derive(Debug)]
pub(super) struct Found {
    /// The JSON pointer to it.
    pub(super) pointer: String,
    /// Its name in the document, by which `--table` selects it.
    pub(super) label: String,
    pub(super) table: SourceTable,
    pub(super) evidence: Evidence,
    /// The codes that were parsed as fractions and may have lost digits: `1.10` becomes `1.1`.
    pub(super) fractions: Vec<String>,
    /// The paths of keys that are given twice.
    pub(super) repeated_keys: Vec<String>,
    /// The number of rows in the document. No more of them are read than a spec may have.
    pub(super) rows: usize,
}

pub(super) struct Finder<'c> {
    pub(super) choices: &'c Choices,
    pub(super) syntax: Syntax,
    pub(super) found: Vec<Found>,
    /// The pointers to lists or mappings of groups of codes in which the groups have codes of their own.
    pub(super) group_codes: Vec<String>,
    /// The pointers to the parts without codes, with the number of values in each.
    pub(super) others: Vec<(String, usize)>,
}

/// Where a value is in the document.
#[derive(Clone, Debug, Default)]
pub(super) struct ValuePlace {
    pub(super) pointer: String,
    /// The keys and names that lead to it, outermost first.
    pub(super) names: Vec<String>,
    /// The value is one of several groups of codes.
    pub(super) is_group: bool,
}

impl ValuePlace {
    /// The root of a document.
    pub(super) fn root(name: &str) -> ValuePlace {
        ValuePlace {
            names: vec![name.to_owned()],
            ..ValuePlace::default()
        }
    }

    fn below(&self, key: &str, name: Option<&str>) -> ValuePlace {
        let mut names = self.names.clone();
        names.extend(name.map(str::to_owned));
        ValuePlace {
            pointer: format!("{}/{}", self.pointer, escape(key)),
            names,
            is_group: false,
        }
    }

    /// Returns the innermost name that says more than `codes` or `errors`, or else the innermost name.
    pub(super) fn label(&self) -> String {
        let mut names = self.names.iter().skip(1).rev();
        let own = names.clone().next();
        let telling = names.find(|name| !error_names::is_generic(name));
        telling.or(own).cloned().unwrap_or_default()
    }
}

impl Finder<'_> {
    pub(super) fn visit(&mut self, value: &Value<'_>, place: &ValuePlace) {
        let (before, others) = (self.found.len(), self.others.len());
        let records = records(value, place.is_group);
        let records_are = |are: fn(&[Record<'_, '_>]) -> bool| {
            records.as_ref().is_some_and(|(_, records)| are(records))
        };
        let are_texts = records_are(are_groups_of_texts);
        let has_groups = are_texts
            || records_are(|records| most(records.iter(), |record| holds_errors(record.value, 0)));
        // search groups first, since groups with codes of their own look like rows
        if has_groups && place.names.len() <= MAX_DEPTH {
            self.visit_children(value, place, are_texts);
        }
        if self.found.len() > before {
            let records = records.iter().flat_map(|(_, records)| records);
            let mut keys = records.flat_map(|record| record.value.entries());
            if keys.any(|(key, value)| vocabulary::is_code_heading(key) && value.scalar().is_some())
            {
                self.group_codes.push(place.pointer.clone());
            }
            return;
        }
        if let Some((names, records)) = records
            && self.add(names, &records, place)
        {
            return;
        }
        if !has_groups && place.names.len() <= MAX_DEPTH {
            self.visit_children(value, place, false);
        }
        // without codes inside, list this part instead of its inner parts
        if self.found.len() == before {
            self.others.truncate(others);
            self.others.push((place.pointer.clone(), value.count()));
        }
    }

    fn visit_children(&mut self, value: &Value<'_>, place: &ValuePlace, is_group: bool) {
        for (key, value) in value.entries() {
            let place = place.below(key, Some(key));
            self.visit(value, &ValuePlace { is_group, ..place });
        }
        for (at, item) in value.items().iter().enumerate() {
            if matches!(item, Value::Map(_) | Value::List(_)) {
                let name = ["name", "title", "group", "category", "class", "id"]
                    .iter()
                    .find_map(|key| item.text(key));
                self.visit(item, &place.below(&at.to_string(), name));
            }
        }
    }

    fn add(&mut self, names: Names, records: &[Record<'_, '_>], place: &ValuePlace) -> bool {
        if !may_be_codes(records, names, place, self.choices) {
            return false;
        }
        let names = names_of(names, records, &place.names);
        let read = records.iter().take(MAX_ROWS);
        let rows = read.map(|record| record.cells(names, &self.choices.mapping));
        let mut table = SourceTable::of(drop_keys(rows.collect(), names));
        let names: Vec<_> = place.names.iter().map(String::as_str).collect();
        let evidence = evidence::of(&table.table, &names, self.choices, &table.roles);
        let Some((evidence, code)) = evidence else {
            return false;
        };
        let mut fractions = Vec::new();
        if let Some(column) = code {
            let heading = table.table.head[column].plain.clone();
            fractions = lossy::fractions(&table, &heading, records, self.syntax);
            keep_codes(&mut table, column);
        }
        self.found.push(Found {
            fractions,
            repeated_keys: lossy::repeated_keys(&place.pointer, records),
            pointer: place.pointer.clone(),
            label: place.label(),
            table,
            evidence,
            rows: records.len(),
        });
        true
    }
}

/// Whether a heading or a name suggests codes, so that it is worth building a table.
fn may_be_codes(
    records: &[Record<'_, '_>],
    names: Names,
    place: &ValuePlace,
    choices: &Choices,
) -> bool {
    const SAMPLES: usize = 50;
    if !choices.mapping.is_empty() || !choices.columns.is_empty() {
        return true;
    }
    let of_errors = place
        .names
        .iter()
        .any(|name| error_names::names_errors(name));
    let is_code = |heading: &str| {
        vocabulary::is_code_heading(heading)
            || vocabulary::is_http_heading(heading)
            || error_names::names_errors(heading)
    };
    let mut sample = records.iter().take(SAMPLES);
    of_errors
        || sample.any(|record| {
            let cells = record.cells(names, &choices.mapping);
            cells.iter().any(|cell| is_code(&cell.heading))
        })
}

/// Turns codes that contain spaces or end with punctuation into code spans, so that they are still read as codes.
fn keep_codes(table: &mut SourceTable, column: usize) {
    for cell in table
        .table
        .rows
        .iter_mut()
        .filter_map(|row| row.get_mut(column))
    {
        if !cell.is_empty() && !status::is_token(&cell.plain) {
            *cell = prose::code(&cell.plain);
        }
    }
}
