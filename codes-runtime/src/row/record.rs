//! What a row's record and details say, as the table's writer wrote them.

use super::Row;
use crate::cursor::{Cursor, Integers, Texts};
#[cfg(feature = "alloc")]
use crate::raw::RawCode;

/// A row's lists, in the order of its encoding: of integers, then of texts.
pub(super) const STATUSES: u32 = 0;
pub(super) const GROUP: u32 = 1;
pub(super) const TAGS: u32 = 2;
pub(super) const ALIASES: u32 = 3;
pub(super) const INTEGERS: u32 = 4;
pub(super) const ACTION: u32 = 0;
pub(super) const URL: u32 = 1;
pub(super) const ALIAS_TEXTS: u32 = 2;
pub(super) const MESSAGES: u32 = 3;
pub(super) const WHEN: u32 = 4;
pub(super) const FIELDS: u32 = 5;
pub(super) const EXAMPLES: u32 = 6;
pub(super) const DEPRECATED: u32 = 7;
pub(super) const FORMER_NAMES: u32 = 8;

/// What every row has behind what it displays: code, title, name, description; empty texts for what it lacks.
pub(super) struct Head {
    pub(super) code: Code,
    pub(super) description: &'static str,
    /// What the long form adds: 0 nothing, 1 a colon and the description, else the description from byte `n - 2` on.
    pub(super) long: usize,
    /// Before the lists.
    pub(super) rest: Cursor,
}

#[derive(Clone, Copy)]
pub(super) enum Code {
    None,
    Text(&'static str),
    Int(i64),
    Range(i64, i64),
}

pub(super) const fn non_empty(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

impl Row {
    #[inline]
    pub(super) const fn record(self) -> &'static [u8; 12] {
        &self.table.records()[self.index as usize]
    }

    #[inline]
    pub(super) const fn cursor(self) -> Cursor {
        let (words, _) = self.record().as_chunks::<4>();
        Cursor::new(self.table, u32::from_le_bytes(words[0]) as usize, u32::from_le_bytes(words[1]) as usize)
    }

    /// Behind what it displays and its code: before title, name and description.
    #[inline]
    pub(super) const fn behind_code(self) -> Cursor {
        let mut cursor = self.cursor();
        cursor.place();
        match self.record()[11] >> 5 & 3 {
            0 => {}
            1 => _ = cursor.place(),
            2 => _ = cursor.number(),
            _ => _ = (cursor.number(), cursor.number()),
        }
        cursor
    }

    #[inline]
    pub(super) const fn head(self) -> Head {
        let mut cursor = self.cursor();
        cursor.place();
        let code = match self.record()[11] >> 5 & 3 {
            0 => Code::None,
            1 => Code::Text(cursor.text()),
            2 => Code::Int(cursor.integer()),
            _ => Code::Range(cursor.integer(), cursor.integer()),
        };
        cursor.place();
        cursor.place();
        let description = cursor.text();
        let long = cursor.number();
        Head { code, description, long, rest: cursor }
    }

    pub(super) fn texts(self, list: u32) -> Texts {
        self.head().rest.texts(INTEGERS, list)
    }

    pub(super) fn integers(self, list: u32) -> Integers {
        self.head().rest.integers(list)
    }

    /// The bounds of integer aliases.
    pub(crate) fn alias_bounds(self) -> impl Iterator<Item = (i64, i64)> {
        let mut bounds = self.integers(ALIASES);
        core::iter::from_fn(move || Some((bounds.next()?, bounds.next()?)))
    }

    pub(crate) fn bounds(self) -> Option<(i64, i64)> {
        match self.head().code {
            Code::Int(int) => Some((int, int)),
            Code::Range(low, high) => Some((low, high)),
            Code::None | Code::Text(_) => None,
        }
    }

    /// Whether its code, and not an alias or a range, is what a reply's code means.
    #[cfg(feature = "alloc")]
    pub(crate) fn has_code_alike(self, code: RawCode<'_>) -> bool {
        match (self.code(), self.table.key(code)) {
            (Some(own), Some(meant)) => self.table.key(own).is_some_and(|own| own.is(meant)),
            _ => false,
        }
    }

    /// Whether its code, and not an alias, is this text.
    #[inline]
    pub(crate) fn has_code_text(self, code: &str) -> bool {
        let mut cursor = self.cursor();
        cursor.place();
        self.record()[11] >> 5 & 3 == 1 && cursor.is(code)
    }

    #[inline]
    pub(crate) const fn has_code(self) -> bool {
        self.record()[11] >> 5 & 3 != 0
    }
}
