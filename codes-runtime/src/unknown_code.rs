//! The error for strings that match no code or name.

use core::fmt;

use codes_core::digits::Digits;
use codes_core::distance::distance;

use crate::code_table::{CodeTable, Lookups as _};
use crate::found::Find;
use crate::from_row::FromRow as _;
use crate::raw::RawCode;
use crate::reply::Reply;
use crate::row::Row;
use crate::table::Table;

/// The error returned when a string matches no code or name, is the code of several rows, or belongs
/// to a row without a variant.
///
/// # Examples
///
/// ```
/// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
/// let error = "NoSuchCode".parse::<PointsCode>().unwrap_err();
/// assert_eq!(error.to_string(), "`NoSuchCode` is neither a code nor a name of Points API");
/// assert_eq!(error.text(), "NoSuchCode");
/// ```
#[derive(Clone, Copy)]
pub struct UnknownCode {
    table: &'static Table,
    /// Returns whether the enum has a variant for a row.
    has_variant: fn(Row) -> bool,
    find: Find,
    text: [u8; UnknownCode::MAX_LEN],
    len: usize,
    cut: bool,
}

impl UnknownCode {
    const MAX_LEN: usize = 40;

    pub(crate) fn new<C: CodeTable>(text: &str) -> Self {
        let mut fits = text.len().min(Self::MAX_LEN);
        while !text.is_char_boundary(fits) {
            fits -= 1;
        }
        let mut bytes = [0; Self::MAX_LEN];
        bytes[..fits].copy_from_slice(&text.as_bytes()[..fits]);
        let has_variant = |row| C::from_row(row).is_some();
        UnknownCode {
            table: C::TABLE,
            has_variant,
            find: C::FIND,
            text: bytes,
            len: fits,
            cut: fits < text.len(),
        }
    }

    /// Returns the table that was searched.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// let error = "NoReslut".parse::<PointsCode>().unwrap_err();
    /// assert_eq!(error.table().vendor(), "Points API");
    /// ```
    pub const fn table(&self) -> &'static Table {
        self.table
    }

    /// Returns the text, truncated at the last character boundary within 40 bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// let error = "NoReslut".parse::<PointsCode>().unwrap_err();
    /// assert_eq!(error.text(), "NoReslut");
    /// ```
    pub fn text(&self) -> &str {
        str::from_utf8(&self.text[..self.len]).unwrap_or_default()
    }

    /// Returns the code or name that was probably intended, if one is similar.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// let error = "NoReslut".parse::<PointsCode>().unwrap_err();
    /// assert_eq!(error.nearest(), Some("NoResults".into()));
    /// ```
    pub fn nearest(&self) -> Option<RawCode<'static>> {
        if self.cut {
            return None;
        }
        let text = self.text();
        let limit = text.chars().count().div_ceil(3);
        let mut nearest = None;
        let mut fewest = limit + 1;
        for row in self.table.rows().filter(|&row| (self.has_variant)(row)) {
            for word in row.code().into_iter().chain([RawCode::Text(row.name())]) {
                let edits = match word {
                    RawCode::Text(other) if other.len() > Self::MAX_LEN => None,
                    RawCode::Text(other) => distance(text, other, limit),
                    RawCode::Int(int) => distance(text, Digits::new(int.into()).as_str(), limit),
                };
                if let Some(edits) = edits.filter(|&edits| edits < fewest) {
                    (nearest, fewest) = (Some(word), edits);
                }
            }
        }
        nearest
    }
}

impl fmt::Debug for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownCode")
            .field("table", self.table)
            .field("text", &self.text())
            .finish_non_exhaustive()
    }
}

/// Prints why the text matches no variant, and the most similar code or name if there is one.
impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = if self.cut { "…" } else { "" };
        let (text, vendor) = (self.text().escape_debug(), self.table.vendor());
        let several = self
            .table
            .classify_by(self.find, &Reply::new().code(self.text()))
            .candidates();
        if !self.cut && several.len() > 1 {
            write!(
                f,
                "`{text}` is a code of {} rows of {vendor}",
                several.len()
            )?;
            return several
                .iter()
                .take(3)
                .try_for_each(|row| write!(f, ", `{}`", row.name()));
        }
        let has_row = || {
            self.table
                .row_by_code_or_name(self.find, self.text())
                .is_some()
        };
        if !self.cut && has_row() {
            return write!(
                f,
                "`{text}` belongs to a row of {vendor} that has no variant here"
            );
        }
        write!(f, "`{text}{more}` is neither a code nor a name of {vendor}")?;
        self.nearest()
            .map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
    }
}

impl PartialEq for UnknownCode {
    fn eq(&self, other: &Self) -> bool {
        (self.table, self.text(), self.cut) == (other.table, other.text(), other.cut)
    }
}

impl Eq for UnknownCode {}

impl core::error::Error for UnknownCode {}
