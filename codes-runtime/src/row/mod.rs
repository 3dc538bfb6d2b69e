//! One row of a table.

mod details;
mod display;
mod getters;
mod view;

pub use details::Deprecated;
pub use view::Row;
