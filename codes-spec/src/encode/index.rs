//! Builds the indexes: from statuses, codes and names to rows.

use std::cmp::Ordering;
use std::collections::HashMap;

use codes_core::hash;
use codes_core::index::{IntegerSlot, Rows, RowsRef, TextSlot};

use crate::encode::encoded::Encoded;
use crate::encode::slots;
use crate::table::Table;
use crate::table::status::Status;

/// Lists of rows. `reference` reuses an equal list that it has added before; `push` always adds one.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) ends: Vec<u8>,
    pub(super) rows: Vec<u8>,
    known: HashMap<Vec<u16>, u16>,
}

impl Lists {
    /// Adds a list and returns its number.
    pub(super) fn push(&mut self, rows: &[u16]) -> u16 {
        for row in rows {
            self.rows.extend(row.to_le_bytes());
        }
        self.ends.extend((self.rows.len() as u32 / 2).to_le_bytes());
        (self.ends.len() / 4 - 1) as u16
    }

    /// Returns a reference to a single row, or to a list of several.
    fn reference(&mut self, rows: &[u16]) -> Option<RowsRef> {
        match rows {
            [] => None,
            [one] => Some(Rows::One(*one).reference()),
            several => {
                if let Some(&list) = self.known.get(several) {
                    return Some(Rows::List(list).reference());
                }
                let list = self.push(several);
                self.known.insert(several.to_vec(), list);
                Some(Rows::List(list).reference())
            }
        }
    }
}

/// Writes a reference for each status that a row lists as a single number: to the status's rows without a code,
/// or to all its rows if every one has a code.
pub(super) fn index_statuses(table: &Table<'_>, lists: &mut Lists, out: &mut Encoded) {
    let mut rows: Vec<Vec<u16>> = vec![Vec::new(); 1000];
    for (i, row) in (0u16..).zip(&table.rows) {
        for status in row.statuses.iter().filter_map(Status::single) {
            let rows = &mut rows[usize::from(status)];
            // a row can list a status twice, as `404` and as `404-404`
            if rows.last() != Some(&i) {
                rows.push(i);
            }
        }
    }
    for rows in &mut rows {
        let uncoded: Vec<u16> = rows
            .iter()
            .copied()
            .filter(|&row| table.rows[usize::from(row)].code.is_none())
            .collect();
        if !uncoded.is_empty() {
            *rows = uncoded;
        }
    }
    let named = |rows: &Vec<u16>| !rows.is_empty();
    let (Some(first), Some(last)) = (rows.iter().position(named), rows.iter().rposition(named))
    else {
        return;
    };
    out.first_status = first as u16;
    for rows in &rows[first..=last] {
        out.statuses
            .extend(RowsRef::to_bytes(lists.reference(rows)));
    }
}

/// A key of an index.
#[derive(Clone, Copy)]
pub(super) enum IndexKey<'t> {
    /// A text, and its offset in the table's text.
    Text(&'t str, u32),
    Integer(i64),
}

/// An index.
#[derive(Default)]
pub(super) struct Index {
    pub(super) seeds: Vec<u8>,
    pub(super) slots: Vec<u8>,
}

/// Builds the index of rows by their keys, which are all of one type.
pub(super) fn index(keys: &[(u16, IndexKey<'_>)], lists: &mut Lists) -> Index {
    let mut keyed = group(keys);
    let mut index = Index::default();
    let hashes: Vec<u64> = keyed.iter().map(|keyed| keyed.hash).collect();
    let empty = match keys.first() {
        None => return index,
        Some((_, IndexKey::Text(..))) => &[0; TextSlot::LEN][..],
        Some((_, IndexKey::Integer(_))) => &[0; IntegerSlot::LEN],
    };
    if let Some(chosen) = slots::choose(&hashes) {
        for seed in chosen.seeds {
            index.seeds.extend(seed.to_le_bytes());
        }
        for key in chosen.keys {
            match key {
                Some(key) => index.write(&keyed[key], lists),
                None => index.slots.extend(empty),
            }
        }
    } else {
        keyed.sort_by(|one, other| one.key.cmp(&other.key));
        for keyed in &keyed {
            index.write(keyed, lists);
        }
    }
    index
}

/// A key, and the rows that have it.
struct Keyed<'t> {
    key: IndexKey<'t>,
    hash: u64,
    rows: Vec<u16>,
}

/// Returns each key once, with its rows. Without optimization, as macros run, the standard hash map takes
/// ten times as long.
fn group<'t>(keys: &[(u16, IndexKey<'t>)]) -> Vec<Keyed<'t>> {
    let mut keyed: Vec<Keyed<'_>> = Vec::with_capacity(keys.len());
    let mut slots = vec![usize::MAX; (2 * keys.len()).next_power_of_two()];
    for &(row, key) in keys {
        let hash = key.hash();
        let mut at = hash as usize & (slots.len() - 1);
        loop {
            match keyed.get_mut(slots[at]) {
                None => {
                    slots[at] = keyed.len();
                    keyed.push(Keyed {
                        key,
                        hash,
                        rows: vec![row],
                    });
                    break;
                }
                Some(known) if known.hash == hash && known.key.cmp(&key).is_eq() => {
                    // with `hex8`, a row can have both forms of one code
                    if known.rows.last() != Some(&row) {
                        known.rows.push(row);
                    }
                    break;
                }
                Some(_) => at = (at + 1) & (slots.len() - 1),
            }
        }
    }
    keyed
}

impl IndexKey<'_> {
    fn hash(&self) -> u64 {
        match self {
            IndexKey::Text(text, _) => hash::of_text(text.as_bytes()),
            IndexKey::Integer(integer) => hash::of_integer(*integer),
        }
    }

    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (IndexKey::Text(text, _), IndexKey::Text(other, _)) => text.cmp(other),
            (IndexKey::Integer(integer), IndexKey::Integer(other)) => integer.cmp(other),
            (IndexKey::Integer(_), IndexKey::Text(..)) => Ordering::Less,
            (IndexKey::Text(..), IndexKey::Integer(_)) => Ordering::Greater,
        }
    }
}

impl Index {
    fn write(&mut self, keyed: &Keyed<'_>, lists: &mut Lists) {
        let rows = lists.reference(&keyed.rows);
        match keyed.key {
            IndexKey::Text(text, start) => {
                let len = text.len() as u16;
                self.slots.extend(TextSlot { rows, start, len }.to_bytes());
            }
            IndexKey::Integer(integer) => {
                self.slots.extend(IntegerSlot { rows, integer }.to_bytes());
            }
        }
    }
}
