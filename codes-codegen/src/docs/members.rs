//! The documentation of what is emitted beside the variants.

use crate::docs::variant;

/// Stands in for a row that has errors.
pub(crate) const SKIPPED_ROW: &str = "This row has a mistake.";

pub(crate) const ALL: &str = "The variants, in table order.";
pub(crate) const NAME: &str = "The variant's name, as the spec has it.";
pub(crate) const STATUS: &str = "The first status that is a single one.";
pub(crate) const CODE: &str = "The vendor's machine code, unless it is a range.";
pub(crate) const TITLE: &str = "What the vendor calls it.";
pub(crate) const KIND: &str = "What it means, in one vocabulary for all vendors.";
pub(crate) const RETRY: &str = "Whether the vendor says to send the request again.";
pub(crate) const OUTCOME: &str = "How the request went.";
pub(crate) const IS_ERROR: &str = "Whether the outcome is an error.";
pub(crate) const DESCRIPTION: &str = "What it means.";

/// The documentation of the constant for a former name.
pub(crate) fn former_name(now: &str) -> String {
    format!("The former name of {}.", variant::link(now))
}

/// The note of the deprecation of a former name.
pub(crate) fn renamed(now: &str) -> String {
    format!("renamed to `{now}`")
}
