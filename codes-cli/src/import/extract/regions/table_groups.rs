//! Tables one after another that name their groups in the headings of their codes: `Pump error code | Meaning`,
//! `Valve error code | Meaning`

use std::collections::HashSet;

use crate::import::extract::regions::region::{Part, Region};
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::columns::Reason;
use crate::import::roles::role::Role;

/// Adds headings above tables that follow each other and differ only in the heading of the codes, if there is a heading
/// above the first.
pub(super) fn read(parts: Vec<Part>) -> Vec<Part> {
    let mut read = Vec::with_capacity(parts.len());
    let mut level = None;
    let mut tables: Vec<Region> = Vec::new();
    for part in parts {
        match part {
            Part::Region(region) => {
                let is_next = |first: &Region| differ_in(first, &region).is_some();
                if !tables.first().is_none_or(is_next) {
                    end_tables(&mut tables, level, &mut read);
                }
                tables.push(region);
            }
            part => {
                end_tables(&mut tables, level, &mut read);
                if let Part::Block(Block::Heading(above, _)) = &part {
                    level = Some(*above);
                }
                read.push(part);
            }
        }
    }
    end_tables(&mut tables, level, &mut read);
    read
}

/// Returns the column of codes if only its heading differs.
fn differ_in(one: &Region, other: &Region) -> Option<usize> {
    let heads = || one.head.iter().zip(&other.head);
    let at = heads().position(|(one, other)| one.plain != other.plain)?;
    let is_named = |region: &Region| {
        region.roles.get(at) == Some(&Role::Code)
            && region.reasons.get(at) == Some(&Reason::Heading)
            && !region.head[at].is_empty()
    };
    let is_only = heads()
        .skip(at + 1)
        .all(|(one, other)| one.plain == other.plain);
    (one.head.len() == other.head.len() && is_only && is_named(one) && is_named(other))
        .then_some(at)
}

fn end_tables(tables: &mut Vec<Region>, level: Option<u8>, read: &mut Vec<Part>) {
    let at = match &tables[..] {
        [first, second, ..] => differ_in(first, second),
        _ => None,
    };
    let heading = |region: &Region| -> Option<Text> { region.head.get(at?).cloned() };
    let names: HashSet<String> = tables
        .iter()
        .filter_map(|table| Some(heading(table)?.plain))
        .collect();
    let level = level.filter(|_| names.len() == tables.len());
    for region in tables.drain(..) {
        if let (Some(level), Some(heading)) = (level, heading(&region)) {
            read.push(Part::Block(Block::Heading(level + 1, heading)));
        }
        read.push(Part::Region(region));
    }
}
