//! A mistake with its location, for users of the crate.

use crate::diagnostics::rule::Rule;
use crate::source::Location;

/// One mistake, ready to be shown.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that is broken.
    pub rule: &'static Rule,
    /// The problem: what was found, and what was expected.
    pub message: String,
    /// The location of the mistake.
    pub location: Location,
    /// A related location, if there is one.
    pub related: Option<Related>,
    /// The variant name proposed for the row, if its own name is a duplicate or a Rust keyword.
    pub proposed_name: Option<String>,
    pub(crate) label: Option<String>,
    pub(crate) help: String,
}

/// A related location of a mistake.
#[derive(Clone, Copy, Debug)]
pub struct Related {
    /// The location.
    pub location: Location,
    /// The label, such as "first one here".
    pub label: &'static str,
}

impl Diagnostic {
    /// Returns the help. A suggestion for the exact place, shown beside the carets, replaces the general help.
    pub fn help(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.help)
    }
}
