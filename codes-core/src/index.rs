//! The index: from the hash of a key to rows.
//!
//! An index is a hash table with open addressing; its number of slots is a power of two. A slot
//! holds a fingerprint of the key's hash and a reference to the rows; an empty slot is all zeros.

use core::num::NonZeroU16;

/// The size of a slot in bytes. A slot is the fingerprint, followed by the [`RowsRef`].
pub const SLOT_LEN: usize = 4;

/// Returns the hash of a key. Every byte of the key counts.
#[inline]
pub fn hash(key: &[u8]) -> u64 {
    let (pairs, _) = key.as_chunks::<16>();
    let mut hash = key.len() as u64;
    for pair in &pairs[..key.len().saturating_sub(1) / 16] {
        hash = fold(hash, pair);
    }
    // the final 16 bytes are read from the end, so that all longer keys take the same path
    if let Some(pair) = key.last_chunk() {
        return fold(hash, pair);
    }
    let mut pair = [0; 16];
    pair[..key.len()].copy_from_slice(key);
    fold(hash, &pair)
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "both halves are used")]
fn fold(hash: u64, pair: &[u8; 16]) -> u64 {
    let pair = u128::from_le_bytes(*pair);
    let first = pair as u64 ^ hash ^ 0x9e37_79b9_7f4a_7c15;
    let last = (pair >> 64) as u64 ^ 0xd1b5_4a32_d192_ed03;
    let product = u128::from(first) * u128::from(last);
    product as u64 ^ (product >> 64) as u64
}

/// Returns the part of a hash that a slot holds.
#[inline]
pub const fn fingerprint(hash: u64) -> [u8; 2] {
    let [.., a, b] = hash.to_le_bytes();
    [a, b]
}

/// Returns the slot where the search for a hash begins. `slots` is a power of two.
#[inline]
#[expect(
    clippy::cast_possible_truncation,
    reason = "the hash is cut to the index"
)]
pub const fn first_slot(hash: u64, slots: usize) -> usize {
    hash as usize & (slots - 1)
}

/// A reference to one row, or to a list of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowsRef(NonZeroU16);

/// The rows of a [`RowsRef`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// The row of this number.
    One(u16),
    /// The rows in the list of this number.
    List(u16),
}

impl RowsRef {
    const LIST: u16 = 0x8000;

    /// Reads a reference, or returns `None` if it refers to no rows.
    #[inline]
    pub const fn from_bytes(bytes: [u8; 2]) -> Option<Self> {
        match NonZeroU16::new(u16::from_le_bytes(bytes)) {
            Some(number) => Some(RowsRef(number)),
            None => None,
        }
    }

    /// Returns the rows.
    #[inline]
    pub const fn rows(self) -> Rows {
        match self.0.get() {
            row @ ..Self::LIST => Rows::One(row - 1),
            list => Rows::List(list & !Self::LIST),
        }
    }
}

impl Rows {
    /// Writes a reference.
    pub const fn to_bytes(self) -> [u8; 2] {
        let number = match self {
            Rows::One(row) => row + 1,
            Rows::List(list) => list | RowsRef::LIST,
        };
        number.to_le_bytes()
    }
}

/// The lists that every table has, by their number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixedList {
    /// The rows with classes or ranges of statuses.
    StatusClasses,
    /// The rows with ranges or classes of codes.
    CodeRanges,
    /// The rows with neither status nor code.
    MessagesOnly,
}

impl FixedList {
    /// All lists, in order.
    pub const ALL: [Self; 3] = [
        FixedList::StatusClasses,
        FixedList::CodeRanges,
        FixedList::MessagesOnly,
    ];
}

#[cfg(test)]
mod tests {
    use super::{Rows, RowsRef, hash};

    #[test]
    fn references_are_read_as_written() {
        for rows in [
            Rows::One(0),
            Rows::One(19_999),
            Rows::List(0),
            Rows::List(0x7fff),
        ] {
            assert_eq!(
                RowsRef::from_bytes(rows.to_bytes()).map(RowsRef::rows),
                Some(rows)
            );
        }
        assert_eq!(RowsRef::from_bytes([0, 0]), None);
    }

    #[test]
    fn every_byte_counts() {
        for len in 1..70 {
            let key = [7; 70];
            let expected = hash(&key[..len]);
            assert_ne!(expected, hash(&key[..len - 1]));
            for at in 0..len {
                let mut other = key;
                other[at] = 8;
                assert_ne!(hash(&other[..len]), expected, "byte {at} of {len}");
            }
        }
    }
}
