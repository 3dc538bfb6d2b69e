//! The positions of the fields and bits of a record.

use crate::vocabulary::Kind;

/// The size of a record in bytes.
pub const LEN: usize = 32;

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
    /// A class of text codes.
    Class,
}

/// The offset of each field in a record, in bytes.
#[derive(Clone, Copy)]
pub(super) enum Field {
    Details = 0,
    Status = 4,
    Kind = 6,
    Flags = 7,
    Display = 8,
    Code = 16,
    Title = 24,
}

/// The bits of the flags, from the lowest.
pub(super) mod flags {
    pub(in crate::record) const OUTCOME: u8 = 0b11;
    pub(in crate::record) const RETRY_SHIFT: u8 = 2;
    pub(in crate::record) const RETRY: u8 = 0b111;
    pub(in crate::record) const CODE_SHIFT: u8 = 5;
}

/// The bits of the byte that holds the kind, from the lowest.
pub(super) mod kind {
    pub(in crate::record) const KIND: u8 = 0b1_1111;
    pub(in crate::record) const DECLARED: u8 = 1 << 5;
    pub(in crate::record) const MESSAGES: u8 = 1 << 6;
    pub(in crate::record) const MORE_STATUSES: u8 = 1 << 7;
}

const _: () = assert!(Kind::ALL.len() < kind::KIND as usize);
