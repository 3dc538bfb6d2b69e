//! What the report is for people: diagnostics in file order, each with its location.

mod render;
mod rendered;
pub(crate) mod report;
pub(crate) mod rules;
pub(crate) mod subject;

use std::fmt;

pub use crate::diagnostics::rendered::{Rendered, Style};

use crate::diagnostics::rules::Rule;
use crate::source::{Location, Source};

/// Whether a diagnostic stops anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is made of the table.
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
    pub(crate) label: Option<String>,
    pub(crate) help: String,
}

/// The other party of a mistake.
#[derive(Clone, Copy, Debug)]
pub struct Related {
    /// Where it stands.
    pub location: Location,
    /// What it is: "first one here".
    pub label: &'static str,
}

impl Diagnostic {
    /// What to do about it. A proposal for the very place is shown beside the carets, and is all the help then.
    pub fn help(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.help)
    }
}

/// All that is wrong with one file, in file order. Only the first 50 are shown, the rest is counted.
#[derive(Clone, Debug)]
pub struct Diagnostics<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) shown: Vec<Diagnostic>,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
}

impl<'a> Diagnostics<'a> {
    /// The file they speak of.
    pub fn source(&self) -> &Source<'a> {
        &self.source
    }

    /// Those that are shown.
    pub fn shown(&self) -> &[Diagnostic] {
        &self.shown
    }

    /// How many errors there are, shown or not.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// How many warnings there are, shown or not.
    pub fn warnings(&self) -> usize {
        self.warnings
    }

    /// How many are not shown.
    pub fn omitted(&self) -> usize {
        self.errors + self.warnings - self.shown.len()
    }

    /// Renders one of them, with the source lines that it is about.
    pub fn render(&self, diagnostic: &Diagnostic) -> Rendered {
        render::render(&self.source, diagnostic)
    }
}

/// Every diagnostic, a blank line between two, and how many are not shown.
impl fmt::Display for Diagnostics<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, diagnostic) in self.shown.iter().enumerate() {
            let gap = if i == 0 { "" } else { "\n" };
            write!(f, "{gap}{}", self.render(diagnostic))?;
        }
        match self.omitted() {
            0 => Ok(()),
            more => write!(f, "\n… and {more} more\n"),
        }
    }
}
