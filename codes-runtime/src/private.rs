//! What expansions name. It may change with any release; macro and runtime are of the same.

use crate::code::{CodeTable, FromRow};
use crate::error::UnknownCode;

pub use crate::index::hash;
pub use crate::table::Parts;

/// The variant of a row in an enum that has not all of them: its variants and their rows, both in table order.
pub fn variant_of<C: Copy>(all: &[C], rows: &[u16], row: u16) -> Option<C> {
    rows.binary_search(&row).ok().and_then(|at| all.get(at).copied())
}

/// A variant by a code that it alone has, else by name.
#[inline]
pub fn parse<C: CodeTable>(text: &str) -> Result<C, UnknownCode> {
    let by_name = || C::TABLE.by_name(text).and_then(C::from_row);
    C::with_code(text).one().or_else(by_name).ok_or_else(|| UnknownCode::new(C::TABLE, text))
}
