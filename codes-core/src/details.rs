//! The details of a row or a table: numbers and texts without a fixed place.
//!
//! Numbers are in LEB128; signed ones are in zigzag form before that. A number with a bit for each
//! list says which of them are present; each is its length and its items, integers before texts.
//! A text is its length and, if it is part of an earlier text, where it begins; see [`TextLen`].

/// The lists of integers in a row's details, in encoded order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowIntegers {
    /// First and last of each status, unless the record's status is the only one.
    Statuses,
    /// The number of the row's group.
    Group,
    /// The numbers of the row's tags.
    Tags,
    /// First and last of each integer alias.
    Aliases,
}

impl RowIntegers {
    /// How many lists there are.
    pub const COUNT: usize = RowIntegers::Aliases as usize + 1;
}

/// The lists of texts in a row's details, in encoded order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowTexts {
    /// What to do, once.
    Action,
    /// The page about the row, once.
    Url,
    /// Aliases as the table shows them.
    Aliases,
    /// Patterns of messages.
    Messages,
    /// When to expect the row.
    When,
    /// Name and text of each further column.
    Fields,
    /// Sample bodies or messages.
    Examples,
    /// Since when the row is deprecated and what to use instead, either empty if not given.
    Deprecated,
    /// Former names of the variant.
    FormerNames,
}

impl RowTexts {
    /// How many lists there are.
    pub const COUNT: usize = RowTexts::FormerNames as usize + 1;
}

/// The lists of integers in a table's details, in encoded order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableIntegers {
    /// First and last status of each range whose bodies are read.
    BodyStatuses,
}

impl TableIntegers {
    /// How many lists there are.
    pub const COUNT: usize = TableIntegers::BodyStatuses as usize + 1;
}

/// The lists of texts in a table's details, in encoded order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableTexts {
    /// The table's title, once.
    Title,
    /// The table's source, once.
    Source,
    /// The date of the last comparison, once.
    Retrieved,
    /// The protocol, once, unless it is HTTP.
    Protocol,
    /// The text before the table, once.
    About,
    /// Texts about the whole table.
    Notes,
    /// Name and meaning of each tag.
    Tags,
    /// Id, title and text of each group, the latter two empty if not given.
    Groups,
    /// JSON pointers to the code.
    CodePointers,
    /// JSON pointers to the message.
    MessagePointers,
}

impl TableTexts {
    /// How many lists there are.
    pub const COUNT: usize = TableTexts::MessagePointers as usize + 1;
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

/// The length of a text, and whether the text is part of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextLen {
    /// The number of bytes.
    pub len: usize,
    /// Whether the offset from the row's first text follows; otherwise the text comes next.
    pub shared: bool,
}

impl TextLen {
    /// Returns the number that is written.
    pub const fn to_number(self) -> u64 {
        (self.len as u64) << 1 | self.shared as u64
    }

    /// Reads it from a number.
    #[inline]
    pub const fn from_number(number: usize) -> Self {
        TextLen {
            len: number >> 1,
            shared: number & 1 == 1,
        }
    }
}

/// What the long form of `Display` adds to the short one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LongForm {
    /// Nothing.
    Same,
    /// A colon and the description.
    Description,
    /// The description from this byte on, which continues the short form.
    DescriptionFrom(usize),
}

impl LongForm {
    /// Returns the number that is written.
    pub const fn to_number(self) -> u64 {
        match self {
            LongForm::Same => 0,
            LongForm::Description => 1,
            LongForm::DescriptionFrom(start) => start as u64 + 2,
        }
    }

    /// Reads it from a number.
    pub const fn from_number(number: usize) -> Self {
        match number {
            0 => LongForm::Same,
            1 => LongForm::Description,
            start => LongForm::DescriptionFrom(start - 2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LongForm, TextLen, unzigzag, zigzag};

    fn number(written: u64) -> usize {
        usize::try_from(written).expect("a small number")
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
