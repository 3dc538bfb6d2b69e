//! The type of tables, and the checksums of those in generated files.

use core::fmt;

use codes_core::code_form::CodeForm;
use codes_core::flags::Flags;
use codes_core::lists::{TableIntegers, TableTexts};
use codes_core::record;

#[cfg(any(feature = "http", feature = "json", feature = "xml"))]
use crate::cursor::place::Place;
use crate::cursor::{Cursor, Texts};

/// A vendor's table at run time.
///
/// It consists of static literals. Two tables are equal only if they are the same static.
///
/// # Examples
///
/// ```
/// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
/// use codes_runtime::CodeTable;
///
/// let table = CoverageCode::TABLE;
/// assert_eq!(table.vendor(), "Coverage API");
/// assert_eq!(table.groups().next().and_then(|group| group.title()), Some("2xx Codes (Success)"));
/// assert_eq!(table.rows().len(), CoverageCode::ALL.len());
/// ```
pub struct Table {
    pub(crate) parts: Parts,
}

/// The encoded data of a table: the same parts as in `codes_spec::Encoded`.
// `rows` is split into records only when read, because the compiler checks every array in an array
// of arrays, but a byte string as a whole.
#[doc(hidden)]
pub struct Parts {
    pub text: &'static str,
    pub rows: &'static [u8],
    pub details: &'static [u8],
    pub first_status: u16,
    pub statuses: &'static [u8],
    pub codes: &'static [u8],
    pub code_seeds: &'static [u8],
    pub names: &'static [u8],
    pub name_seeds: &'static [u8],
    pub list_ends: &'static [u8],
    pub lists: &'static [u8],
    pub flags: u8,
}

/// The compile error for a generated file that was edited by hand.
const EDITED: &str = "a table in a generated file was edited; edit the spec instead, and run `codes generate --update`";

impl Parts {
    /// Returns the parts if their checksum, which covers the lengths, the first status and the flags, equals the one in the
    /// generated file. The compiler evaluates this even for a crate that does not use the table, so it must be fast.
    ///
    /// # Panics
    ///
    /// Panics if the checksum differs. In a constant, this is a compile error.
    #[must_use]
    pub const fn with_intact_lengths(self, checksum: u64) -> Self {
        let numbers = [self.first_status, self.flags as u16];
        let found = codes_core::checksum::of_lengths(&self.byte_strings(), &numbers);
        assert!(found == checksum, "{}", EDITED);
        self
    }

    const fn byte_strings(&self) -> [&'static [u8]; 10] {
        [
            self.text.as_bytes(),
            self.rows,
            self.details,
            self.statuses,
            self.codes,
            self.code_seeds,
            self.names,
            self.name_seeds,
            self.list_ends,
            self.lists,
        ]
    }

    /// Makes a table of these parts.
    pub const fn table(self) -> Table {
        Table { parts: self }
    }
}

/// Returns bytes if their checksum is the one in the generated file.
///
/// # Panics
///
/// Panics if the checksum differs. In a constant, this is a compile error.
#[must_use]
pub const fn intact(bytes: &'static [u8], checksum: u64) -> &'static [u8] {
    let found = codes_core::checksum::of(&[bytes]);
    assert!(found == checksum, "{}", EDITED);
    bytes
}

impl Table {
    /// Returns the table if the checksum of its byte strings is the one in the generated file.
    ///
    /// The compiler evaluates this where rows are used, so `cargo check` does not spend time on it.
    ///
    /// # Panics
    ///
    /// Panics if the checksum differs. In a constant, this is a compile error.
    #[doc(hidden)]
    #[must_use]
    pub const fn intact(&'static self, checksum: u64) -> &'static Self {
        let found = codes_core::checksum::of(&self.parts.byte_strings());
        assert!(found == checksum, "{}", EDITED);
        self
    }

    /// A table without rows, whose details are an empty vendor and no lists.
    pub(crate) const EMPTY: Self = Parts {
        text: "",
        rows: &[],
        details: &[0, 0],
        first_status: 0,
        statuses: &[],
        codes: &[],
        code_seeds: &[],
        names: &[],
        name_seeds: &[],
        list_ends: &[],
        lists: &[],
        flags: Flags::new(CodeForm::Text).to_byte(),
    }
    .table();

    pub(super) const fn cursor(&self) -> Cursor {
        Cursor::new(self.parts.details, 0, self.parts.text, 0)
    }

    pub(super) const fn lists(&self) -> Cursor {
        let mut cursor = self.cursor();
        cursor.text();
        cursor
    }

    pub(crate) const fn texts(&self, list: TableTexts) -> Texts {
        self.lists().texts(TableIntegers::COUNT, list as usize)
    }

    #[cfg(any(feature = "http", feature = "json", feature = "xml"))]
    #[inline]
    pub(crate) const fn texts_at(&self, place: Place) -> Texts {
        self.lists().texts_at(place)
    }

    /// Returns the records of the rows.
    #[inline]
    pub(crate) const fn records(&self) -> &'static [[u8; record::LEN]] {
        self.parts.rows.as_chunks().0
    }

    #[inline]
    pub(crate) const fn flags(&self) -> Flags {
        Flags::from_byte(self.parts.flags)
    }

    #[inline]
    pub(crate) const fn code_form(&self) -> CodeForm {
        self.flags().code_form()
    }
}

/// Prints the vendor and the number of rows.
impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("vendor", &self.vendor())
            .field("rows", &self.records().len())
            .finish_non_exhaustive()
    }
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Eq for Table {}
