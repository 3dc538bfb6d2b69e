//! The leaf crates that are measured.

use crate::contender::Contender;

/// One contender's crate for a table of some size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Leaf {
    pub(crate) contender: Contender,
    pub(crate) rows: usize,
    /// The number of sentences in each description.
    pub(crate) sentences: usize,
}

/// A table with four times the usual text in its descriptions.
pub(crate) const LONG_TEXTS: Leaf = Leaf {
    contender: Contender::Ours,
    rows: 1_000,
    sentences: 4,
};

impl Leaf {
    /// A table with the usual amount of text.
    pub(crate) fn new(contender: Contender, rows: usize) -> Self {
        Leaf {
            contender,
            rows,
            sentences: 1,
        }
    }

    /// The dependencies of a contender, without a table.
    pub(crate) fn dependencies_of(contender: Contender) -> Self {
        Leaf {
            contender,
            rows: 0,
            sentences: 0,
        }
    }

    /// Whether builds are measured too, and not only `check`: some would take minutes.
    pub(crate) fn is_built(self) -> bool {
        self.sentences == 1 && (self.rows <= 1_000 || self.contender.is_fast_to_compile())
    }

    /// The name of the package.
    pub(crate) fn package(self) -> String {
        let (id, rows) = (self.contender.id(), self.rows);
        match self.sentences {
            1 => format!("{id}-{rows}"),
            sentences => format!("{id}-{rows}-x{sentences}"),
        }
    }
}
