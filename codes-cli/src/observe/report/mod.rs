//! Formats the report.

pub(super) mod human;
pub(super) mod json;
