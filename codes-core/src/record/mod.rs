//! The record of a row: the fields that are read most often, in a fixed number of bytes.

mod layout;
mod read;
#[cfg(test)]
mod tests;

pub use layout::{CodeType, LEN};
pub use read::RecordBytes;

use crate::vocabulary::{Kind, Outcome, Retry};
use layout::{Field, flags, kind};

/// The fields of a record, ready to be encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// The offset of the row's details.
    pub details: u32,
    /// The first exact status.
    pub status: Option<u16>,
    /// Whether the row has more statuses than the first exact one. The details then list all of
    /// them.
    pub more_statuses: bool,
    /// The row's kind.
    pub kind: Option<Kind>,
    /// Whether the spec declares the kind.
    pub declares_kind: bool,
    /// Whether the row has message patterns.
    pub has_messages: bool,
    /// The row's outcome.
    pub outcome: Outcome,
    /// The row's retry advice.
    pub retry: Option<Retry>,
    /// The `Display` text.
    pub display: TextRange,
    /// The row's code.
    pub code: Code,
    /// The row's title, empty if it has none.
    pub title: TextRange,
}

/// A part of the table's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextRange {
    /// The offset of the first byte.
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
    /// A range that begins with this integer; its end is in the row's details.
    Range(i64),
    /// A class: all codes that begin with this text.
    Class(TextRange),
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
        put(Field::Kind, &[self.kind_byte()]);
        put(Field::Flags, &[self.flags()]);
        put(Field::Display, &self.display.to_bytes());
        match self.code {
            // an empty range, as for an absent title
            Code::None => put(Field::Code, &self.display.end().to_bytes()),
            Code::Text(range) | Code::Class(range) => put(Field::Code, &range.to_bytes()),
            Code::Int(int) | Code::Range(int) => put(Field::Code, &int.to_le_bytes()),
        }
        put(Field::Title, &self.title.to_bytes());
        bytes
    }

    fn kind_byte(&self) -> u8 {
        let bit = |is: bool, bit: u8| if is { bit } else { 0 };
        self.kind.map_or(0, |kind| kind as u8 + 1)
            | bit(self.declares_kind, kind::DECLARED)
            | bit(self.has_messages, kind::MESSAGES)
            | bit(self.more_statuses, kind::MORE_STATUSES)
    }

    fn flags(&self) -> u8 {
        let retry = self.retry.map_or(0, |retry| retry as u8 + 1);
        let code = match self.code {
            Code::None => CodeType::None,
            Code::Text(_) => CodeType::Text,
            Code::Int(_) => CodeType::Int,
            Code::Range(_) => CodeType::Range,
            Code::Class(_) => CodeType::Class,
        };
        self.outcome as u8 | retry << flags::RETRY_SHIFT | (code as u8) << flags::CODE_SHIFT
    }
}

impl TextRange {
    /// Returns the empty range at the end of this one.
    fn end(self) -> Self {
        TextRange {
            start: self.start + self.len,
            len: 0,
        }
    }

    fn to_bytes(self) -> [u8; 8] {
        (u64::from(self.len) << 32 | u64::from(self.start)).to_le_bytes()
    }
}
