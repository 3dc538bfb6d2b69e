//! The values of a draft.

/// A key's value as a draft holds it.
#[derive(Default)]
pub(crate) enum Field<T> {
    #[default]
    Absent,
    /// It is there, and a mistake in it was reported.
    Broken,
    Is(T),
}

impl<T> Field<T> {
    pub(crate) fn get(&self) -> Option<&T> {
        if let Field::Is(value) = self {
            Some(value)
        } else {
            None
        }
    }

    pub(crate) fn is_broken(&self) -> bool {
        matches!(self, Field::Broken)
    }

    pub(crate) fn take(&mut self) -> Option<T> {
        match std::mem::take(self) {
            Field::Is(value) => Some(value),
            Field::Broken => {
                *self = Field::Broken;
                None
            }
            Field::Absent => None,
        }
    }
}

impl<T> Field<Vec<T>> {
    /// What stands in a list; nothing does in one that is absent or broken.
    pub(crate) fn items(&self) -> &[T] {
        self.get().map_or(&[], Vec::as_slice)
    }
}
