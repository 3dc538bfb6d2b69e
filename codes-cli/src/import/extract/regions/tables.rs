//! The tables of a page that are tables of codes.

use std::collections::{HashMap, HashSet};

use crate::import::extract::regions::region::{Part, Region, Settings};
use crate::import::extract::regions::{
    blank_cells, footnotes, other_tables, quoted, status_tables,
};
use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::columns::{self, Reading};
use crate::import::roles::role::Role;
use crate::import::roles::status;
use crate::messages::doubts::Doubt;

/// Reads the tables. Columns of tables with the same headings get their roles together, from all the values.
pub(super) fn read(blocks: Vec<Block>, settings: &Settings<'_>) -> Vec<Part> {
    let mut blocks = continued(blocks);
    blocks.iter_mut().for_each(prepare);
    let mut readings = readings(&blocks, settings);
    let others = other_tables::leave_out(&blocks, &mut readings);
    let is_left: Vec<bool> = readings
        .iter()
        .zip(&others)
        .map(|(reading, other)| reading.is_none() && other.is_none())
        .collect();
    let mut below_statuses = status_tables::read(&blocks, &is_left, settings).into_iter();
    let mut readings = readings.into_iter().zip(others);
    let parts_of = |block| {
        let Block::Table(table) = block else {
            return vec![Part::Block(block)];
        };
        let (reading, other) = readings.next().unwrap_or_default();
        if let Some(region) = below_statuses.next().flatten() {
            return vec![Part::Region(region)];
        }
        if let Some(reading) = reading {
            let mut rows = table.rows;
            blank_cells::read(&mut rows, &reading.roles);
            let is_code = |role: &Role| *role == Role::Code;
            if let Some(at) = reading.roles.iter().position(is_code) {
                footnotes::remove(&mut rows, at);
            }
            let spaced = reading.spaced.into_iter();
            spaced.for_each(|at| as_code(&mut rows, at));
            return vec![Part::Region(Region {
                head: table.head,
                rows,
                roles: reading.roles,
                reasons: reading.reasons,
                doubts: reading.doubts,
                ..Region::default()
            })];
        }
        let key = || columns::key_heading(&table.head).map(Doubt::TableLeftOut);
        let doubt = other.map(Doubt::OtherTable).or_else(key);
        let doubt = doubt.map(Part::Doubt);
        let table = Part::Block(Block::Table(table));
        [table].into_iter().chain(doubt).collect()
    };
    blocks.into_iter().flat_map(parts_of).collect()
}

/// Finds the headings of a table in its first row, and removes the quotes of columns whose values all have them.
fn prepare(block: &mut Block) {
    let Block::Table(table) = block else {
        return;
    };
    if table.head.iter().all(Text::is_empty) && columns::has_head_line(&table.rows) {
        table.head = table.rows.remove(0);
    }
    quoted::read(table);
}

/// Joins tables that a page break divided: the header row of the second is the rest of the last row of the first.
fn continued(blocks: Vec<Block>) -> Vec<Block> {
    let mut read: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let Block::Table(below) = block else {
            read.push(block);
            continue;
        };
        let is_rest = below.head.first().is_some_and(Text::is_empty)
            && below.head.iter().any(|cell| !cell.is_empty());
        match read.last_mut() {
            Some(Block::Table(above)) if is_rest && above.head.len() == below.head.len() => {
                if let Some(last) = above.rows.last_mut() {
                    let cells = last.iter_mut().zip(&below.head);
                    cells.for_each(|(cell, rest)| cell.push(rest, " "));
                }
                above.rows.extend(below.rows);
            }
            _ => read.push(Block::Table(below)),
        }
    }
    read
}

/// Marks the cells of a column as code, since text with spaces is not a code otherwise.
fn as_code(rows: &mut [Vec<Text>], column: usize) {
    let cells = rows.iter_mut().filter_map(|row| row.get_mut(column));
    for cell in cells.filter(|cell| !cell.is_empty() && !cell.plain.contains('`')) {
        *cell = Text::markdown(&format!("`{}`", cell.plain));
    }
}

