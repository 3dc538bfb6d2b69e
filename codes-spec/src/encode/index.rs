//! The indexes: from statuses, codes and names to rows.

use std::borrow::Cow;

use super::Encoded;
use crate::quick_map::QuickMap;
use crate::table::Table;
use crate::table::code::Code;
use crate::table::status::Status;
use crate::table::vocabulary::CodeFormat;

/// The bytes by which a code is found; a range is not found by them, unless it is of one integer.
pub(super) fn key<'r>(code: &'r Code<'_>, format: CodeFormat) -> Option<Cow<'r, [u8]>> {
    match code {
        Code::Text(text) => Some(text.as_bytes().into()),
        Code::Range(low, high, _) if low < high => None,
        Code::Int(int) | Code::Range(int, ..) => {
            Some(format.canonical(*int).to_le_bytes().to_vec().into())
        }
    }
}

/// Lists of rows, each once.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) ends: Vec<u8>,
    pub(super) rows: Vec<u8>,
    known: QuickMap<Vec<u16>, u16>,
}

impl Lists {
    pub(super) fn push(&mut self, rows: &[u16]) -> u16 {
        for row in rows {
            self.rows.extend(row.to_le_bytes());
        }
        self.ends.extend((self.rows.len() as u32 / 2).to_le_bytes());
        (self.ends.len() / 4 - 1) as u16
    }

    /// How a slot names rows: one by its number from 1 on, several by their list's number with the highest bit set.
    fn name(&mut self, rows: &[u16]) -> u16 {
        match rows {
            [] => 0,
            [one] => one + 1,
            several => {
                if let Some(&list) = self.known.get(several) {
                    return list;
                }
                let list = self.push(several) | 0x8000;
                self.known.insert(several.to_vec(), list);
                list
            }
        }
    }
}

/// The rows that a reply with a status and no code can mean, for each status that a row names itself: those without a
/// code, else all.
pub(super) fn write_statuses(table: &Table<'_>, lists: &mut Lists, out: &mut Encoded) {
    let mut rows: Vec<Vec<u16>> = vec![Vec::new(); 1000];
    for (i, row) in (0u16..).zip(&table.rows) {
        for status in row.statuses.iter().filter_map(Status::single) {
            let rows = &mut rows[usize::from(status)];
            // a row can name a status twice, as 404 and as 404-404
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
        out.statuses.extend(lists.name(rows).to_le_bytes());
    }
}

/// A key, and the rows that have it.
struct Keyed<'r> {
    key: Cow<'r, [u8]>,
    hash: u64,
    rows: Vec<u16>,
}

/// An index of rows and their keys by open addressing, at most half full; a slot of zeros is empty.
pub(super) fn slots(keys: Vec<(u16, Cow<'_, [u8]>)>, lists: &mut Lists) -> Vec<u8> {
    let keyed = group(keys);
    if keyed.is_empty() {
        return Vec::new();
    }
    let entries: Vec<_> = keyed
        .iter()
        .map(|keyed| (keyed.hash, keyed.rows[0], lists.name(&keyed.rows)))
        .collect();
    let least = (2 * entries.len()).next_power_of_two();
    // With more slots, other keys are neighbours; keys of one hash stay neighbours, however many slots there are.
    let mut sizes = (0..4).map(|doubled| least << doubled);
    sizes
        .find_map(|count| place(&entries, count, true))
        .or_else(|| place(&entries, least, false))
        .unwrap_or_default()
}

/// Each key once. Macros run without optimization, where a hash map costs ten times what this does.
fn group(keys: Vec<(u16, Cow<'_, [u8]>)>) -> Vec<Keyed<'_>> {
    let mut keyed: Vec<Keyed<'_>> = Vec::with_capacity(keys.len());
    let mut slots = vec![usize::MAX; (2 * keys.len()).next_power_of_two()];
    for (row, key) in keys {
        let hash = hash(&key);
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
                Some(known) if known.hash == hash && known.key == key => {
                    // under `hex8` a row can have one code in both its forms
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

/// Puts keys into slots: hash, first row, and the name of the rows. A reader knows a key by fingerprint and first row,
/// so none may stand before another that has both in common, unless that is let pass.
fn place(entries: &[(u64, u16, u16)], count: usize, distinct: bool) -> Option<Vec<u8>> {
    let mut first_rows = vec![0; count];
    let mut slots = vec![[0; 4]; count];
    for &(hash, first, rows) in entries {
        let [.., a, b] = hash.to_le_bytes();
        let [c, d] = rows.to_le_bytes();
        let mut at = hash as usize & (count - 1);
        while slots[at] != [0; 4] {
            let [other_a, other_b, ..] = slots[at];
            if distinct && ([other_a, other_b], first_rows[at]) == ([a, b], first) {
                return None;
            }
            at = (at + 1) & (count - 1);
        }
        slots[at] = [a, b, c, d];
        first_rows[at] = first;
    }
    Some(slots.into_flattened())
}

/// The hash of an index, over every byte; the runtime has it too.
pub fn hash(bytes: &[u8]) -> u64 {
    let (pairs, _) = bytes.as_chunks::<16>();
    let mut hash = bytes.len() as u64;
    for pair in &pairs[..bytes.len().saturating_sub(1) / 16] {
        hash = fold(hash, pair);
    }
    // the last ones from the end, so that keys of several lengths take one path
    if let Some(pair) = bytes.last_chunk() {
        return fold(hash, pair);
    }
    let mut pair = [0; 16];
    pair[..bytes.len()].copy_from_slice(bytes);
    fold(hash, &pair)
}

fn fold(hash: u64, pair: &[u8; 16]) -> u64 {
    let pair = u128::from_le_bytes(*pair);
    let first = pair as u64 ^ hash ^ 0x9e37_79b9_7f4a_7c15;
    let last = (pair >> 64) as u64 ^ 0xd1b5_4a32_d192_ed03;
    let product = u128::from(first) * u128::from(last);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn no_key_stands_before_one_that_looks_like_it() {
        let hash = |fingerprint: u64, low: u64| fingerprint << 48 | low;
        // they meet in two slots, and not in four
        let entries = [(hash(7, 0), 3, 4), (hash(7, 2), 3, 0x8002)];
        assert_eq!(place(&entries, 2, true), None);
        assert_eq!(
            place(&entries, 4, true),
            Some(vec![7, 0, 4, 0, 0, 0, 0, 0, 7, 0, 2, 0x80, 0, 0, 0, 0])
        );
        assert!(place(&entries, 2, false).is_some());
        // another first row, or another fingerprint, is told apart
        assert!(place(&[(hash(7, 0), 3, 4), (hash(7, 2), 5, 6)], 2, true).is_some());
        assert!(place(&[(hash(7, 0), 3, 4), (hash(8, 2), 3, 6)], 2, true).is_some());
    }
}
