//! Writes the documentation of generated items.

pub mod enum_page;
pub(crate) mod layout;
pub(crate) mod members;
pub mod variant;
