//! The values of a draft.

use crate::span::Spanned;

/// The value of a key in a draft.
#[derive(Default)]
pub(crate) enum Field<T> {
    #[default]
    Absent,
    /// It is present, and a mistake in it has been reported.
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
    /// Returns the items of a list, or none if it is absent or broken.
    pub(crate) fn items(&self) -> &[T] {
        self.get().map_or(&[], Vec::as_slice)
    }
}

impl<T> Field<Spanned<T>> {
    /// Takes the value without its span.
    pub(crate) fn take_value(&mut self) -> Option<T> {
        self.take().map(|spanned| spanned.value)
    }
}

impl<T> Field<Vec<Spanned<T>>> {
    /// Takes the items without their spans.
    pub(crate) fn take_values(&mut self) -> Vec<T> {
        // a loop, because collecting in place generates a lot of code for each type
        let items = self.take().unwrap_or_default();
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            values.push(item.value);
        }
        values
    }
}
