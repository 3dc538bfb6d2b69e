//! Rules and their severity.

use std::fmt;

/// How severe a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The spec is invalid.
    Error,
    /// The spec is valid, but something in it is probably a mistake.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        })
    }
}

/// A rule of the format.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// The id, such as `codes::duplicate-name`.
    pub id: &'static str,
    /// Whether breaking it is an error.
    pub severity: Severity,
    /// Whether the JSON Schema of specs also finds most violations.
    pub in_schema: bool,
    /// Whether only `codes check` reports violations, and builds do not, because only the vendor can fix them.
    pub only_in_check: bool,
}
