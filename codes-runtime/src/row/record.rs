//! What a row's record and details say, as the table's writer wrote them.

use core::ops::RangeInclusive;

use super::Row;
use crate::cursor::{Cursor, Integers, Texts, pairs};
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

/// The texts of a row's record, by the words that say where they lie.
pub(super) const DISPLAY: usize = 2;
pub(super) const CODE: usize = 4;
pub(super) const TITLE: usize = 6;

/// What a row's record says of its code.
pub(super) enum CodeIs {
    None,
    Text,
    Int,
    Range,
}

/// What every row has among its details, behind its name.
pub(super) struct Head {
    pub(super) description: &'static str,
    /// What the long form adds: 0 nothing, 1 a colon and the description, else the description from byte `n - 2` on.
    pub(super) long: usize,
    /// Before the lists.
    pub(super) rest: Cursor,
}

impl Row {
    #[inline]
    pub(super) const fn record(self) -> &'static [u8; 32] {
        &self.table.records()[self.index as usize]
    }

    #[inline]
    const fn word(self, at: usize) -> usize {
        u32::from_le_bytes(self.record().as_chunks().0[at]) as usize
    }

    /// One of the record's texts.
    #[inline]
    pub(super) const fn text(self, words: usize) -> &'static str {
        self.table
            .parts
            .text
            .split_at(self.word(words))
            .1
            .split_at(self.word(words + 1))
            .0
    }

    #[inline]
    pub(super) const fn code_is(self) -> CodeIs {
        match self.record()[7] >> 5 & 3 {
            0 => CodeIs::None,
            1 => CodeIs::Text,
            2 => CodeIs::Int,
            _ => CodeIs::Range,
        }
    }

    /// The integer, or a range's lower bound; the upper one is the first of the details.
    #[inline]
    pub(super) const fn code_int(self) -> i64 {
        i64::from_le_bytes(self.record().as_chunks().0[CODE / 2])
    }

    /// Behind the record's texts, before all other details.
    pub(super) const fn cursor(self) -> Cursor {
        let mut cursor = Cursor::new(self.table, self.word(0), self.word(DISPLAY));
        let len = cursor.number();
        cursor.skip_text(len);
        cursor
    }

    /// Before name and description.
    pub(super) const fn behind_code(self) -> Cursor {
        let mut cursor = self.cursor();
        if let CodeIs::Range = self.code_is() {
            cursor.integer();
        }
        cursor
    }

    pub(super) const fn head(self) -> Head {
        let mut cursor = self.behind_code();
        cursor.text();
        let description = cursor.text();
        let long = cursor.number();
        Head {
            description,
            long,
            rest: cursor,
        }
    }

    pub(super) fn texts(self, list: u32) -> Texts {
        self.head().rest.texts(INTEGERS, list)
    }

    pub(super) fn integers(self, list: u32) -> Integers {
        self.head().rest.integers(list)
    }

    /// The bounds of integer aliases.
    pub(crate) fn alias_bounds(self) -> impl Iterator<Item = (i64, i64)> {
        pairs(self.integers(ALIASES))
    }

    pub(crate) fn bounds(self) -> Option<(i64, i64)> {
        match self.code_is() {
            CodeIs::Int => Some((self.code_int(), self.code_int())),
            CodeIs::Range => self.code_range().map(RangeInclusive::into_inner),
            CodeIs::None | CodeIs::Text => None,
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
        // bytes: there are no bounds of characters to look for
        let (begin, len) = (self.word(CODE), self.word(CODE + 1));
        let is_text = matches!(self.code_is(), CodeIs::Text);
        is_text && self.table.parts.text.as_bytes().get(begin..begin + len) == Some(code.as_bytes())
    }

    /// Out of line: codes are asked for more often than aliases.
    #[cold]
    pub(crate) fn has_alias(self, code: &str) -> bool {
        self.aliases().any(|alias| alias == code)
    }

    #[inline]
    pub(crate) const fn has_code(self) -> bool {
        !matches!(self.code_is(), CodeIs::None)
    }
}
