//! What expansions name. It may change with any release; macro and runtime are of the same.

use crate::code::{CodeTable, FromRow};
use crate::error::UnknownCode;

pub use crate::index::hash;
pub use crate::table::Parts;

/// A variant by a code that it alone has, else by name.
#[inline]
pub fn parse<C: CodeTable>(text: &str) -> Result<C, UnknownCode> {
    let by_name = || C::TABLE.by_name(text).and_then(C::from_row);
    C::with_code(text).one().or_else(by_name).ok_or_else(|| UnknownCode::new(C::TABLE, text))
}
