//! The documentation of generated items other than variants.

use crate::docs::variant;

/// The documentation of a variant whose row has errors.
pub(crate) const SKIPPED_ROW: &str = "The spec has an error in this row.";

pub(crate) const ALL: &str = "All variants, in the order of the table.";
pub(crate) const NAME: &str = "Returns the variant's name.";
pub(crate) const STATUS: &str = "Returns the first exact status, or `None` if the row has no status or only classes and ranges.";
pub(crate) const CODE: &str = "Returns the vendor's code, or `None` if the row has no code or only a range or class of codes.";
pub(crate) const TITLE: &str = "Returns the vendor's title.";
pub(crate) const KIND: &str = "Returns the vendor-independent kind of the row.";
pub(crate) const RETRY: &str =
    "Returns the vendor's advice on retrying, or `None` if there is none.";
pub(crate) const OUTCOME: &str = "Returns whether the request succeeded, according to the vendor.";
pub(crate) const IS_ERROR: &str = "Returns whether the outcome is an error.";
pub(crate) const DESCRIPTION: &str = "Returns the description as plain text.";

/// The documentation of the constant for a former name.
pub(crate) fn former_name(now: &str) -> String {
    format!("The former name of {}.", variant::link(now))
}

/// The deprecation note of the constant for a former name.
pub(crate) fn renamed(now: &str) -> String {
    format!("renamed to `{now}`")
}
