//! The index, which maps a key to rows.
//!
//! An index consists of slots, each with a key and a reference to its rows. The reference of an empty slot is zero.
//! The writer chooses seeds, about one for every four keys, so that every key has a slot of its
//! own; see [`crate::hash`]. If it finds no such seeds, the index has none and is sorted by key.

use core::num::NonZeroU16;

/// The size of a seed in bytes.
pub const SEED_LEN: usize = 2;

/// The slot of a key that is a part of the table's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextSlot {
    /// The rows, or `None` if the slot is empty.
    pub rows: Option<RowsRef>,
    /// The offset of the key in the table's text.
    pub start: u32,
    /// The number of bytes of the key.
    pub len: u16,
}

impl TextSlot {
    /// The size of a slot in bytes.
    pub const LEN: usize = 8;

    /// Reads a slot.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the parts of a number")]
    pub const fn from_bytes(bytes: [u8; Self::LEN]) -> Self {
        let slot = u64::from_le_bytes(bytes);
        TextSlot {
            rows: RowsRef::from_bytes((slot as u16).to_le_bytes()),
            len: (slot >> 16) as u16,
            start: (slot >> 32) as u32,
        }
    }

    /// Writes a slot.
    pub fn to_bytes(self) -> [u8; Self::LEN] {
        let rows = u16::from_le_bytes(RowsRef::to_bytes(self.rows));
        let slot = u64::from(rows) | u64::from(self.len) << 16 | u64::from(self.start) << 32;
        slot.to_le_bytes()
    }
}

/// The slot of an integer key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntegerSlot {
    /// The rows, or `None` if the slot is empty.
    pub rows: Option<RowsRef>,
    /// The key.
    pub integer: i64,
}

impl IntegerSlot {
    /// The size of a slot in bytes.
    pub const LEN: usize = 10;

    /// Reads a slot.
    #[inline]
    pub fn from_bytes(bytes: [u8; Self::LEN]) -> Self {
        let (rows, integer) = bytes.split_at(2);
        IntegerSlot {
            rows: rows
                .first_chunk()
                .and_then(|rows| RowsRef::from_bytes(*rows)),
            integer: integer
                .first_chunk()
                .map_or(0, |bytes| i64::from_le_bytes(*bytes)),
        }
    }

    /// Writes a slot.
    pub fn to_bytes(self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        bytes[..2].copy_from_slice(&RowsRef::to_bytes(self.rows));
        bytes[2..].copy_from_slice(&self.integer.to_le_bytes());
        bytes
    }
}

/// A reference to one row, or to a list of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowsRef(NonZeroU16);

/// The rows of a [`RowsRef`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// The row with this number.
    One(u16),
    /// The rows in the list with this number.
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

    /// Writes a reference, or zeros if there are no rows.
    pub const fn to_bytes(rows: Option<Self>) -> [u8; 2] {
        match rows {
            Some(RowsRef(number)) => number.get().to_le_bytes(),
            None => [0; 2],
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
    /// Returns a reference to these rows.
    ///
    /// # Panics
    ///
    /// Panics if the number of the row is 65,535; a table has at most 20,000 rows.
    pub const fn reference(self) -> RowsRef {
        let number = match self {
            Rows::One(row) => row + 1,
            Rows::List(list) => list | RowsRef::LIST,
        };
        RowsRef(NonZeroU16::new(number).expect("not zero"))
    }
}

/// The row lists that every table has, in order of their numbers.
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
    use super::{IntegerSlot, Rows, RowsRef, TextSlot};

    #[test]
    fn references_are_read_as_written() {
        for rows in [
            Rows::One(0),
            Rows::One(19_999),
            Rows::List(0),
            Rows::List(0x7fff),
        ] {
            let bytes = RowsRef::to_bytes(Some(rows.reference()));
            assert_eq!(RowsRef::from_bytes(bytes).map(RowsRef::rows), Some(rows));
        }
        assert_eq!(RowsRef::from_bytes(RowsRef::to_bytes(None)), None);
    }

    #[test]
    fn slots_are_read_as_written() {
        let rows = Some(Rows::List(258).reference());
        let text = TextSlot {
            rows,
            start: 0x0102_0304,
            len: 0x0506,
        };
        assert_eq!(TextSlot::from_bytes(text.to_bytes()), text);
        for integer in [i64::MIN, -2, 0, i64::MAX] {
            let slot = IntegerSlot { rows, integer };
            assert_eq!(IntegerSlot::from_bytes(slot.to_bytes()), slot);
        }
        assert_eq!(TextSlot::from_bytes([0; TextSlot::LEN]).rows, None);
        assert_eq!(IntegerSlot::from_bytes([0; IntegerSlot::LEN]).rows, None);
    }
}
