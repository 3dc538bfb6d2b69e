//! An encoded table.

use codes_core::flags::Flags;
use codes_core::record;

/// An encoded table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Encoded {
    /// All strings.
    pub text: String,
    /// The rows' records, as in [`codes_core::record`].
    pub rows: Vec<u8>,
    /// The data of variable length, as in [`codes_core::details`]. The table's own details come first.
    pub details: Vec<u8>,
    /// The status of the first entry in `statuses`.
    pub first_status: u16,
    /// A reference to the rows of each status, as in [`codes_core::index`].
    pub statuses: Vec<u8>,
    /// The slots of the index of codes.
    pub codes: Vec<u8>,
    /// The seeds of the index of codes.
    pub code_seeds: Vec<u8>,
    /// The slots of the index of names and former names.
    pub names: Vec<u8>,
    /// The seeds of the index of names.
    pub name_seeds: Vec<u8>,
    /// The end of each list of rows, in four bytes.
    pub list_ends: Vec<u8>,
    /// The rows of all lists, in two bytes each. The first lists are those of [`codes_core::index::FixedList`].
    pub lists: Vec<u8>,
    /// How the table is read.
    pub flags: Flags,
}

impl Encoded {
    /// Adds empty records until there are records for this many rows.
    pub fn extend_to(&mut self, rows: usize) {
        self.rows.resize(record::LEN * rows, 0);
    }
}
