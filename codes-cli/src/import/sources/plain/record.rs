//! A record of plain data → cells: nested mappings become `outer.inner`, lists become texts.

use crate::import::model::page::MAX_COLUMNS;
use crate::import::model::text::Text;
use crate::import::roles::mapping::{Mapping, Path, PathStep};
use crate::import::roles::role::Role;
use crate::import::sources::cells::Cell;
use crate::import::sources::plain::flat::Flat;
use crate::import::sources::plain::value_text::text_of;
use crate::import::sources::prose;
use crate::import::sources::tree::Value;

/// A row of plain data: an item of a list, or an entry of a mapping.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'v, 't> {
    pub(super) key: Option<&'v str>,
    pub(super) value: &'v Value<'t>,
}

/// The headings of facts that have no name of their own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names {
    pub(super) key: &'static str,
    pub(super) value: &'static str,
}

impl Record<'_, '_> {
    /// Returns the facts of the record: those that the author maps, then all others.
    pub(super) fn cells(&self, names: Names, mapping: &Mapping) -> Vec<Cell> {
        let mut cells = self.mapped(mapping);
        let is_mapped = |path: &Path| mapping.all_paths().any(|mapped| mapped == path);
        if let Some(key) = self.key.filter(|_| !is_mapped(&Path::Key)) {
            cells.push(Cell {
                heading: names.key.to_owned(),
                role: None,
                text: Text::plain(key),
                is_text: false,
            });
        }
        if !is_mapped(&Path::Value) {
            cells = Flat::read(names.value, self.value, cells, mapping);
        }
        join_surplus(&mut cells);
        cells
    }

    fn mapped(&self, mapping: &Mapping) -> Vec<Cell> {
        let roles = [
            ("--code", Role::Code),
            ("--status", Role::Status),
            ("--title", Role::Title),
            ("--description", Role::Description),
        ];
        let keys = mapping.paths().filter_map(|(option, path)| {
            let (_, role) = roles.iter().find(|(name, _)| *name == option)?;
            Some((path, *role, role.key()))
        });
        let fields = mapping.fields.iter();
        let fields = fields.map(|(name, path)| (path, Role::Field, name.as_str()));
        let cell = |(path, role, heading): (&Path, Role, &str)| {
            let (text, is_text) = self.at(path)?;
            Some(Cell {
                heading: heading.to_owned(),
                role: Some(role),
                text: if role == Role::Code {
                    prose::code(text.trim())
                } else {
                    prose::plain(&text)
                },
                is_text,
            })
        };
        keys.chain(fields).filter_map(cell).collect()
    }

    /// Returns the value at a path from the command line as text, and whether it is a string in the document.
    pub(super) fn at(&self, path: &Path) -> Option<(String, bool)> {
        let steps = match path {
            Path::Key => return Some((self.key?.to_owned(), false)),
            Path::Number => return None,
            Path::Value => &Vec::new(),
            Path::Steps(steps) => steps,
        };
        let found: Vec<_> = select(self.value, steps)
            .into_iter()
            .filter_map(text_of)
            .collect();
        let is_text = found.iter().all(|(_, is_text)| *is_text);
        let texts = found.into_iter().map(|(text, _)| text.into_owned());
        let text = texts.collect::<Vec<_>>().join(", ");
        (!text.is_empty()).then_some((text, is_text))
    }
}

/// Returns the values at the end of a path.
pub(super) fn select<'v, 't>(root: &'v Value<'t>, steps: &[PathStep]) -> Vec<&'v Value<'t>> {
    let mut found = vec![root];
    for step in steps {
        found = found
            .into_iter()
            .flat_map(|value| children(value, step))
            .map(|(_, value)| value)
            .collect();
    }
    found
}

/// Returns the values that a step leads to, with their keys.
pub(super) fn children<'v, 't>(
    value: &'v Value<'t>,
    step: &PathStep,
) -> Vec<(Option<&'v str>, &'v Value<'t>)> {
    match (step, value) {
        (PathStep::Each, Value::List(items)) => items.iter().map(|item| (None, item)).collect(),
        (PathStep::Each, Value::Map(entries)) => entries
            .iter()
            .map(|(key, value)| (Some(&**key), value))
            .collect(),
        (PathStep::Key(key), Value::List(items)) => {
            let item = key.parse::<usize>().ok().and_then(|at| items.get(at));
            item.map(|item| (None, item)).into_iter().collect()
        }
        (PathStep::Key(key), _) => value
            .get(key)
            .map(|value| (None, value))
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

/// Joins the facts that exceed the maximum number of columns.
fn join_surplus(cells: &mut Vec<Cell>) {
    if cells.len() < MAX_COLUMNS {
        return;
    }
    let surplus = cells.split_off(MAX_COLUMNS - 1);
    let texts = surplus
        .into_iter()
        .map(|cell| Text::plain(&format!("{}: {}", cell.heading, cell.text.plain)));
    let text = Text::join(texts, " | ");
    cells.push(Cell::known("additional values", Role::Field, text));
}
