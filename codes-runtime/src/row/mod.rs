//! One row of a table.

mod codes;
mod details;
mod display;
mod getters;
mod patterns;
mod view;

pub use details::Deprecated;
pub use view::Row;
