//! Writes the strings, numbers and lists of one row, or of the table.

use codes_core::details::{TextLen, write_number, zigzag};
use codes_core::record::TextRange;

use crate::encode::encoded::Encoded;

/// A writer of the details of one row, or of the table.
pub(super) struct Writer<'o> {
    pub(super) out: &'o mut Encoded,
    /// The offset of the row's first text.
    start: usize,
}

impl<'o> Writer<'o> {
    pub(super) fn new(out: &'o mut Encoded) -> Self {
        let start = out.text.len();
        Writer { out, start }
    }

    pub(super) fn number(&mut self, number: u64) {
        write_number(number, |byte| self.out.details.push(byte));
    }

    pub(super) fn integer(&mut self, integer: i64) {
        self.number(zigzag(integer));
    }

    /// Writes a text, and returns where it begins.
    pub(super) fn text(&mut self, text: &str) -> u32 {
        let len = TextLen {
            len: text.len(),
            shared: false,
        };
        self.number(len.to_number());
        let start = self.out.text.len();
        self.out.text.push_str(text);
        start as u32
    }

    /// Writes a text, as a reference if it is part of an earlier text of the row. Returns where it begins.
    pub(super) fn shared_text(&mut self, text: &str) -> u32 {
        let Some(offset) = self.find(text) else {
            return self.text(text);
        };
        let len = TextLen {
            len: text.len(),
            shared: true,
        };
        self.number(len.to_number());
        self.number(offset as u64);
        (self.start + offset) as u32
    }

    /// Returns the range of a text for the row's record. Adds the text unless an earlier text of the row contains it.
    pub(super) fn record_text(&mut self, text: &str) -> TextRange {
        let start = if let Some(offset) = self.find(text) {
            self.start + offset
        } else {
            self.out.text.push_str(text);
            self.out.text.len() - text.len()
        };
        TextRange {
            start: start as u32,
            len: text.len() as u32,
        }
    }

    /// Writes the length of the texts that the row has so far.
    pub(super) fn texts_len(&mut self) {
        self.number((self.out.text.len() - self.start) as u64);
    }

    /// Finds a text among the row's earlier ones. A linear scan is faster for short texts than setting
    /// up the standard search.
    fn find(&self, text: &str) -> Option<usize> {
        /// The longest text that is searched for linearly. Longer ones could take quadratic time.
        const MAX_LINEAR: usize = 64;
        let row = &self.out.text[self.start..];
        let (&first, _) = text.as_bytes().split_first()?;
        let last = row.len().checked_sub(text.len())?;
        if text.len() > MAX_LINEAR {
            return row.find(text);
        }
        let mut at = 0;
        while at <= last {
            if row.as_bytes()[at] == first && row.as_bytes()[at..].starts_with(text.as_bytes()) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Writes lists by position, as in [`codes_core::lists`]. The texts of the list at `shared` may be parts of
    /// earlier texts. Returns where the texts of each list begin.
    pub(super) fn lists<const N: usize>(
        &mut self,
        integers: &[Vec<i64>],
        texts: &[Vec<&str>; N],
        shared: usize,
    ) -> [u32; N] {
        let mut present = 0;
        for (i, list) in integers.iter().enumerate() {
            present |= u64::from(!list.is_empty()) << i;
        }
        for (i, list) in texts.iter().enumerate() {
            present |= u64::from(!list.is_empty()) << (integers.len() + i);
        }
        self.number(present);
        for list in integers.iter().filter(|list| !list.is_empty()) {
            self.number(list.len() as u64);
            for &integer in list {
                self.integer(integer);
            }
        }
        let mut starts = [0; N];
        for (i, list) in texts
            .iter()
            .enumerate()
            .filter(|(_, list)| !list.is_empty())
        {
            starts[i] = self.out.text.len() as u32;
            self.number(list.len() as u64);
            for text in list {
                if i == shared {
                    self.shared_text(text);
                } else {
                    self.text(text);
                }
            }
        }
        starts
    }
}

/// Returns the items of each list, in the order of the lists. Macros run without optimization, where
/// `array::map` would add 4 % to the instructions of encoding 1,000 rows.
pub(super) fn by_list<L: Copy, T, const N: usize>(
    lists: [L; N],
    items: impl Fn(L) -> Vec<T>,
) -> [Vec<T>; N] {
    let mut all = [const { Vec::new() }; N];
    let mut i = 0;
    while i < N {
        all[i] = items(lists[i]);
        i += 1;
    }
    all
}

/// Returns a part of each item. This and [`flat`] are compiled once for each type; chains of iterators
/// would be compiled at every use.
pub(super) fn each<'t, T, U>(items: &'t [T], part: fn(&'t T) -> U) -> Vec<U> {
    items.iter().map(part).collect()
}

/// Returns several parts of each item in one list.
pub(super) fn flat<'t, T, U, const N: usize>(items: &'t [T], parts: fn(&'t T) -> [U; N]) -> Vec<U> {
    let mut all = Vec::with_capacity(N * items.len());
    for item in items {
        all.extend(parts(item));
    }
    all
}
