//! Looks rows up by name, code or status.

use core::cmp::Ordering;

use codes_core::hash;
use codes_core::index::{IntegerSlot, Rows, RowsRef, SEED_LEN, TextSlot};

use crate::key::CodeKey;
use crate::row::Row;
use crate::table::Table;

impl Table {
    /// Returns the row with a name or former name.
    pub(crate) fn row_by_name(&'static self, name: &str) -> Option<Row> {
        let found = self.find_text(self.parts.names, self.parts.name_seeds, name)?;
        self.only_row(found)
    }

    /// Returns the rows with exactly this code. Ranges are not considered.
    #[inline]
    pub(crate) fn rows_by_code(&self, key: &CodeKey<'_>) -> Option<RowsRef> {
        let text = match key {
            CodeKey::Text(text) => text,
            CodeKey::Digits(digits) => digits.as_str(),
            CodeKey::Int(int) => return self.rows_by_integer_code(*int),
        };
        self.find_text(self.parts.codes, self.parts.code_seeds, text)
    }

    /// Returns the rows with exactly this code, which must be in canonical form.
    #[inline]
    fn rows_by_integer_code(&self, code: i64) -> Option<RowsRef> {
        let (slots, _) = self.parts.codes.as_chunks();
        let read = |slot: &[u8; IntegerSlot::LEN]| IntegerSlot::from_bytes(*slot);
        let slot = match place(self.parts.code_seeds, slots.len(), hash::of_integer(code)) {
            Some(place) => read(slots.get(place)?),
            None => read(sorted(slots, |slot| read(slot).integer.cmp(&code))?),
        };
        slot.rows.filter(|_| slot.integer == code)
    }

    /// Returns the rows that have the given key. Keys are compared as bytes, which avoids the checks for character boundaries.
    #[inline]
    fn find_text(&self, slots: &[u8], seeds: &[u8], key: &str) -> Option<RowsRef> {
        let key = key.as_bytes();
        let (slots, _) = slots.as_chunks();
        let read = |slot: &[u8; TextSlot::LEN]| TextSlot::from_bytes(*slot);
        let slot = match place(seeds, slots.len(), hash::of_text(key)) {
            Some(place) => read(slots.get(place)?),
            None => read(sorted(slots, |slot| {
                self.slot_text(read(slot)).cmp(&key.into())
            })?),
        };
        // compared even if the slot is empty: for most keys without rows, the length decides, which is easier for a
        // processor to predict than whether a slot is empty
        if self.slot_text(slot) != Some(key) {
            return None;
        }
        slot.rows
    }

    #[inline]
    fn slot_text(&self, slot: TextSlot) -> Option<&'static [u8]> {
        let start = slot.start as usize;
        self.parts
            .text
            .as_bytes()
            .get(start..start + usize::from(slot.len))
    }

    /// Returns the rows that match a reply with this status and no code. Classes and ranges are not
    /// considered.
    #[inline]
    pub(crate) fn rows_by_status(&self, status: u16) -> Option<RowsRef> {
        let at = usize::from(status).checked_sub(usize::from(self.parts.first_status))?;
        let found = self.parts.statuses.as_chunks().0.get(at)?;
        RowsRef::from_bytes(*found)
    }

    /// Returns the row that a reference refers to, or `None` if it refers to several.
    #[inline]
    pub(crate) fn only_row(&'static self, rows: RowsRef) -> Option<Row> {
        match rows.rows() {
            Rows::One(row) => Some(self.row(row)),
            Rows::List(_) => None,
        }
    }

    #[inline]
    pub(crate) fn first_row(&self, rows: RowsRef) -> u16 {
        match rows.rows() {
            Rows::One(row) => row,
            Rows::List(list) => self.first_of_list(list),
        }
    }

    #[cold]
    fn first_of_list(&self, list: u16) -> u16 {
        u16::from_le_bytes(self.list(list)[0])
    }

    /// Returns the numbers of the rows in a list.
    pub(crate) fn list(&self, list: u16) -> &'static [[u8; 2]] {
        let (ends, _) = self.parts.list_ends.as_chunks();
        let end = |list: u16| {
            ends.get(usize::from(list))
                .map_or(0, |end| u32::from_le_bytes(*end) as usize)
        };
        let begin = list.checked_sub(1).map_or(0, end);
        &self.parts.lists.as_chunks().0[begin..end(list)]
    }
}

/// Returns the number of the only slot that a key with this hash can be in, or `None` if the index has no seeds.
#[inline]
fn place(seeds: &[u8], slots: usize, hash: u64) -> Option<usize> {
    let (seeds, _) = seeds.as_chunks::<SEED_LEN>();
    let seed = seeds.get(hash::bucket(hash, seeds.len()))?;
    Some(hash::slot(hash, u16::from_le_bytes(*seed), slots))
}

/// Finds a slot of an index without seeds, whose slots are sorted.
#[cold]
fn sorted<S>(slots: &[S], cmp: impl FnMut(&S) -> Ordering) -> Option<&S> {
    slots.get(slots.binary_search_by(cmp).ok()?)
}
