//! A line that starts with a status or a code.

use crate::import::model::text::Text;

/// A line with its key.
#[derive(Clone, Debug, Default)]
pub(super) struct KeyedLine {
    pub(super) status: Text,
    pub(super) code: Text,
    pub(super) title: Text,
    pub(super) text: Text,
    pub(super) certainty: Certainty,
}

/// How sure it is that a line starts with a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// Accepted only if the lines around it have such a key too, and the text above is about errors.
    #[default]
    Weak,
    /// Accepted only if the lines around it have such a key too.
    Fair,
    /// Accepted on its own.
    Sure,
}
