//! The tables of a page that are tables of codes.

use std::collections::HashMap;

use crate::import::extract::regions::{Part, Region, Settings};
use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::columns::{self, Reading};

/// Reads the tables. The roles of tables with the same headings are decided together, over all their values.
pub(super) fn read(mut blocks: Vec<Block>, settings: &Settings<'_>) -> Vec<Part> {
    for block in &mut blocks {
        if let Block::Table(table) = block
            && table.head.iter().all(Text::is_empty)
            && columns::has_head_line(&table.rows)
        {
            table.head = table.rows.remove(0);
        }
    }
    let mut readings = readings(&blocks, settings).into_iter();
    let part = |block| match block {
        Block::Table(table) => match readings.next().flatten() {
            Some(reading) => Part::Region(Region {
                head: table.head,
                rows: table.rows,
                roles: reading.roles,
                reasons: reading.reasons,
                doubts: reading.doubts,
                is_list: false,
            }),
            None => Part::Block(Block::Table(table)),
        },
        block => Part::Block(block),
    };
    blocks.into_iter().map(part).collect()
}

/// Returns the roles of the columns of each table.
fn readings(blocks: &[Block], settings: &Settings<'_>) -> Vec<Option<Reading>> {
    let tables: Vec<&PageTable> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect();
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
    for group in alike.into_values() {
        let members: Vec<_> = group.iter().map(|at| tables[*at]).collect();
        let mut reading = of(&members, settings);
        for at in group {
            readings[at].clone_from(&reading);
            // a doubt about several tables is reported once
            if let Some(reading) = &mut reading {
                reading.doubts.clear();
            }
        }
    }
    readings
}

fn decide(head: &[Text], rows: &[&[Text]], settings: &Settings<'_>) -> Option<Reading> {
    let given = settings.choices.of_columns(head);
    columns::read(head, rows, settings.is_http, &given)
}

/// Whether a table is one of codes.
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
