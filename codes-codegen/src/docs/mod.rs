//! The words of the documentation that is emitted.

pub mod enum_page;
pub(crate) mod layout;
pub(crate) mod members;
pub mod variant;
