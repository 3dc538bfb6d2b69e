//! The position of a list of texts, stored compactly in three 32-bit integers.

use crate::cursor::{Cursor, Texts};

/// The place of a list of texts, which [`Cursor::texts_at`] reads with any cursor over the same
/// details.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    at: u32,
    next: u32,
    left: u32,
}

impl Cursor {
    /// Returns the texts at a place.
    #[inline]
    pub(crate) const fn texts_at(self, place: Place) -> Texts {
        let cursor = Cursor {
            at: place.at as usize,
            next: place.next as usize,
            ..self
        };
        Texts {
            cursor,
            left: place.left as usize,
        }
    }
}

impl Texts {
    /// Returns the place of the texts. A table is smaller than 4 GiB.
    #[expect(clippy::cast_possible_truncation, reason = "a table is not that large")]
    pub(crate) const fn place(&self) -> Place {
        Place {
            at: self.cursor.at as u32,
            next: self.cursor.next as u32,
            left: self.left as u32,
        }
    }
}
