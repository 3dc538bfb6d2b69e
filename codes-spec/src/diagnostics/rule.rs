//! Rules and their severity.

use std::fmt;

/// How severe a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// No code is generated from the table.
    Error,
    /// The table can be used.
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
    /// `codes::duplicate-name`
    pub id: &'static str,
    /// Whether breaking it is an error.
    pub severity: Severity,
    /// Whether the JSON Schema of specs finds most violations too.
    pub in_schema: bool,
}
