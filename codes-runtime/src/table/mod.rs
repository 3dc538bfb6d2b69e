//! A vendor's table.

mod getters;
mod parts;
mod plain;

#[cfg(any(feature = "json", feature = "xml"))]
pub(crate) use getters::in_ranges;
pub use parts::{Parts, Table, intact};
