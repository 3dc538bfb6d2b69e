//! The leaf crates that are measured.

use crate::contender::Contender;
use crate::table::{Codes, Row, rows};

/// One contender's crate for a table of some size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Leaf {
    pub(crate) contender: Contender,
    pub(crate) rows: usize,
    /// The number of sentences in each description.
    pub(crate) sentences: usize,
    pub(crate) codes: Codes,
}

/// A table with four times the usual text in its descriptions.
pub(crate) const LONG_TEXTS: Leaf = Leaf {
    contender: Contender::Ours,
    rows: 1_000,
    sentences: 4,
    codes: Codes::Words,
};

impl Leaf {
    /// A table with the usual amount of text.
    pub(crate) const fn new(contender: Contender, rows: usize) -> Self {
        Leaf {
            contender,
            rows,
            sentences: 1,
            codes: Codes::Words,
        }
    }

    /// The same table with codes of another kind.
    pub(crate) const fn with_codes(self, codes: Codes) -> Self {
        Leaf { codes, ..self }
    }

    /// A crate with a contender's dependencies, but no table.
    pub(crate) const fn dependencies_of(contender: Contender) -> Self {
        Leaf {
            contender,
            sentences: 0,
            ..Leaf::new(contender, 0)
        }
    }

    /// Whether builds are measured too, and not only `check`: some would take minutes.
    pub(crate) fn is_built(self) -> bool {
        self.sentences == 1
            && self.contender != Contender::Array
            && (self.rows <= 1_000 || self.contender.is_fast_to_compile())
    }

    /// The rows of the table.
    pub(crate) fn table(self) -> Vec<Row> {
        rows(self.rows, self.sentences, self.codes)
    }

    /// The name of the package.
    pub(crate) fn package(self) -> String {
        let mut name = format!("{}-{}", self.contender.id(), self.rows);
        if self.sentences != 1 {
            name += &format!("-x{}", self.sentences);
        }
        name + self.codes.suffix()
    }
}
