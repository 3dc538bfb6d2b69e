//! What a text is that no row knows.

use core::fmt;

use crate::table::Table;

/// A text that is neither a code nor a name of a table.
///
/// ```
/// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
/// let error = "NoSuchCode".parse::<PointsCode>().unwrap_err();
/// assert_eq!(error.to_string(), "`NoSuchCode` is neither a code nor a name of Points API");
/// assert_eq!(error.text(), "NoSuchCode");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct UnknownCode {
    table: &'static Table,
    text: [u8; UnknownCode::LONGEST],
    len: usize,
    cut: bool,
}

impl UnknownCode {
    const LONGEST: usize = 40;

    pub(crate) fn new(table: &'static Table, text: &str) -> Self {
        let fits = (0..=text.len().min(Self::LONGEST)).rev().find(|&len| text.is_char_boundary(len)).unwrap_or(0);
        let mut bytes = [0; Self::LONGEST];
        bytes[..fits].copy_from_slice(&text.as_bytes()[..fits]);
        UnknownCode { table, text: bytes, len: fits, cut: fits < text.len() }
    }

    /// The table that was asked.
    pub const fn table(&self) -> &'static Table {
        self.table
    }

    /// The first 40 bytes of the text, or fewer where these would end inside a character.
    pub fn text(&self) -> &str {
        str::from_utf8(&self.text[..self.len]).unwrap_or_default()
    }
}

impl fmt::Debug for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownCode").field("table", self.table).field("text", &self.text()).finish_non_exhaustive()
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = if self.cut { "…" } else { "" };
        let vendor = self.table.vendor();
        write!(f, "`{}{more}` is neither a code nor a name of {vendor}", self.text().escape_debug())
    }
}

impl core::error::Error for UnknownCode {}
