//! Tables whose rows need no search beyond the indexes of codes and statuses.

use codes_core::code_form::CodeForm;
use codes_core::index::FixedList;
use codes_core::record::RecordBytes;

use crate::table::parts::Table;

impl Table {
    /// Returns whether no row has a detail, a range or class of codes, or messages. The functions
    /// that find rows by these are then not linked.
    pub(crate) const fn is_plain(&self) -> bool {
        let mut records = self.records();
        while let [record, rest @ ..] = records {
            if RecordBytes(record).has_messages() {
                return false;
            }
            records = rest;
        }
        self.exact_form().is_some() && self.fixed_list_is_empty(FixedList::MessagesOnly)
    }

    /// Returns the form of the table's codes if the index of codes finds all rows that match a code, or
    /// `None` if some row has a detail, or a range or class of codes.
    #[inline]
    pub(crate) const fn exact_form(&self) -> Option<CodeForm> {
        if self.flags().has_details_or_classes() || !self.fixed_list_is_empty(FixedList::CodeRanges)
        {
            return None;
        }
        Some(self.code_form())
    }

    #[inline]
    const fn fixed_list_is_empty(&self, list: FixedList) -> bool {
        let (ends, _) = self.parts.list_ends.as_chunks::<4>();
        let list = list as usize;
        ends.len() <= list || u32::from_le_bytes(ends[list]) == u32::from_le_bytes(ends[list - 1])
    }
}
