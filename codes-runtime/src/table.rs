//! A vendor's table at run time.

use core::fmt;

use crate::cursor::{Cursor, Texts, pairs};
use crate::group::{Group, Groups};
use crate::row::Row;

/// A vendor's table: what stands around its rows, and the rows.
///
/// It is a few literals that the macros write; two tables are equal if they are the same one.
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

/// What a table is made of; the bytes are those of `codes_spec::Encoded`.
// Bytes are cut into records when they are read: the compiler looks at each of an array's arrays, and bytes it takes as one.
#[doc(hidden)]
pub struct Parts {
    pub text: &'static str,
    pub rows: &'static [u8],
    pub details: &'static [u8],
    pub first_status: u16,
    pub statuses: &'static [u8],
    pub codes: &'static [u8],
    pub names: &'static [u8],
    pub list_ends: &'static [u8],
    pub lists: &'static [u8],
    pub codes_are: u8,
}

impl Parts {
    /// The table of these parts.
    pub const fn table(self) -> Table {
        Table { parts: self }
    }
}

/// How a table's codes are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodesAre {
    Text,
    Decimal,
    Hex,
    /// Of 32 bits, so that a negative one is also meant by its unsigned form.
    Hex8,
}

/// The table's lists, in the order of its encoding: of integers, then of texts.
const BODY_STATUSES: u32 = 0;
const INTEGERS: u32 = 1;
const TITLE: u32 = 0;
const SOURCE: u32 = 1;
const RETRIEVED: u32 = 2;
const PROTOCOL: u32 = 3;
const ABOUT: u32 = 4;
const NOTES: u32 = 5;
const TAGS: u32 = 6;
const CODE_POINTERS: u32 = 7;
const MESSAGE_POINTERS: u32 = 8;
const GROUPS: u32 = 9;

impl Table {
    /// A table without rows; its details are an empty vendor and no lists.
    pub(crate) const EMPTY: Self = Parts {
        text: "",
        rows: &[],
        details: &[0, 0],
        first_status: 0,
        statuses: &[],
        codes: &[],
        names: &[],
        list_ends: &[],
        lists: &[],
        codes_are: 0,
    }
    .table();

    /// Who answers with these codes.
    pub const fn vendor(&self) -> &'static str {
        Cursor::new(self, 0, 0).text()
    }

    /// What the vendor calls the table.
    pub fn title(&self) -> Option<&'static str> {
        self.texts(TITLE).next()
    }

    /// The page it came from.
    pub fn source(&self) -> Option<&'static str> {
        self.texts(SOURCE).next()
    }

    /// When it was last compared with that page, as `2026-11-19`.
    pub fn retrieved(&self) -> Option<&'static str> {
        self.texts(RETRIEVED).next()
    }

    /// What the statuses belong to: `http` unless the spec says otherwise.
    pub fn protocol(&self) -> &'static str {
        self.texts(PROTOCOL).next().unwrap_or("http")
    }

    #[cfg(feature = "alloc")]
    pub(crate) fn is_http(&self) -> bool {
        self.protocol() == "http"
    }

    /// Text before the table.
    pub fn about(&self) -> Option<&'static str> {
        self.texts(ABOUT).next()
    }

    /// Texts that belong to the whole table.
    pub fn notes(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.texts(NOTES)
    }

    /// Returns the sections of the table, in order.
    pub fn groups(&self) -> impl ExactSizeIterator<Item = Group> + Clone + use<> {
        Groups(self.texts(GROUPS))
    }

    /// The labels that rows may carry, and what each means.
    pub fn tags(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        pairs(self.texts(TAGS))
    }

    /// Where the body of a response has the code: JSON pointers, of which the first that leads to text or to an integer
    /// counts.
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../tests/specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert!(PointsCode::TABLE.code_pointers().eq(["/error/code", "/code"]));
    /// assert!(PointsCode::TABLE.reads_body_of(404) && !PointsCode::TABLE.reads_body_of(200));
    /// ```
    pub fn code_pointers(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.texts(CODE_POINTERS)
    }

    /// Where the body has the message, in the same way.
    pub fn message_pointers(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.texts(MESSAGE_POINTERS)
    }

    /// Whether responses with a status carry these; the bodies of others are not to be read.
    pub fn reads_body_of(&self, status: u16) -> bool {
        pairs(self.lists().integers(BODY_STATUSES))
            .any(|(low, high)| (low..=high).contains(&status.into()))
    }

    /// The rows, in order.
    pub fn rows(&'static self) -> impl ExactSizeIterator<Item = Row> {
        let count = u16::try_from(self.records().len()).unwrap_or(u16::MAX);
        (0..count).map(|index| self.row(index))
    }

    fn lists(&self) -> Cursor {
        let mut cursor = Cursor::new(self, 0, 0);
        cursor.text();
        cursor
    }

    fn texts(&self, list: u32) -> Texts {
        self.lists().texts(INTEGERS, list)
    }

    /// The rows' records.
    #[inline]
    pub(crate) const fn records(&self) -> &'static [[u8; 32]] {
        self.parts.rows.as_chunks().0
    }

    #[inline]
    pub(crate) const fn codes_are(&self) -> CodesAre {
        match self.parts.codes_are {
            1 => CodesAre::Decimal,
            2 => CodesAre::Hex,
            3 => CodesAre::Hex8,
            _ => CodesAre::Text,
        }
    }

    /// A row by its number; the macros know how many there are.
    #[doc(hidden)]
    #[inline]
    pub const fn row(&'static self, index: u16) -> Row {
        Row { table: self, index }
    }
}

/// `vendor` and the number of rows: a table has more text than a log wants.
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
