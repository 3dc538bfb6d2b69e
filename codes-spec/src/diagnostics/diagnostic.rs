//! A mistake with its location, for users of the crate.

use crate::diagnostics::rule::Rule;
use crate::source::Location;

/// One mistake, ready to be shown.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// What was found, and what is expected there.
    pub message: String,
    /// Where.
    pub location: Location,
    /// The other party, where there are two.
    pub related: Option<Related>,
    /// The variant name proposed for the row, if the row cannot have the name derived from its keys.
    pub proposed_name: Option<String>,
    pub(crate) label: Option<String>,
    pub(crate) help: String,
}

/// The other party of a mistake.
#[derive(Clone, Copy, Debug)]
pub struct Related {
    /// Where it is.
    pub location: Location,
    /// What is there, such as "first one here".
    pub label: &'static str,
}

impl Diagnostic {
    /// Returns the help. A suggestion for the exact place, shown beside the carets, replaces the general help.
    pub fn help(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.help)
    }
}
