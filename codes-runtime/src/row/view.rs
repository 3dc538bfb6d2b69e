//! A view of a row: its record and its details.

use core::ops::RangeInclusive;

#[cfg(feature = "alloc")]
use codes_core::Kind;
use codes_core::details::{LongForm, Uncut};
use codes_core::lists::{RowIntegers, RowTexts};
use codes_core::record::{CodeType, RecordBytes};

use crate::cursor::{Cursor, Integers, Texts};
use crate::table::Table;

/// A row of a [`Table`]: a view that is cheap to copy.
///
/// # Examples
///
/// ```
/// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
/// use codes_runtime::Code;
///
/// let row = PointsCode::TooManyRequests.row();
/// assert_eq!(row.status(), Some(429));
/// assert_eq!(row.description(), Some("You have exceeded your plan's rate limit."));
/// assert!(row.action().is_some() && row.deprecated().is_none());
/// ```
#[derive(Clone, Copy)]
pub struct Row {
    pub(crate) table: &'static Table,
    pub(crate) index: u16,
}

/// The description of a row, and the details after it.
pub(super) struct Description {
    pub(super) text: &'static str,
    pub(super) long_form: LongForm,
    /// A cursor at the row's lists, which follow the description.
    lists: Cursor,
}

impl Table {
    /// Returns the rows, in order.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// let names: Vec<_> = PointsCode::TABLE.rows().map(|row| row.name()).collect();
    /// assert_eq!(names[..2], ["SuccessfulOperation", "NoResults"]);
    /// ```
    pub fn rows(&'static self) -> impl ExactSizeIterator<Item = Row> {
        let count = u16::try_from(self.records().len()).unwrap_or(u16::MAX);
        (0..count).map(|index| self.row(index))
    }

    /// Returns the row at an index. Generated code only passes indices of rows that exist.
    #[doc(hidden)]
    #[inline]
    pub const fn row(&'static self, index: u16) -> Row {
        Row { table: self, index }
    }
}

impl Row {
    #[inline]
    pub(super) const fn record(self) -> RecordBytes<'static> {
        RecordBytes(&self.table.records()[self.index as usize])
    }

    /// Returns the string whose start and length are in the record.
    #[inline]
    pub(super) const fn text(self, (start, len): (usize, usize)) -> &'static str {
        self.table.parts.text.split_at(start).1.split_at(len).0
    }

    /// Returns a cursor at the details, with the strings of the record already skipped.
    pub(super) const fn cursor(self) -> Cursor {
        let parts = &self.table.parts;
        let record = self.record();
        let mut cursor = Cursor::new(
            parts.details,
            record.details(),
            parts.text,
            record.display().0,
        );
        let len = cursor.number();
        cursor.skip_text(len);
        cursor
    }

    /// Returns a cursor at the name. If the code is a range, the range's end is stored before the name.
    pub(super) const fn name_cursor(self) -> Cursor {
        let mut cursor = self.cursor();
        if let CodeType::Range = self.record().code_type() {
            cursor.integer();
        }
        cursor
    }

    pub(super) const fn read_description(self) -> Description {
        let mut cursor = self.name_cursor();
        cursor.text();
        let text = cursor.text();
        let mut long_form = LongForm::from_number(cursor.number());
        if let LongForm::Uncut(_) = long_form {
            long_form = LongForm::Uncut(Uncut {
                ellipsis: cursor.number(),
                start: cursor.number(),
                end: cursor.number(),
            });
        }
        Description {
            text,
            long_form,
            lists: cursor,
        }
    }

    pub(super) fn texts(self, list: RowTexts) -> Texts {
        let lists = self.read_description().lists;
        lists.texts(RowIntegers::COUNT, list as usize)
    }

    pub(super) fn integers(self, list: RowIntegers) -> Integers {
        self.read_description().lists.integers(list as usize)
    }

    /// Returns whether the row has message patterns.
    #[inline]
    pub(crate) const fn has_messages(self) -> bool {
        self.record().has_messages()
    }

    /// Returns the kind that the spec declares, or `None` if it declares none.
    #[cfg(feature = "alloc")]
    pub(crate) fn declared_kind(self) -> Option<Kind> {
        self.kind().filter(|_| self.record().declares_kind())
    }

    /// Returns the codes that the row covers, if its code is a range.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(FeaturesCode::ARange.row().code_range(), Some(0x3000..=0x3fff));
    /// ```
    pub const fn code_range(self) -> Option<RangeInclusive<i64>> {
        match self.record().code_type() {
            CodeType::Range => Some(self.record().code_int()..=self.cursor().integer()),
            _ => None,
        }
    }
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.table == other.table && self.index == other.index
    }
}

impl Eq for Row {}
