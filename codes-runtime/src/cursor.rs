//! Reads what a table's writer, `encode` in `codes-spec`, wrote.

use crate::table::Table;

/// A walk through the details of a row, or of the table, and its texts.
#[derive(Clone, Copy)]
pub(crate) struct Cursor {
    details: &'static [u8],
    at: usize,
    text: &'static str,
    /// Where the first text begins.
    start: usize,
    /// Where the next text begins that lies in no other.
    next: usize,
}

impl Cursor {
    #[inline]
    pub(crate) const fn new(table: &Table, details: usize, start: usize) -> Self {
        Cursor {
            details: table.parts.details,
            at: details,
            text: table.parts.text,
            start,
            next: start,
        }
    }

    /// Behind texts of so many bytes, whose places are not among the details.
    pub(crate) const fn skip_text(&mut self, len: usize) {
        self.next += len;
    }

    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "no number has more than 32 bits, but codes"
    )]
    pub(crate) const fn number(&mut self) -> usize {
        self.wide() as usize
    }

    #[inline]
    const fn wide(&mut self) -> u64 {
        let mut number = 0;
        let mut shift = 0;
        loop {
            let byte = self.details[self.at];
            self.at += 1;
            number |= ((byte & 0x7f) as u64) << shift;
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
    }

    pub(crate) const fn integer(&mut self) -> i64 {
        let wide = self.wide();
        (wide >> 1).cast_signed() ^ -((wide & 1).cast_signed())
    }

    #[inline]
    pub(crate) const fn text(&mut self) -> &'static str {
        let (begin, len) = self.place();
        self.text.split_at(begin).1.split_at(len).0
    }

    /// Where the next text begins in the table's, and how long it is.
    #[inline]
    const fn place(&mut self) -> (usize, usize) {
        let len = self.number();
        let begin = if len & 1 == 1 {
            self.start + self.number()
        } else {
            let begin = self.next;
            self.next += len >> 1;
            begin
        };
        (begin, len >> 1)
    }

    /// The items of a list of texts, behind `numbers` lists of integers. The cursor stands before the lists.
    pub(crate) fn texts(self, numbers: u32, list: u32) -> Texts {
        let (cursor, left) = self.list(numbers, numbers + list);
        Texts { cursor, left }
    }

    /// The items of a list of integers. The cursor stands before the lists.
    pub(crate) fn integers(self, list: u32) -> Integers {
        let (cursor, left) = self.list(list, list);
        Integers { cursor, left }
    }

    /// Before the items of a list, and how many these are. The first `numbers` lists are of integers, others of texts.
    fn list(mut self, numbers: u32, list: u32) -> (Self, usize) {
        let present = self.number();
        for before in (0..list).filter(|before| present >> before & 1 == 1) {
            for _ in 0..self.number() {
                if before < numbers {
                    self.integer();
                } else {
                    self.text();
                }
            }
        }
        let left = if present >> list & 1 == 1 {
            self.number()
        } else {
            0
        };
        (self, left)
    }
}

/// Returns the text, unless it is empty.
pub(crate) const fn non_empty(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

/// Items two by two.
pub(crate) fn pairs<I: Iterator>(mut items: I) -> impl Iterator<Item = (I::Item, I::Item)> {
    core::iter::from_fn(move || Some((items.next()?, items.next()?)))
}

/// Texts of a table, one after the other.
#[derive(Clone)]
pub(crate) struct Texts {
    cursor: Cursor,
    left: usize,
}

impl Iterator for Texts {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        self.left = self.left.checked_sub(1)?;
        Some(self.cursor.text())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Texts {}

#[derive(Clone)]
pub(crate) struct Integers {
    cursor: Cursor,
    left: usize,
}

impl Iterator for Integers {
    type Item = i64;

    fn next(&mut self) -> Option<i64> {
        self.left = self.left.checked_sub(1)?;
        Some(self.cursor.integer())
    }
}
