//! Reports of what was seen.

pub(super) mod human;
pub(super) mod json;
