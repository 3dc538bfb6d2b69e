//! Builds the indexes: from statuses, codes and names to rows.

use std::borrow::Cow;
use std::collections::HashMap;

use codes_core::index::{Rows, SLOT_LEN, fingerprint, first_slot, hash};

use crate::encode::encoded::Encoded;
use crate::table::Table;
use crate::table::code::Code;
use crate::table::status::Status;
use crate::table::vocabulary::CodeFormat;

/// Returns the key by which a code is found. Classes are not indexed, nor ranges, unless they cover one
/// integer.
pub(super) fn key<'r>(code: &'r Code<'_>, format: CodeFormat) -> Option<Cow<'r, [u8]>> {
    match code {
        Code::Text(text) => Some(text.as_bytes().into()),
        Code::Class(_) => None,
        Code::Range(low, high, _) if low < high => None,
        Code::Int(int) | Code::Range(int, ..) => {
            Some(format.canonical(*int).to_le_bytes().to_vec().into())
        }
    }
}

/// Lists of rows, without duplicates.
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
    fn reference(&mut self, rows: &[u16]) -> Option<Rows> {
        match rows {
            [] => None,
            [one] => Some(Rows::One(*one)),
            several => {
                if let Some(&list) = self.known.get(several) {
                    return Some(Rows::List(list));
                }
                let list = self.push(several);
                self.known.insert(several.to_vec(), list);
                Some(Rows::List(list))
            }
        }
    }
}

/// Writes a reference to rows for each status that a row lists exactly: the rows without a code, or all
/// if every row has one.
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
        let rows = lists.reference(rows).map_or([0; 2], Rows::to_bytes);
        out.statuses.extend(rows);
    }
}

/// A key, and the rows that have it.
struct Keyed<'r> {
    key: Cow<'r, [u8]>,
    hash: u64,
    rows: Vec<u16>,
}

/// The content of a slot.
#[derive(Clone, Copy)]
struct Entry {
    hash: u64,
    first_row: u16,
    rows: Rows,
}

/// Builds the index of rows by their keys, at most half full.
pub(super) fn index(keys: Vec<(u16, Cow<'_, [u8]>)>, lists: &mut Lists) -> Vec<u8> {
    let mut entries = Vec::new();
    for keyed in group(keys) {
        if let Some(rows) = lists.reference(&keyed.rows) {
            entries.push(Entry {
                hash: keyed.hash,
                first_row: keyed.rows[0],
                rows,
            });
        }
    }
    if entries.is_empty() {
        return Vec::new();
    }
    let least = (2 * entries.len()).next_power_of_two();
    // more slots may separate colliding keys, unless their hashes are equal
    let mut sizes = (0..4).map(|doubled| least << doubled);
    sizes
        .find_map(|slots| place(&entries, slots, true))
        .or_else(|| place(&entries, least, false))
        .unwrap_or_default()
}

/// Returns each key once, with its rows. Without optimization, as macros run, the standard hash map takes
/// ten times as long.
fn group(keys: Vec<(u16, Cow<'_, [u8]>)>) -> Vec<Keyed<'_>> {
    let mut keyed: Vec<Keyed<'_>> = Vec::with_capacity(keys.len());
    let mut slots = vec![usize::MAX; (2 * keys.len()).next_power_of_two()];
    for (row, key) in keys {
        let hash = hash(&key);
        let mut at = first_slot(hash, slots.len());
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
                Some(known) if known.hash == hash && known.key == key => {
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

/// Places entries in slots. If `distinct` is set, returns `None` when a probe meets another key with
/// the same fingerprint and first row, because a reader could not tell them apart.
fn place(entries: &[Entry], slots: usize, distinct: bool) -> Option<Vec<u8>> {
    const EMPTY: [u8; SLOT_LEN] = [0; SLOT_LEN];
    let mut first_rows = vec![0; slots];
    let mut placed = vec![EMPTY; slots];
    for entry in entries {
        let [a, b] = fingerprint(entry.hash);
        let [c, d] = entry.rows.to_bytes();
        let mut at = first_slot(entry.hash, slots);
        while placed[at] != EMPTY {
            let [other_a, other_b, ..] = placed[at];
            if distinct && ([other_a, other_b], first_rows[at]) == ([a, b], entry.first_row) {
                return None;
            }
            at = (at + 1) & (slots - 1);
        }
        placed[at] = [a, b, c, d];
        first_rows[at] = entry.first_row;
    }
    Some(placed.into_flattened())
}

#[cfg(test)]
mod tests {
    use codes_core::index::Rows;

    use super::{Entry, place};

    #[test]
    fn indistinguishable_keys_get_more_slots() {
        let entry = |fingerprint: u64, slot: u64, first_row, rows| Entry {
            hash: fingerprint << 48 | slot,
            first_row,
            rows,
        };
        // they meet in two slots, and not in four
        let entries = [entry(7, 0, 3, Rows::One(3)), entry(7, 2, 3, Rows::List(2))];
        assert_eq!(place(&entries, 2, true), None);
        assert_eq!(
            place(&entries, 4, true),
            Some(vec![7, 0, 4, 0, 0, 0, 0, 0, 7, 0, 2, 0x80, 0, 0, 0, 0])
        );
        assert!(place(&entries, 2, false).is_some());
        // another first row or another fingerprint makes the difference
        let row = [entry(7, 0, 3, Rows::One(3)), entry(7, 2, 5, Rows::One(5))];
        assert!(place(&row, 2, true).is_some());
        let print = [entry(7, 0, 3, Rows::One(3)), entry(8, 2, 3, Rows::One(5))];
        assert!(place(&print, 2, true).is_some());
    }
}
