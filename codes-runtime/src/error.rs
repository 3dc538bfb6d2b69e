//! What a text is that no row knows.

use core::fmt;

use crate::classify::Reply;
use crate::code::{CodeTable, FromRow as _};
use crate::index::Digits;
use crate::nearest::slips;
use crate::raw::RawCode;
use crate::row::Row;
use crate::table::Table;

/// A text that means no variant: it is neither a code nor a name, or the code of several rows.
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
    /// Whether the enum that was asked has a variant for a row.
    has: fn(Row) -> bool,
    text: [u8; UnknownCode::LONGEST],
    len: usize,
    cut: bool,
}

impl UnknownCode {
    const LONGEST: usize = 40;

    pub(crate) fn new<C: CodeTable>(text: &str) -> Self {
        let mut fits = text.len().min(Self::LONGEST);
        while !text.is_char_boundary(fits) {
            fits -= 1;
        }
        let mut bytes = [0; Self::LONGEST];
        bytes[..fits].copy_from_slice(&text.as_bytes()[..fits]);
        let has = |row| C::from_row(row).is_some();
        UnknownCode {
            table: C::TABLE,
            has,
            text: bytes,
            len: fits,
            cut: fits < text.len(),
        }
    }

    /// The table that was asked.
    pub const fn table(&self) -> &'static Table {
        self.table
    }

    /// The first 40 bytes of the text, or fewer where these would end inside a character.
    pub fn text(&self) -> &str {
        str::from_utf8(&self.text[..self.len]).unwrap_or_default()
    }

    /// The code or name that was probably meant, if one is near.
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
        let mut nearest = None;
        let mut fewest = u8::MAX;
        for row in self.table.rows().filter(|&row| (self.has)(row)) {
            for word in row.code().into_iter().chain([RawCode::Text(row.name())]) {
                let slips = match word {
                    RawCode::Text(other) => slips(self.text(), other),
                    RawCode::Int(int) => slips(self.text(), Digits::new(int.into()).as_str()),
                };
                if let Some(slips) = slips.filter(|&slips| slips < fewest) {
                    (nearest, fewest) = (Some(word), slips);
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

/// What is wrong with it: that several rows have the code, or a row without a variant, or none; then the nearest code or
/// name, if one is near.
impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = if self.cut { "…" } else { "" };
        let (text, vendor) = (self.text().escape_debug(), self.table.vendor());
        let several = self
            .table
            .classify(&Reply::new().code(self.text()))
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
        if !self.cut && self.table.by_code_or_name(self.text()).is_some() {
            return write!(
                f,
                "`{text}` is of a row of {vendor} that has no variant here"
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
