//! A vendor's table.

mod getters;
mod parts;

pub use parts::{Parts, Table, intact};
