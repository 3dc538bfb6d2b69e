//! Parses the input of the two macros: a declaration, or a user's own enum.

pub(crate) mod argument;
pub(crate) mod attribute;
pub(crate) mod codes_input;
pub(crate) mod derive_input;
pub(crate) mod grammar;
pub(crate) mod options;
pub(crate) mod path;
pub(crate) mod variant_input;
