//! Looks rows up by name, code or status.

use codes_core::index::{Rows, RowsRef, SLOT_LEN, fingerprint, first_slot, hash};

use crate::key::CodeKey;
use crate::row::Row;
use crate::table::Table;

impl Table {
    /// Returns the row with a name or former name.
    pub(crate) fn row_by_name(&'static self, name: &str) -> Option<Row> {
        let is_named =
            |row: Row| row.name() == name || row.former_names().any(|former| former == name);
        let found = self.probe(self.parts.names, name.as_bytes(), is_named)?;
        self.only_row(found)
    }

    /// Returns the rows with exactly this code. Ranges are not considered.
    pub(crate) fn rows_by_code(&'static self, key: &CodeKey<'_>) -> Option<RowsRef> {
        match key {
            CodeKey::Text(text) => self.rows_by_text_code(text),
            CodeKey::Digits(digits) => self.rows_by_text_code(digits.as_str()),
            CodeKey::Int(int) => {
                let form = self.code_form();
                let is = |(low, high)| low == high && form.canonical(low) == *int;
                self.probe(self.parts.codes, &int.to_le_bytes(), |row| {
                    row.code_bounds().is_some_and(is) || row.alias_bounds().any(is)
                })
            }
        }
    }

    #[inline(never)]
    pub(crate) fn rows_by_text_code(&'static self, text: &str) -> Option<RowsRef> {
        let is = |row: Row| row.has_text_code(text) || row.has_text_alias(text);
        self.probe(self.parts.codes, text.as_bytes(), is)
    }

    #[inline]
    fn probe(&'static self, index: &[u8], key: &[u8], is: impl Fn(Row) -> bool) -> Option<RowsRef> {
        let (slots, _) = index.as_chunks::<SLOT_LEN>();
        let last = slots.len().checked_sub(1)?;
        let hash = hash(key);
        let fingerprint = fingerprint(hash);
        let mut at = first_slot(hash, slots.len());
        loop {
            let [a, b, c, d] = slots[at];
            let found = RowsRef::from_bytes([c, d])?;
            if [a, b] == fingerprint && is(self.row(self.first_row(found))) {
                return Some(found);
            }
            at = (at + 1) & last;
        }
    }

    /// Returns the rows that a reply with this status and no code can mean. Classes and ranges are
    /// not considered.
    #[inline]
    pub(crate) fn rows_by_status(&self, status: u16) -> Option<RowsRef> {
        let at = usize::from(status).checked_sub(usize::from(self.parts.first_status))?;
        let found = self.parts.statuses.as_chunks().0.get(at)?;
        RowsRef::from_bytes(*found)
    }

    /// Returns the row that a reference refers to if it is the only one.
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
