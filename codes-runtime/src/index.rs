//! Look-ups: from a name, a status or a code to rows.

#![expect(
    clippy::cast_possible_truncation,
    reason = "hashes are cut to the index, and statuses are small"
)]

use core::num::NonZeroU16;

use crate::raw::RawCode;
use crate::row::Row;
use crate::set::Set;
use crate::table::{CodesAre, Table};

/// The hash of an index, over every byte; the writer has it too.
#[doc(hidden)]
#[inline]
pub fn hash(bytes: &[u8]) -> u64 {
    let (pairs, _) = bytes.as_chunks::<16>();
    let mut hash = bytes.len() as u64;
    for pair in &pairs[..bytes.len().saturating_sub(1) / 16] {
        hash = fold(hash, pair);
    }
    // the last ones from the end, so that keys of several lengths take one path
    if let Some(pair) = bytes.last_chunk() {
        return fold(hash, pair);
    }
    let mut pair = [0; 16];
    pair[..bytes.len()].copy_from_slice(bytes);
    fold(hash, &pair)
}

#[inline]
fn fold(hash: u64, pair: &[u8; 16]) -> u64 {
    let pair = u128::from_le_bytes(*pair);
    let first = pair as u64 ^ hash ^ 0x9e37_79b9_7f4a_7c15;
    let last = (pair >> 64) as u64 ^ 0xd1b5_4a32_d192_ed03;
    let product = u128::from(first) * u128::from(last);
    product as u64 ^ (product >> 64) as u64
}

/// The list of rows that have classes of statuses, and of those that have ranges of codes.
pub(crate) const CLASSES: u16 = 0;
pub(crate) const RANGES: u16 = 1;

/// A code in the form that its table's are in.
#[derive(Clone, Copy)]
pub(crate) enum Key<'a> {
    Text(&'a str),
    Digits(Digits),
    Int(i64),
}

#[cfg(feature = "alloc")]
impl Key<'_> {
    pub(crate) fn is(self, other: Key<'_>) -> bool {
        let text = |key| {
            if let Key::Text(text) = key {
                Some(text)
            } else {
                None
            }
        };
        match (self, other) {
            (Key::Int(int), Key::Int(other)) => int == other,
            (Key::Text(text), Key::Digits(digits)) | (Key::Digits(digits), Key::Text(text)) => {
                text == digits.as_str()
            }
            _ => text(self).is_some() && text(self) == text(other),
        }
    }
}

impl Table {
    /// The row that alone has a code, else the one with a name or former name.
    pub(crate) fn by_code_or_name(&'static self, text: &str) -> Option<Row> {
        self.one_by_code(text).or_else(|| self.by_name(text))
    }

    /// The row with a name or former name.
    pub(crate) fn by_name(&'static self, name: &str) -> Option<Row> {
        let is_named =
            |row: Row| row.name() == name || row.former_names().any(|former| former == name);
        let found = self.probe(self.parts.names, name.as_bytes(), is_named)?;
        found.one(self)
    }

    /// The rows with a code, ranges left aside.
    pub(crate) fn by_code(&'static self, key: Key<'_>) -> Option<Found> {
        match key {
            Key::Text(text) => self.by_text(text),
            Key::Digits(digits) => self.by_text(digits.as_str()),
            Key::Int(int) => {
                let is = |bound: (i64, i64)| bound.0 == bound.1 && self.canonical(bound.0) == int;
                self.probe(self.parts.codes, &int.to_le_bytes(), |row| {
                    row.bounds().is_some_and(is) || row.alias_bounds().any(is)
                })
            }
        }
    }

    #[inline(never)]
    pub(crate) fn by_text(&'static self, text: &str) -> Option<Found> {
        let is = |row: Row| row.has_code_text(text) || row.has_alias(text);
        self.probe(self.parts.codes, text.as_bytes(), is)
    }

    #[inline]
    fn probe(&'static self, slots: &[u8], key: &[u8], is: impl Fn(Row) -> bool) -> Option<Found> {
        let (slots, _) = slots.as_chunks::<4>();
        let mask = slots.len().checked_sub(1)?;
        let hash = hash(key);
        let fingerprint = ((hash >> 48) as u16).to_le_bytes();
        let mut at = hash as usize & mask;
        loop {
            let [a, b, c, d] = slots[at];
            let found = Found::new([c, d])?;
            if [a, b] == fingerprint && is(self.row(found.first(self))) {
                return Some(found);
            }
            at = (at + 1) & mask;
        }
    }

    /// The rows that a reply with a status and no code can mean, among those that name the status itself.
    #[inline]
    pub(crate) fn by_status(&self, status: u16) -> Option<Found> {
        let at = usize::from(status).checked_sub(usize::from(self.parts.first_status))?;
        self.parts
            .statuses
            .as_chunks()
            .0
            .get(at)
            .and_then(|found| Found::new(*found))
    }

