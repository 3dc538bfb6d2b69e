//! Descriptions of keys and values, for messages, the JSON Schema and the reference page.

use std::borrow::Cow;

use crate::table::name::{KEYWORDS, NOT_IN_NAMES};
use crate::table::tag;
use crate::table::template::PLACEHOLDERS;
use crate::text::{LINE_END, UNPRINTABLE};

/// A key of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key as it is written in a spec.
    pub name: &'static str,
    /// The values that it accepts.
    pub schema: Schema,
    /// Whether it may be absent.
    pub need: Need,
    /// Its meaning, in one line.
    pub line: &'static str,
}

/// Whether a key may be absent, and its default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must be present.
    Required,
    /// It may be absent.
    Optional,
    /// If it is absent, this is its value.
    Default(&'static str),
}

/// The values that a key accepts, for descriptions of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// Text that is not empty.
    Text,
    /// Text on one line, without control characters.
    Line,
    /// `true` or `false`.
    Flag,
    /// A date such as `2026-11-19`.
    Date,
    /// A URL with `http://` or `https://`.
    Url,
    /// A status, a class or a range of statuses.
    Status,
    /// A code: text, an integer, a range of integers, or a class of texts.
    Code,
    /// A JSON pointer.
    Pointer,
    /// A pattern of messages.
    Pattern,
    /// The name of a header.
    Header,
    /// Text, an integer or a boolean.
    Fact,
    /// The name of a header, or a mapping with these keys.
    HeaderOr(&'static [Key]),
    /// A template for `Display`.
    Template,
    /// A Rust identifier.
    Name,
    /// A name in `snake_case`.
    Tag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of these values: at least one, and no duplicates.
    List(&'static Schema),
    /// One value, or a list of them.
    OneOrMany(&'static Schema),
    /// A mapping from names of the first shape to values of the second.
    Map(&'static Schema, &'static Schema),
    /// A mapping with these keys.
    Record(&'static [Key]),
    /// From one to [`MAX_ROWS`](crate::MAX_ROWS) mappings with these keys, each with a status or a code.
    Rows(&'static [Key]),
    /// A boolean, or another value.
    FlagOr(&'static Schema),
}

/// A regular expression for ranges of codes that have another dash, dots or `to` in place of a hyphen.
const DASHED_CODES: &str = concat!(
    r"^-?([0-9]{1,18}|0x[0-9A-Fa-f]{1,15})(\s*(\.\.=?|[…–—])\s*|\s+to\s+)",
    r"-?([0-9]{1,18}|0x[0-9A-Fa-f]{1,15})\s*$"
);

/// A regular expression for ranges of statuses that are reversed: `500-400` and `599-500`.
const REVERSED_STATUSES: &str = concat!(
    r"^\s*([2-9]..\s*-\s*1|[3-9]..\s*-\s*2|[4-9]..\s*-\s*3|[5-9]..\s*-\s*4|[6-9]..\s*-\s*5",
    r"|[7-9]..\s*-\s*6|[89]..\s*-\s*7|9..\s*-\s*8)[0-9]{2}\s*$",
    r"|^\s*(1[1-9].\s*-\s*1|2[1-9].\s*-\s*2|3[1-9].\s*-\s*3|4[1-9].\s*-\s*4|5[1-9].\s*-\s*5",
    r"|6[1-9].\s*-\s*6|7[1-9].\s*-\s*7|8[1-9].\s*-\s*8|9[1-9].\s*-\s*9)0[0-9]\s*$"
);

impl Schema {
    /// Returns the keys that a mapping in a value of this shape can have, or `None` if such a value contains no mapping.
    pub fn keys(&self) -> Option<&'static [Key]> {
        match self {
            Schema::Record(keys) | Schema::Rows(keys) | Schema::HeaderOr(keys) => Some(keys),
            Schema::Map(_, other) | Schema::FlagOr(other) | Schema::OneOrMany(other) => {
                other.keys()
            }
            _ => None,
        }
    }

    /// Describes a value of this shape, or returns `None` for shapes that list words or contain other shapes.
    pub fn words(&self) -> Option<&'static str> {
        Some(match self {
            Schema::Text => "text",
            Schema::Line => "text on one line",
            Schema::Flag => "`true` or `false`",
            Schema::Date => "a date as YYYY-MM-DD, such as 2026-11-19",
            Schema::Url => "a URL that starts with `https://` or `http://`",
            Schema::Status => {
                "an integer from 100 to 999, a class such as `5xx` or `50x`, or a range such as `500-599`"
            }
            Schema::Code => "text on one line, or a 64-bit integer",
            Schema::Pointer => {
                "a JSON pointer, such as `/error/code`, or `\"\"` for the whole body"
            }
            Schema::Template => "text on one line, with placeholders in braces",
            Schema::Header => "the name of a header, such as `x-error-code`",
            Schema::Fact => "text on one line, an integer, or `true` or `false`",
            Schema::Pattern => "text, with `*` or `{name}` for parts that vary",
            Schema::Name => "a Rust identifier that is not a keyword",
            Schema::Tag => "text in snake_case",
            _ => return None,
        })
    }

    /// Returns a regular expression that text of this shape matches, in a syntax that every engine supports. It accepts
    /// everything that the reader accepts, and some values that a regular expression cannot rule out: 29 February,
    /// most reversed ranges, some characters that Rust does not allow in names.
    pub fn pattern(&self) -> Option<Cow<'static, str>> {
        let pattern = match self {
            Schema::Text | Schema::Line | Schema::Code | Schema::Fact => r"\S",
            Schema::Header => r"^[0-9A-Za-z!#$%&'*+.^_`|~-]+$",
            Schema::Date => {
                "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"
            }
            Schema::Url => r"^https?://\S+$",
            Schema::Status => r"^([1-9][0-9xX][xX]|\s*[1-9][0-9]{2}\s*-\s*[1-9][0-9]{2}\s*)$",
            Schema::Pointer => "^(/([^~]|~[01])*)?$",
            Schema::Pattern => r"^\s*(([^\s{}]|\{\{|\}\}|\{[a-z_][a-z0-9_]*\})\s*)+$",
            Schema::Name => {
                let letters = NOT_IN_NAMES.trim_start_matches('[').trim_end_matches(']');
                let start = format!(r"([A-Za-z_]|[^\x00-\x7f{letters}])");
                return Some(format!("^{start}([0-9]|{start})*$").into());
            }
            Schema::Tag => "^[a-z0-9]+(_[a-z0-9]+)*$",
            Schema::Template => {
                let words = PLACEHOLDERS.map(|(name, _)| name).join("|");
                return Some(
                    [r"^\s*(([^\s{}]|\{\{|\}\}|\{(", &words, r")\})\s*)+$"]
                        .concat()
                        .into(),
                );
            }
            _ => return None,
        };
        Some(pattern.into())
    }

    /// Returns a regular expression that no part of the text may match, for rules that `pattern` cannot express.
    pub fn never(&self) -> Option<Cow<'static, str>> {
        match self {
            Schema::Line | Schema::Url | Schema::Pointer | Schema::Fact => Some(UNPRINTABLE.into()),
            Schema::Code => Some(format!("{UNPRINTABLE}|{DASHED_CODES}").into()),
            Schema::Status => Some(REVERSED_STATUSES.into()),
            Schema::Template => Some(LINE_END.into()),
            _ => None,
        }
    }

    /// Words that match the pattern but are not allowed.
    pub fn taken(&self) -> &'static [&'static str] {
        match self {
            Schema::Name => KEYWORDS,
            Schema::Tag => tag::TAKEN,
            _ => &[],
        }
    }

    /// Returns whether this shape accepts only scalars. A flag does not count as one.
    pub(crate) fn is_scalar(&self) -> bool {
        use Schema::{Flag, FlagOr, HeaderOr, List, Map, OneOrMany, Record, Rows};
        !matches!(
            self,
            Flag | FlagOr(_) | HeaderOr(_) | List(_) | OneOrMany(_) | Map(..) | Record(_) | Rows(_)
        )
    }

    /// Returns the name of the shape for messages.
    pub(crate) fn noun(&self) -> String {
        match self {
            Schema::Text | Schema::Line | Schema::Template | Schema::Pattern => "text".to_owned(),
            Schema::Word(_) => "a word".to_owned(),
            Schema::Flag => "`true` or `false`".to_owned(),
            Schema::Date => "a date".to_owned(),
            Schema::Url => "a URL".to_owned(),
            Schema::Status => "a status code".to_owned(),
            Schema::Code => "text or an integer".to_owned(),
            Schema::Pointer => "a JSON pointer".to_owned(),
            Schema::Header => "the name of a header".to_owned(),
            Schema::HeaderOr(_) => "the name of a header or a mapping".to_owned(),
            Schema::Fact => "text, an integer, or `true` or `false`".to_owned(),
            Schema::Name => "a Rust identifier".to_owned(),
            Schema::Tag => "a name".to_owned(),
            Schema::List(_) | Schema::Rows(_) => "a list".to_owned(),
            Schema::OneOrMany(one) => format!("{} or a list", one.noun()),
            Schema::Map(..) | Schema::Record(_) => "a mapping".to_owned(),
            Schema::FlagOr(other) => format!("`true` or {}", other.noun()),
        }
    }

    /// Says how to write a value of this shape, for helps.
    pub(crate) fn how(&self) -> String {
        match self {
            Schema::Text | Schema::Line | Schema::Template | Schema::Pattern => {
                "text; quote text that contains `: ` or starts with a bracket".to_owned()
            }
            Schema::Word(words) => format!("one of {}", words.join(", ")),
            Schema::List(_) | Schema::Rows(_) => "a list, with `- ` before each item".to_owned(),
            Schema::Record([first, second]) => {
                format!(
                    "a mapping, such as `{{{}: …, {}: …}}`",
                    first.name, second.name
                )
            }
            Schema::Map(..) | Schema::Record(_) => {
                "a mapping, with `key: value` on each line".to_owned()
            }
            Schema::OneOrMany(one) => one.how(),
            Schema::HeaderOr(_) => Schema::Header.how(),
            Schema::FlagOr(_) => self.noun(),
            _ => self.words().map_or_else(|| self.noun(), str::to_owned),
        }
    }
}
