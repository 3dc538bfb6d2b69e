//! The record of a row: a fixed number of bytes with what is asked for most.

use crate::vocabulary::{Kind, Outcome, Retry};

/// The bytes of a record.
pub const LEN: usize = 32;

/// The content of a record, for its writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Where the row's details begin.
    pub details: u32,
    /// The first exact status.
    pub status: Option<u16>,
    /// Whether the details list statuses.
    pub more_statuses: bool,
    /// The row's kind.
    pub kind: Option<Kind>,
    /// The row's outcome.
    pub outcome: Outcome,
    /// The row's retry advice.
    pub retry: Option<Retry>,
    /// What the row displays.
    pub display: TextRange,
    /// The row's code.
    pub code: Code,
    /// The row's title, empty if it has none.
    pub title: TextRange,
}

/// A part of the table's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextRange {
    /// The first byte.
    pub start: u32,
    /// The number of bytes.
    pub len: u32,
}

/// A row's code in its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The row has no code.
    None,
    /// Text.
    Text(TextRange),
    /// An integer.
    Int(i64),
    /// A range that begins with this integer; its end is the first of the row's details.
    Range(i64),
}

/// The type of a row's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeType {
    /// The row has no code.
    None,
    /// Text.
    Text,
    /// An integer.
    Int,
    /// A range of integers.
    Range,
}

/// Where a field of a record begins, in bytes.
#[derive(Clone, Copy)]
enum Field {
    Details = 0,
    Status = 4,
    Kind = 6,
    Flags = 7,
    Display = 8,
    Code = 16,
    Title = 24,
}

/// The bits of the flags, from the lowest.
mod flags {
    pub(super) const OUTCOME: u8 = 0b11;
    pub(super) const RETRY_SHIFT: u8 = 2;
    pub(super) const RETRY: u8 = 0b111;
    pub(super) const CODE_SHIFT: u8 = 5;
    pub(super) const CODE: u8 = 0b11;
    pub(super) const MORE_STATUSES: u8 = 1 << 7;
}

impl Record {
    /// Writes the record.
    pub fn to_bytes(&self) -> [u8; LEN] {
        let mut bytes = [0; LEN];
        let mut put = |field: Field, value: &[u8]| {
            bytes[field as usize..][..value.len()].copy_from_slice(value);
        };
        put(Field::Details, &self.details.to_le_bytes());
        put(Field::Status, &self.status.unwrap_or(0).to_le_bytes());
        put(Field::Kind, &[self.kind.map_or(0, |kind| kind as u8 + 1)]);
        put(Field::Flags, &[self.flags()]);
        put(Field::Display, &self.display.to_bytes());
        match self.code {
            Code::None => {}
            Code::Text(range) => put(Field::Code, &range.to_bytes()),
            Code::Int(int) | Code::Range(int) => put(Field::Code, &int.to_le_bytes()),
        }
        put(Field::Title, &self.title.to_bytes());
        bytes
    }

    fn flags(&self) -> u8 {
        let retry = self.retry.map_or(0, |retry| retry as u8 + 1);
        let code = match self.code {
            Code::None => CodeType::None,
            Code::Text(_) => CodeType::Text,
            Code::Int(_) => CodeType::Int,
            Code::Range(_) => CodeType::Range,
        };
        let more = if self.more_statuses {
            flags::MORE_STATUSES
        } else {
            0
        };
        self.outcome as u8 | retry << flags::RETRY_SHIFT | (code as u8) << flags::CODE_SHIFT | more
    }
}

impl TextRange {
    fn to_bytes(self) -> [u8; 8] {
        (u64::from(self.len) << 32 | u64::from(self.start)).to_le_bytes()
    }
}

/// A record's bytes, for their reader.
#[derive(Clone, Copy, Debug)]
pub struct RecordBytes(pub &'static [u8; LEN]);

impl RecordBytes {
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

    /// Returns whether the details list statuses.
    #[inline]
    pub const fn more_statuses(self) -> bool {
        self.flags() & flags::MORE_STATUSES != 0
    }

    /// Returns the row's kind.
    #[inline]
    pub const fn kind(self) -> Option<Kind> {
        match self.0[Field::Kind as usize] {
            0 => None,
            kind => Some(Kind::ALL[kind as usize - 1]),
        }
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

    /// Returns start and length of what the row displays.
    #[inline]
    pub const fn display(self) -> (usize, usize) {
        self.range(Field::Display)
    }

    /// Returns start and length of the title.
    #[inline]
    pub const fn title(self) -> (usize, usize) {
        self.range(Field::Title)
    }

    /// Returns the type of the row's code.
    #[inline]
    pub const fn code_type(self) -> CodeType {
        match self.flags() >> flags::CODE_SHIFT & flags::CODE {
            0 => CodeType::None,
            1 => CodeType::Text,
            2 => CodeType::Int,
            _ => CodeType::Range,
        }
    }

    /// Returns start and length of a text code.
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

#[cfg(test)]
mod tests {
    use super::{Code, CodeType, LEN, Record, RecordBytes, TextRange};
    use crate::vocabulary::{Kind, Outcome, Retry};

    #[test]
    fn records_are_read_as_written() {
        let range = |start, len| TextRange { start, len };
        let record = Record {
            details: 70_000,
            status: Some(999),
            more_statuses: true,
            kind: Some(Kind::Internal),
            outcome: Outcome::Error,
            retry: Some(Retry::IfIdempotent),
            display: range(1, 2),
            code: Code::Text(range(3, 4)),
            title: range(5, u32::MAX),
        };
        let read = |record: &Record| RecordBytes(leak(record.to_bytes()));
        let bytes = read(&record);
        assert_eq!((bytes.details(), bytes.status()), (70_000, Some(999)));
        assert_eq!((bytes.kind(), bytes.retry()), (record.kind, record.retry));
        assert_eq!(
            (bytes.outcome(), bytes.more_statuses()),
            (Outcome::Error, true)
        );
        assert_eq!((bytes.display(), bytes.title()), ((1, 2), (5, 0xffff_ffff)));
        assert_eq!(
            (bytes.code_type(), bytes.code_text()),
            (CodeType::Text, (3, 4))
        );

        let range = Record {
            code: Code::Range(i64::MIN),
            ..record
        };
        assert_eq!(read(&range).code_type(), CodeType::Range);
        assert_eq!(read(&range).code_int(), i64::MIN);

        let empty = Record {
            status: None,
            more_statuses: false,
            kind: None,
            outcome: Outcome::Ok,
            retry: None,
            code: Code::None,
            ..record
        };
        let bytes = read(&empty);
        assert_eq!(
            (bytes.status(), bytes.kind(), bytes.retry()),
            (None, None, None)
        );
        assert_eq!(
            (bytes.outcome(), bytes.more_statuses()),
            (Outcome::Ok, false)
        );
        assert_eq!(bytes.code_type(), CodeType::None);
    }

    extern crate std;

    fn leak(bytes: [u8; LEN]) -> &'static [u8; LEN] {
        std::boxed::Box::leak(std::boxed::Box::new(bytes))
    }
}
