//! A vendor's table.

use core::fmt;

use codes_core::code_form::CodeForm;
use codes_core::lists::{TableIntegers, TableTexts};
use codes_core::record;

use crate::cursor::{Cursor, Texts, pairs};
use crate::group::{Group, Groups};

/// A vendor's table: its rows, and the facts that they share.
///
/// The macros emit it as a few literals. Two tables are equal if they are the same one.
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

/// The parts of a table, which are those of `codes_spec::Encoded`.
// Bytes are cut into records when they are read: the compiler checks each array in an array, but a byte string at once.
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
    /// Returns the table of these parts.
    pub const fn table(self) -> Table {
        Table { parts: self }
    }
}

impl Table {
    /// A table without rows, whose details are an empty vendor and no lists.
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
        codes_are: CodeForm::Text as u8,
    }
    .table();

    /// Returns the vendor's name.
    pub const fn vendor(&self) -> &'static str {
        self.cursor().text()
    }

    /// Returns the table's title.
    pub fn title(&self) -> Option<&'static str> {
        self.texts(TableTexts::Title).next()
    }

    /// Returns the address of the page that the table was taken from.
    pub fn source(&self) -> Option<&'static str> {
        self.texts(TableTexts::Source).next()
    }

    /// Returns the date of the last comparison with that page, such as `2026-11-19`.
    pub fn retrieved(&self) -> Option<&'static str> {
        self.texts(TableTexts::Retrieved).next()
    }

    /// Returns the protocol of the statuses: `http` unless the spec declares another.
    pub fn protocol(&self) -> &'static str {
        self.texts(TableTexts::Protocol).next().unwrap_or("http")
    }

    #[cfg(feature = "alloc")]
    pub(crate) fn is_http(&self) -> bool {
        self.protocol() == "http"
    }

    /// Returns the text before the table.
    pub fn about(&self) -> Option<&'static str> {
        self.texts(TableTexts::About).next()
    }

    /// Returns the notes on the whole table.
    pub fn notes(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.texts(TableTexts::Notes)
    }

    /// Returns the sections of the table, in order.
    pub fn groups(&self) -> impl ExactSizeIterator<Item = Group> + Clone + use<> {
        Groups(self.texts(TableTexts::Groups))
    }

    /// Returns the tags that rows can have, each with its meaning.
    pub fn tags(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        pairs(self.texts(TableTexts::Tags))
    }

    /// Returns JSON pointers to the code in the body of a response. The first that leads to text or to
    /// an integer counts.
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../tests/specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert!(PointsCode::TABLE.code_pointers().eq(["/error/code", "/code"]));
    /// assert!(PointsCode::TABLE.reads_body_of(404) && !PointsCode::TABLE.reads_body_of(200));
    /// ```
    pub fn code_pointers(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.texts(TableTexts::CodePointers)
    }

    /// Returns JSON pointers to the message in the body of a response, in the same way.
    pub fn message_pointers(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.texts(TableTexts::MessagePointers)
    }

    /// Returns whether the bodies of responses with a status are read for code and message.
    pub fn reads_body_of(&self, status: u16) -> bool {
        pairs(self.lists().integers(TableIntegers::BodyStatuses as usize))
            .any(|(low, high)| (low..=high).contains(&status.into()))
    }

    const fn cursor(&self) -> Cursor {
        Cursor::new(self.parts.details, 0, self.parts.text, 0)
    }

    fn lists(&self) -> Cursor {
        let mut cursor = self.cursor();
        cursor.text();
        cursor
    }

    fn texts(&self, list: TableTexts) -> Texts {
        self.lists().texts(TableIntegers::COUNT, list as usize)
    }

    /// Returns the records of the rows.
    #[inline]
    pub(crate) const fn records(&self) -> &'static [[u8; record::LEN]] {
        self.parts.rows.as_chunks().0
    }

    #[inline]
    pub(crate) const fn code_form(&self) -> CodeForm {
        CodeForm::from_byte(self.parts.codes_are)
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
