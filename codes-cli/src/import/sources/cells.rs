//! The rows of a document → a table like those of pages, with the names of fields as headings.

use std::collections::{HashMap, HashSet};

use crate::import::model::page::PageTable;
use crate::import::model::text::Text;
use crate::import::roles::role::Role;

/// A fact of a row.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) heading: String,
    /// The key that the fact belongs to, if the document says so.
    pub(super) role: Option<Role>,
    pub(super) text: Text,
    /// The document has it as text, and not as a number or key.
    pub(super) is_text: bool,
}

impl Cell {
    /// A fact whose key is known.
    pub(super) fn known(heading: &str, role: Role, text: Text) -> Self {
        Cell {
            heading: heading.to_owned(),
            role: Some(role),
            text,
            is_text: true,
        }
    }
}

/// A table, and the roles of the columns for which the document determines the role.
#[derive(Debug, Default)]
pub(super) struct SourceTable {
    pub(super) table: PageTable,
    pub(super) roles: Vec<(String, Role)>,
    /// The headings of the columns that have nothing but text.
    pub(super) texts: HashSet<String>,
}

impl SourceTable {
    pub(super) fn of(rows: Vec<Vec<Cell>>) -> Self {
        let mut columns: HashMap<String, usize> = HashMap::new();
        let mut table = SourceTable::default();
        let mut numbers = HashSet::new();
        for row in rows {
            let mut cells = vec![Text::default(); table.table.head.len()];
            let mut used = HashSet::new();
            for cell in row.into_iter().filter(|cell| !cell.text.is_empty()) {
                let heading = unused(&cell.heading, &used);
                let at = *columns.entry(heading.clone()).or_insert_with(|| {
                    table.table.head.push(Text::plain(&heading));
                    table
                        .roles
                        .extend(cell.role.map(|role| (heading.clone(), role)));
                    table.table.head.len() - 1
                });
                cells.resize(cells.len().max(at + 1), Text::default());
                cells[at] = cell.text;
                if !cell.is_text {
                    numbers.insert(heading.clone());
                }
                used.insert(heading);
            }
            table.table.rows.push(cells);
        }
        let width = table.table.head.len();
        table
            .table
            .rows
            .iter_mut()
            .for_each(|row| row.resize(width, Text::default()));
        table.texts = columns
            .into_keys()
            .filter(|heading| !numbers.contains(heading))
            .collect();
        table
    }
}

/// Returns a heading that the row does not have yet, with a number if the row already has this one.
fn unused(heading: &str, used: &HashSet<String>) -> String {
    let heading = if heading.trim().is_empty() {
        "value"
    } else {
        heading.trim()
    };
    if !used.contains(heading) {
        return heading.to_owned();
    }
    let mut number = 2;
    loop {
        let numbered = format!("{heading} {number}");
        if !used.contains(&numbered) {
            return numbered;
        }
        number += 1;
    }
}
