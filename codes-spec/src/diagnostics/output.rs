//! The diagnostics of one file, for users of the crate.

use std::fmt;

use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::render;
use crate::diagnostics::rendered::Rendered;
use crate::source::Source;

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
