//! How sure `codes import` is of the key of a column.

/// The evidence that a column is read as the right key: how many of its values have the form that the key expects, and
/// how many values it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Confidence {
    pub(crate) fitting: usize,
    pub(crate) values: usize,
}

impl Confidence {
    /// Whether at least a fifth of the values do not fit the key, so that it may be the wrong one.
    pub(crate) fn is_low(self) -> bool {
        let others = self.values - self.fitting;
        others > 0 && others * 5 >= self.values
    }
}