    #[cold]
    fn first(&self, list: u16) -> u16 {
        u16::from_le_bytes(self.list(list)[0])
    }

    pub(crate) fn list(&self, list: u16) -> &'static [[u8; 2]] {
        let end = |list: u16| {
            self.parts
                .list_ends
                .as_chunks()
                .0
                .get(usize::from(list))
                .map_or(0, |end| u32::from_le_bytes(*end) as usize)
        };
        let begin = list.checked_sub(1).map_or(0, end);
        &self.parts.lists.as_chunks().0[begin..end(list)]
    }

    /// With 32 bits, a negative code is the same as its unsigned form.
    pub(crate) fn canonical(&self, code: i64) -> i64 {
        match i32::try_from(code) {
            Ok(bits) if self.codes_are() == CodesAre::Hex8 => i64::from(bits.cast_unsigned()),
            _ => code,
        }
    }

    /// A canonical code in both its forms.
    pub(crate) fn forms(&self, code: i64) -> [i64; 2] {
        match u32::try_from(code) {
            Ok(bits) if self.codes_are() == CodesAre::Hex8 => [code, bits.cast_signed().into()],
            _ => [code; 2],
        }
    }

    /// A reply's code in the form of the table's, if there is one.
    #[inline]
    pub(crate) fn key<'a>(&self, code: RawCode<'a>) -> Option<Key<'a>> {
        Some(match (code, self.codes_are()) {
            (RawCode::Text(text), CodesAre::Text) => Key::Text(text),
            (RawCode::Int(int), CodesAre::Text) => Key::Digits(Digits::new(int.into())),
            (RawCode::Int(int), _) => Key::Int(self.canonical(int)),
            (RawCode::Text(text), are) => {
                Key::Int(self.canonical(integer(text, are != CodesAre::Decimal)?))
            }
        })
    }
}

/// The integer that a text stands for: decimal without plus and leading zeros, or hexadecimal behind `0x`.
fn integer(text: &str, hex: bool) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if let Some(hex_digits) = digits.strip_prefix("0x").filter(|_| hex) {
        let plain = hex_digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let magnitude = u64::from_str_radix(hex_digits, 16).ok().filter(|_| plain)?;
        return if digits.len() == text.len() {
            i64::try_from(magnitude).ok()
        } else {
            0i64.checked_sub_unsigned(magnitude)
        };
    }
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits == "0" || !digits.starts_with('0'));
    text.parse().ok().filter(|_| plain && text != "-0")
}

/// An integer's decimal digits.
#[derive(Clone, Copy)]
pub(crate) struct Digits {
    bytes: [u8; 40],
    start: usize,
}

impl Digits {
    pub(crate) fn new(int: i128) -> Self {
        let mut digits = Digits::unsigned(int.unsigned_abs());
        if int < 0 {
            digits.push(b'-');
        }
        digits
    }

    pub(crate) fn unsigned(mut wide: u128) -> Self {
        let mut digits = Digits {
            bytes: [0; 40],
            start: 40,
        };
        // few need a division of 128 bits, which is slow
        while wide > u64::MAX.into() {
            digits.push(b'0' + (wide % 10) as u8);
            wide /= 10;
        }
        let mut left = wide as u64;
        loop {
            digits.push(b'0' + (left % 10) as u8);
            left /= 10;
            if left == 0 {
                return digits;
            }
        }
    }

    fn push(&mut self, byte: u8) {
        self.start -= 1;
        self.bytes[self.start] = byte;
    }

    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[self.start..]).unwrap_or_default()
    }
}

/// What an index holds: a row's number from 1 on, or a list's number with the highest bit set.
#[derive(Clone, Copy)]
pub(crate) struct Found(NonZeroU16);

impl Found {
    #[inline]
    fn new(bytes: [u8; 2]) -> Option<Self> {
        NonZeroU16::new(u16::from_le_bytes(bytes)).map(Found)
    }

    #[inline]
    pub(crate) fn first(self, table: &Table) -> u16 {
        match self.0.get() {
            row @ ..0x8000 => row - 1,
            list => table.first(list & 0x7fff),
        }
    }

    #[inline]
    pub(crate) fn one(self, table: &'static Table) -> Option<Row> {
        match self.set() {
            Set::One(row) => Some(table.row(row)),
            _ => None,
        }
    }

    /// All the rows.
    #[inline]
    pub(crate) fn set(self) -> Set {
        match self.0.get() {
            row @ ..0x8000 => Set::One(row - 1),
            list => Set::All(list & 0x7fff),
        }
    }
}
