//! Reads the fields of a record.

use super::layout::{CodeType, Field, LEN, flags, kind};
use crate::vocabulary::{Kind, Outcome, Retry};

/// The bytes of a record, with a getter for each field.
#[derive(Clone, Copy, Debug)]
pub struct RecordBytes<'r>(pub &'r [u8; LEN]);

impl RecordBytes<'_> {
    #[inline]
    const fn word(self, at: usize) -> usize {
        u32::from_le_bytes(self.0.as_chunks().0[at / 4]) as usize
    }

    #[inline]
    const fn range(self, field: Field) -> (usize, usize) {
        (self.word(field as usize), self.word(field as usize + 4))
    }

    #[inline]
    const fn flags(self) -> u8 {
        self.0[Field::Flags as usize]
    }

    #[inline]
    const fn kind_byte(self) -> u8 {
        self.0[Field::Kind as usize]
    }

    /// Returns where the row's details begin.
    #[inline]
    pub const fn details(self) -> usize {
        self.word(Field::Details as usize)
    }

    /// Returns the first exact status.
    #[inline]
    pub const fn status(self) -> Option<u16> {
        const STATUS: usize = Field::Status as usize;
        match u16::from_le_bytes([self.0[STATUS], self.0[STATUS + 1]]) {
            0 => None,
            status => Some(status),
        }
    }

    /// Returns whether the row has statuses, classes or ranges besides the first exact status.
    #[inline]
    pub const fn more_statuses(self) -> bool {
        self.kind_byte() & kind::MORE_STATUSES != 0
    }

    /// Returns the row's kind.
    #[inline]
    pub const fn kind(self) -> Option<Kind> {
        match self.kind_byte() & kind::KIND {
            0 => None,
            kind => Some(Kind::ALL[kind as usize - 1]),
        }
    }

    /// Returns whether the spec declares the kind.
    #[inline]
    pub const fn declares_kind(self) -> bool {
        self.kind_byte() & kind::DECLARED != 0
    }

    /// Returns whether the row has message patterns.
    #[inline]
    pub const fn has_messages(self) -> bool {
        self.kind_byte() & kind::MESSAGES != 0
    }

    /// Returns the row's outcome.
    #[inline]
    pub const fn outcome(self) -> Outcome {
        Outcome::ALL[(self.flags() & flags::OUTCOME) as usize]
    }

    /// Returns the row's retry advice.
    #[inline]
    pub const fn retry(self) -> Option<Retry> {
        match self.flags() >> flags::RETRY_SHIFT & flags::RETRY {
            0 => None,
            retry => Some(Retry::ALL[retry as usize - 1]),
        }
    }

    /// Returns the start and the length of the row's `Display` text.
    #[inline]
    pub const fn display(self) -> (usize, usize) {
        self.range(Field::Display)
    }

    /// Returns the start and the length of the title.
    #[inline]
    pub const fn title(self) -> (usize, usize) {
        self.range(Field::Title)
    }

    /// Returns the type of the row's code.
    #[inline]
    pub const fn code_type(self) -> CodeType {
        match self.flags() >> flags::CODE_SHIFT {
            0 => CodeType::None,
            1 => CodeType::Text,
            2 => CodeType::Int,
            3 => CodeType::Range,
            _ => CodeType::Class,
        }
    }

    /// Returns the start and the length of a text code, or of the prefix of a class.
    #[inline]
    pub const fn code_text(self) -> (usize, usize) {
        self.range(Field::Code)
    }

    /// Returns an integer code, or the first of a range.
    #[inline]
    pub const fn code_int(self) -> i64 {
        i64::from_le_bytes(self.0.as_chunks().0[Field::Code as usize / 8])
    }
}
