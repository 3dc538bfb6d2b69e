//! The trait of values that represent a row.

use crate::row::Row;

/// A value that represents a row: the row itself, or a variant.
#[doc(hidden)]
pub trait FromRow: Copy {
    fn from_row(row: Row) -> Option<Self>;

    fn to_row(self) -> Row;
}

impl FromRow for Row {
    #[inline]
    fn from_row(row: Row) -> Option<Self> {
        Some(row)
    }

    #[inline]
    fn to_row(self) -> Row {
        self
    }
}
