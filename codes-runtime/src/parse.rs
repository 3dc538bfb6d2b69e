//! Parses variants from text.

use crate::code_table::{CodeTable, Lookups as _};
use crate::from_row::FromRow as _;
use crate::unknown_code::UnknownCode;

/// Parses a code that only one row has, or else a name.
#[inline]
pub fn parse<C: CodeTable>(text: &str) -> Result<C, UnknownCode> {
    C::TABLE
        .row_by_code_or_name(C::FIND, text)
        .and_then(C::from_row)
        .ok_or_else(|| UnknownCode::new::<C>(text))
}
