//! Tables of messages below headings that are statuses: `## 400 Bad Request`, and below it `| Message | Cause |`

use std::collections::HashMap;

use crate::import::extract::regions::region::{Region, Settings};
use crate::import::extract::section;
use crate::import::model::page::{Block, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::{columns, message};

/// Returns the region of each table for which `is_left` is set, if it is such a table. Tables with the same headings
/// are read alike.
pub(super) fn read(
    blocks: &[Block],
    is_left: &[bool],
    settings: &Settings<'_>,
) -> Vec<Option<Region>> {
    let tables = below_statuses(blocks);
    let mut alike: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
    for (at, (table, statuses)) in tables.iter().enumerate() {
        if settings.is_http && is_left[at] && !statuses.is_empty() {
            let head = table.head.iter().map(|cell| cell.plain.as_str());
            alike.entry(head.collect()).or_default().push(at);
        }
    }
    let mut regions: Vec<Option<Region>> = tables.iter().map(|_| None).collect();
    for group in alike.into_values() {
        let head = &tables[group[0]].0.head;
        let rows = group.iter().flat_map(|at| &tables[*at].0.rows);
        let rows: Vec<&[Text]> = rows.map(Vec::as_slice).collect();
        let given = settings.choices.of_columns(head, head.len());
        let Some(mut reading) = columns::read_messages(head, &rows, &given) else {
            continue;
        };
        for at in group {
            let (table, statuses) = &tables[at];
            regions[at] = Some(Region {
                head: table.head.clone(),
                rows: without_quotes(&table.rows, reading.messages),
                roles: reading.roles.clone(),
                reasons: reading.reasons.clone(),
                // a doubt about several tables is reported once
                doubts: std::mem::take(&mut reading.doubts),
                statuses: statuses.clone(),
                messages: reading.messages,
                is_list: false,
            });
        }
    }
    regions
}

/// Returns the tables, each with the statuses of the error that the heading above it is about.
fn below_statuses(blocks: &[Block]) -> Vec<(&PageTable, Vec<String>)> {
    let mut tables = Vec::new();
    let mut above: (u8, Vec<String>) = Default::default();
    for block in blocks {
        match block {
            Block::Heading(level, text) => match error_statuses(text) {
                Some(statuses) => above = (*level, statuses),
                // the statuses hold for the sections below their heading too
                None if above.0 < *level => {}
                None => above.1.clear(),
            },
            Block::Table(table) => tables.push((table, above.1.clone())),
            _ => {}
        }
    }
    tables
}

/// Returns the statuses of the error that a heading is about, which are none for other rows, or `None` if the heading is
/// no row.
pub(super) fn error_statuses(heading: &Text) -> Option<Vec<String>> {
    let row = section::row_of(heading, true)?;
    let is_error = |status: &String| status.starts_with(['4', '5']);
    let is_error = row.code.is_none() && row.statuses.iter().all(is_error);
    Some(if is_error { row.statuses } else { Vec::new() })
}

fn without_quotes(rows: &[Vec<Text>], messages: Option<usize>) -> Vec<Vec<Text>> {
    let mut rows = rows.to_vec();
    let cells = rows.iter_mut().filter_map(|row| row.get_mut(messages?));
    for cell in cells {
        if let Some(message) = message::quoted(cell) {
            *cell = Text::plain(message);
        }
    }
    rows
}