/// Returns the roles of the columns of each table, or `None` for a table without statuses and codes.
fn readings(blocks: &[Block], settings: &Settings<'_>) -> Vec<Option<Reading>> {
    let tables: Vec<&PageTable> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect();
    let mut unlike = HashSet::new();
    let mut alike: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
    let mut readings: Vec<Option<Reading>> = vec![None; tables.len()];
    for (at, table) in tables.iter().enumerate() {
        let head: Vec<_> = table.head.iter().map(|cell| cell.plain.as_str()).collect();
        if head.iter().all(|cell| cell.is_empty()) {
            readings[at] = of(&[table], settings);
        } else {
            alike.entry(head).or_default().push(at);
        }
    }
    let groups: Vec<_> = alike
        .into_values()
        .flat_map(|group| by_key(group, &tables, settings, &mut unlike))
        .collect();
    for group in groups {
        let members: Vec<_> = group.iter().map(|at| tables[*at]).collect();
        let mut reading = of(&members, settings);
        for at in group {
            readings[at].clone_from(&reading);
            if let Some(reading) = readings[at].as_mut().filter(|_| unlike.contains(&at)) {
                let column = reading.roles.iter().position(|role| *role == Role::Status);
                let name = column.and_then(|column| tables[at].head.get(column));
                let doubt = name.map(|name| Doubt::StatusesAndCodes(name.plain.clone()));
                reading.doubts.extend(doubt);
            }
            // a doubt about several tables is reported once
            if let Some(reading) = &mut reading {
                reading.doubts.clear();
            }
        }
    }
    readings
}

/// Splits tables with the same headings into tables of statuses and tables of codes, if there are both. The index of
/// the first table of statuses is added to `unlike`.
fn by_key(
    group: Vec<usize>,
    tables: &[&PageTable],
    settings: &Settings<'_>,
    unlike: &mut HashSet<usize>,
) -> Vec<Vec<usize>> {
    let has_statuses = |at: &usize| {
        of(&[tables[*at]], settings).map(|reading| reading.roles.contains(&Role::Status))
    };
    let found: Vec<_> = group.iter().map(has_statuses).collect();
    if !found.contains(&Some(true)) || !found.contains(&Some(false)) {
        return vec![group];
    }
    // the tables may have numbers of one kind, which look like statuses only in some of them
    let all: Vec<_> = group.iter().map(|at| tables[*at]).collect();
    let is_status = |reading: &Reading| reading.roles.iter().position(|role| *role == Role::Status);
    let of_first = group
        .iter()
        .find_map(|at| is_status(&of(&[tables[*at]], settings)?));
    let is_code = |reading: &Reading| of_first.is_some_and(|at| reading.roles[at] == Role::Code);
    let are_alike = of_first.is_some_and(|at| {
        let cells = all.iter().flat_map(|table| &table.rows);
        let mut cells = cells.filter_map(|row| row.get(at));
        cells.all(|cell| status::is_statuses(&cell.plain) || cell.is_empty())
    });
    if are_alike && of(&all, settings).is_some_and(|reading| is_code(&reading)) {
        return vec![group];
    }
    let (statuses, codes): (Vec<_>, Vec<_>) = group
        .into_iter()
        .zip(found)
        .partition(|(_, found)| *found == Some(true));
    let places = |part: Vec<(usize, Option<bool>)>| part.into_iter().map(|(at, _)| at).collect();
    let statuses: Vec<usize> = places(statuses);
    unlike.extend(statuses.first());
    vec![statuses, places(codes)]
}

fn decide(head: &[Text], rows: &[&[Text]], settings: &Settings<'_>) -> Option<Reading> {
    let width = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    let given = settings.choices.of_columns(head, width.max(head.len()));
    columns::read(head, rows, settings.is_http, &given)
}

/// Whether a table is a table of codes.
pub(super) fn is_region(table: &PageTable, settings: &Settings<'_>) -> bool {
    let rows: Vec<_> = table.rows.iter().map(Vec::as_slice).collect();
    let in_rows = table.head.iter().all(Text::is_empty) && columns::has_head_line(&table.rows);
    match table.rows.first() {
        Some(first) if in_rows => decide(first, &rows[1..], settings).is_some(),
        _ => decide(&table.head, &rows, settings).is_some(),
    }
}

fn of(tables: &[&PageTable], settings: &Settings<'_>) -> Option<Reading> {
    let rows: Vec<&[Text]> = tables
        .iter()
        .flat_map(|table| &table.rows)
        .map(Vec::as_slice)
        .collect();
    decide(&tables.first()?.head, &rows, settings)
}
