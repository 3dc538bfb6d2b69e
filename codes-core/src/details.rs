//! The variable-length data of a row or a table: numbers and strings.
//!
//! Numbers are LEB128-encoded; signed ones are zigzag-encoded first. A string is encoded as its
//! length and, if it is part of an earlier string, its offset; see [`TextLen`]. Lists come last; see
//! [`lists`](crate::lists).

/// The bit that is set in a byte of a number if another byte follows.
const CONTINUES: u8 = 0x80;

/// Writes a number, lowest bits first.
#[expect(clippy::cast_possible_truncation, reason = "the other bits follow")]
pub fn write_number(mut number: u64, mut push: impl FnMut(u8)) {
    while number >= u64::from(CONTINUES) {
        push(number as u8 | CONTINUES);
        number >>= 7;
    }
    push(number as u8);
}

/// Reads the number at an offset, and returns it with the offset of its end.
#[inline]
pub const fn read_number(bytes: &[u8], mut at: usize) -> (u64, usize) {
    let mut number = 0;
    let mut shift = 0;
    loop {
        let byte = bytes[at];
        at += 1;
        number |= ((byte & !CONTINUES) as u64) << shift;
        if byte < CONTINUES {
            return (number, at);
        }
        shift += 7;
    }
}

/// Maps a signed number to an unsigned one so that small ones of either sign stay small.
#[inline]
pub const fn zigzag(signed: i64) -> u64 {
    ((signed << 1) ^ (signed >> 63)).cast_unsigned()
}

/// The inverse of [`zigzag`].
#[inline]
pub const fn unzigzag(unsigned: u64) -> i64 {
    (unsigned >> 1).cast_signed() ^ -((unsigned & 1).cast_signed())
}

/// The length of a string, and whether the string is part of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextLen {
    /// The number of bytes.
    pub len: usize,
    /// Whether the string is part of an earlier one. If so, its offset from the row's first string
    /// follows; otherwise it begins where the last string that is not shared ended.
    pub shared: bool,
}

impl TextLen {
    /// Encodes the value as a number.
    pub const fn to_number(self) -> u64 {
        (self.len as u64) << 1 | self.shared as u64
    }

    /// Decodes a value from its number.
    #[inline]
    pub const fn from_number(number: usize) -> Self {
        TextLen {
            len: number >> 1,
            shared: number & 1 == 1,
        }
    }
}

/// The text that the long form of `Display` adds to the short one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LongForm {
    /// Nothing.
    Same,
    /// A colon and the description.
    Description,
    /// The description from this byte on, which continues the short form.
    DescriptionFrom(usize),
    /// The short form ends the description's first sentence early, and the long form has the whole sentence.
    Uncut(Uncut),
}

/// Where a sentence of the description was cut for the short form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uncut {
    /// The offset, in the short form, of the ellipsis that replaces the rest of the sentence.
    pub ellipsis: usize,
    /// The offset, in the description, of the rest of the sentence.
    pub start: usize,
    /// The offset, in the description, of the end of the sentence.
    pub end: usize,
}

impl LongForm {
    /// Encodes the value as a number. The fields of [`Uncut`] follow it, a number each.
    pub const fn to_number(self) -> u64 {
        match self {
            LongForm::Same => 0,
            LongForm::Description => 1,
            LongForm::Uncut(_) => 2,
            LongForm::DescriptionFrom(start) => start as u64 + 3,
        }
    }

    /// Decodes a value from its number. Leaves the fields of [`Uncut`] at 0: the next numbers in the details encode them.
    pub const fn from_number(number: usize) -> Self {
        match number {
            0 => LongForm::Same,
            1 => LongForm::Description,
            2 => LongForm::Uncut(Uncut {
                ellipsis: 0,
                start: 0,
                end: 0,
            }),
            start => LongForm::DescriptionFrom(start - 3),
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::vec::Vec;

    use super::{LongForm, TextLen, read_number, unzigzag, write_number, zigzag};

    fn number(written: u64) -> usize {
        usize::try_from(written).expect("a small number")
    }

    #[test]
    fn numbers_take_one_byte_for_seven_bits() {
        for (written, len) in [
            (0, 1),
            (127, 1),
            (128, 2),
            (16_383, 2),
            (16_384, 3),
            (u64::MAX, 10),
        ] {
            let mut bytes = Vec::from([0xff]);
            write_number(written, |byte| bytes.push(byte));
            assert_eq!(read_number(&bytes, 1), (written, 1 + len));
        }
        let mut bytes = Vec::new();
        write_number(300, |byte| bytes.push(byte));
        assert_eq!(bytes, [0xac, 0x02]);
    }

    #[test]
    fn numbers_are_read_as_written() {
        for signed in [0, -1, 1, i64::MIN, i64::MAX] {
            assert_eq!(unzigzag(zigzag(signed)), signed);
        }
        assert_eq!([zigzag(0), zigzag(-1), zigzag(1), zigzag(-2)], [0, 1, 2, 3]);
        for text in [
            TextLen {
                len: 0,
                shared: false,
            },
            TextLen {
                len: 7,
                shared: true,
            },
        ] {
            assert_eq!(TextLen::from_number(number(text.to_number())), text);
        }
        for form in [
            LongForm::Same,
            LongForm::Description,
            LongForm::DescriptionFrom(0),
        ] {
            assert_eq!(LongForm::from_number(number(form.to_number())), form);
        }
    }
}
