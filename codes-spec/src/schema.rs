//! What a value may be, as the JSON Schema, the reference page and messages tell it.

use crate::format::Key;

/// What a value may be, for those who describe the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// Text that is not empty.
    Text,
    /// Text on one line, without control characters.
    Line,
    /// `true` or `false`.
    Flag,
    /// A date as `2026-11-19`.
    Date,
    /// An address with `http://` or `https://`.
    Url,
    /// A status, a class of them, or a range.
    Status,
    /// A code: text, an integer, or a range of integers.
    Code,
    /// A JSON pointer.
    Pointer,
    /// A template for `Display`.
    Template,
    /// An identifier that Rust takes.
    Name,
    /// A name in `snake_case`.
    Tag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of such values, one at least, none twice.
    List(&'static Schema),
    /// Such a value, or a list of them.
    OneOrMany(&'static Schema),
    /// A mapping from names of the first shape to values of the second.
    Map(&'static Schema, &'static Schema),
    /// A mapping with these keys.
    Record(&'static [Key]),
    /// A boolean, or such a value.
    FlagOr(&'static Schema),
}

impl Schema {
    /// As a message calls it.
    pub(crate) fn noun(&self) -> String {
        match self {
            Schema::Text | Schema::Line | Schema::Word(_) | Schema::Template => "text".to_owned(),
            Schema::Flag => "`true` or `false`".to_owned(),
            Schema::Date => "a date".to_owned(),
            Schema::Url => "an address".to_owned(),
            Schema::Status => "a status".to_owned(),
            Schema::Code => "a code".to_owned(),
            Schema::Pointer => "a JSON pointer".to_owned(),
            Schema::Name | Schema::Tag => "a name".to_owned(),
            Schema::List(_) => "a list".to_owned(),
            Schema::OneOrMany(one) => format!("{} or a list", one.noun()),
            Schema::Map(..) | Schema::Record(_) => "a mapping".to_owned(),
            Schema::FlagOr(other) => format!("`true` or {}", other.noun()),
        }
    }
}
