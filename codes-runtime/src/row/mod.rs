//! One row of a table.

mod display;
mod getters;
mod view;

pub use getters::Deprecated;
pub use view::Row;
