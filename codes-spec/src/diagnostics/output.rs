//! The diagnostics of one file, for users of the crate.

use std::fmt;

use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::render;
use crate::diagnostics::rendered::Rendered;
use crate::source::Source;

/// The diagnostics of one file, in file order. At most 50 are shown; the others are only counted.
#[derive(Clone, Debug)]
pub struct Diagnostics<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) shown: Vec<Diagnostic>,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
}

impl<'a> Diagnostics<'a> {
    /// Returns the source of the file.
    pub fn source(&self) -> &Source<'a> {
        &self.source
    }

    /// Returns the diagnostics that are shown.
    pub fn shown(&self) -> &[Diagnostic] {
        &self.shown
    }

    /// Returns the number of errors, shown or not.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// Returns the number of warnings, shown or not.
    pub fn warnings(&self) -> usize {
        self.warnings
    }

    /// Returns the number of diagnostics that are not shown.
    pub fn omitted(&self) -> usize {
        self.errors + self.warnings - self.shown.len()
    }

    /// Renders a diagnostic with its source lines.
    pub fn render(&self, diagnostic: &Diagnostic) -> Rendered {
        render::render(&self.source, diagnostic)
    }
}

/// Prints the diagnostics, separated by blank lines, and the number of those that are not shown.
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
