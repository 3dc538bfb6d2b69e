//! Reads the details of a row or a table.

#[cfg(any(feature = "http", feature = "json", feature = "xml"))]
pub(crate) mod place;

use codes_core::details::{TextLen, read_number, unzigzag};

/// A position in the details of a row or a table.
#[derive(Clone, Copy)]
pub(crate) struct Cursor {
    details: &'static [u8],
    at: usize,
    text: &'static str,
    /// The offset of the first string. A string that is a part of an earlier one is stored as an offset from here.
    start: usize,
    /// The offset of the next string that is not part of an earlier one.
    next: usize,
}

impl Cursor {
    /// Returns a cursor with two positions: an offset in a table's details, and one in the table's text.
    #[inline]
    pub(crate) const fn new(
        details: &'static [u8],
        at: usize,
        text: &'static str,
        start: usize,
    ) -> Self {
        Cursor {
            details,
            at,
            text,
            start,
            next: start,
        }
    }

    /// Skips strings that the details do not list, with a total length of `len`.
    pub(crate) const fn skip_text(&mut self, len: usize) {
        self.next += len;
    }

    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "only integer codes have more than 32 bits"
    )]
    pub(crate) const fn number(&mut self) -> usize {
        self.wide_number() as usize
    }

    #[inline]
    const fn wide_number(&mut self) -> u64 {
        let (number, end) = read_number(self.details, self.at);
        self.at = end;
        number
    }

    pub(crate) const fn integer(&mut self) -> i64 {
        unzigzag(self.wide_number())
    }

    #[inline]
    pub(crate) const fn text(&mut self) -> &'static str {
        let TextLen { len, shared } = TextLen::from_number(self.number());
        let begin = if shared {
            self.start + self.number()
        } else {
            let begin = self.next;
            self.next += len;
            begin
        };
        self.text.split_at(begin).1.split_at(len).0
    }

    /// Returns the items of a list of strings. The cursor must be at the beginning of the lists, of
    /// which the first `integer_lists` contain integers.
    pub(crate) const fn texts(self, integer_lists: usize, list: usize) -> Texts {
        let (cursor, left) = self.seek_list(integer_lists, integer_lists + list);
        Texts { cursor, left }
    }

    /// Returns the items of a list of integers. The cursor must be at the beginning of the lists.
    pub(crate) const fn integers(self, list: usize) -> Integers {
        let (cursor, left) = self.seek_list(list, list);
        Integers { cursor, left }
    }

    /// Moves to the items of a list, and returns their number. The first `integer_lists` lists
    /// contain integers, the others strings.
    const fn seek_list(mut self, integer_lists: usize, list: usize) -> (Self, usize) {
        let present = self.number();
        let mut before = 0;
        while before < list {
            let mut left = self.len_if_present(present, before);
            while left > 0 {
                if before < integer_lists {
                    self.integer();
                } else {
                    self.text();
                }
                left -= 1;
            }
            before += 1;
        }
        let len = self.len_if_present(present, list);
        (self, len)
    }

    const fn len_if_present(&mut self, present: usize, list: usize) -> usize {
        if present >> list & 1 == 1 {
            self.number()
        } else {
            0
        }
    }
}

/// Returns the text, unless it is empty.
pub(crate) const fn non_empty(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

/// Groups items into pairs.
pub(crate) fn pairs<I: Iterator>(mut items: I) -> impl Iterator<Item = (I::Item, I::Item)> {
    core::iter::from_fn(move || Some((items.next()?, items.next()?)))
}

/// The items of a list of texts.
#[derive(Clone)]
pub(crate) struct Texts {
    cursor: Cursor,
    left: usize,
}

impl Texts {
    /// Like [`Iterator::next`], but can be called in constants.
    #[inline]
    pub(crate) const fn pop(&mut self) -> Option<&'static str> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        Some(self.cursor.text())
    }
}

impl Iterator for Texts {
    type Item = &'static str;

    #[inline]
    fn next(&mut self) -> Option<&'static str> {
        self.pop()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Texts {}

/// The items of a list of integers.
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
