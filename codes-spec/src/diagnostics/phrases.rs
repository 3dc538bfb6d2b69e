//! The parts of messages that vary within a rule: labels, reasons and alternatives.

use std::fmt::Display;

// labels of related locations
pub(crate) const OTHER_DETAIL: &str = "this detail has the other type";
pub(crate) const THE_PARAM: &str = "the parameter";
pub(crate) const FIRST: &str = "first one here";
pub(crate) const OPENED: &str = "opened here";
pub(crate) const LINE_ABOVE: &str = "the line above";
pub(crate) const RESERVED: &str = "reserved here";
pub(crate) const OTHER_CODE: &str = "this code has the other type";
pub(crate) const THE_CODE: &str = "the code";
pub(crate) const USED: &str = "already used here";
pub(crate) const THIS_ROW: &str = "this row";

// why a file cannot be read
pub(crate) const UTF_16: &str = "UTF-16";
pub(crate) const NOT_UTF_8: &str = "an invalid byte";

// what the parser expected
pub(crate) const ENDS_EARLY: &str = "unexpected end of the file";
pub(crate) const COMMA_OR_BRACKET: &str = "`,` or `]`";
pub(crate) const COMMA_OR_BRACE: &str = "`,` or `}`";

// the label of a line that quoted text runs on to, and what a file is instead of a spec
pub(crate) const RUNS_ON: &str = "the quoted text goes on here";
pub(crate) const HTML: &str = "an HTML page";
pub(crate) const MARKDOWN: &str = "a Markdown page";

// alternatives to adding a value
pub(crate) const LEAVE_OUT: &str = "remove it";
pub(crate) const LEAVE_KEY_OUT: &str = "remove the key";

// why a default outcome is probably wrong
pub(crate) const CODE_OF_SUCCESS: &str = "this row has a code, but only statuses below 400";
pub(crate) const CODE_ZERO: &str = "code 0 usually means success";

// why a key has no effect, and what to do instead
pub(crate) const TEXTS_ARE_PLAIN: &str = "it applies to links in Markdown, but the texts are plain";
pub(crate) const ADD_MARKDOWN: &str = "write `markdown: true`";
pub(crate) const CODES_ARE_TEXT: &str = "it applies to integers, but all codes are text";
pub(crate) const UNQUOTE_CODES: &str = "remove the quotes from the codes";

pub(crate) const NO_CODE: &str = "nothing says where the code is";
pub(crate) const ADD_CODE: &str = "add `code: …`";

// codes of another type than the table's
pub(crate) const INTEGERS: &str = "integers";
pub(crate) const TEXT: &str = "text";

pub(crate) fn is_integer(code: impl Display) -> String {
    format!("{code} is an integer")
}

pub(crate) fn is_text(code: impl Display) -> String {
    format!("`{code}` is text")
}

// the unit that a template has too many of
pub(crate) fn bytes(count: impl Display) -> String {
    format!("{count} bytes")
}

pub(crate) fn placeholders(count: impl Display) -> String {
    format!("{count} placeholders")
}

// why a code is refused
pub(crate) fn reserved(code: impl Display) -> String {
    format!("code `{code}` is reserved")
}

pub(crate) fn overlaps_reserved(codes: impl Display) -> String {
    format!("codes `{codes}` overlap a reserved code or range")
}

// what is wrong with a line, and how to fix it
pub(crate) const LINE_BREAK: &str = "must be a single line, but contains a line break";
pub(crate) const REPLACE_BREAK: &str = "replace the line break with a space";
pub(crate) const REMOVE_CHARACTER: &str = "remove the character";

pub(crate) fn unprintable(code: impl Display) -> String {
    format!("contains the unprintable character {code}")
}

// what a former name would be confused with
pub(crate) const AN_ITEM: &str = "a generated constant or method";

pub(crate) fn tag_method(name: impl Display) -> String {
    format!("the generated method `{name}()`")
}

// the name to write, if none can be made of a name in another case
pub(crate) const A_NAME: &str = "NotFound";

// what a name cannot be made of
pub(crate) fn code(code: impl Display) -> String {
    format!("the code `{code}`")
}

pub(crate) const MESSAGES: &str = "messages alone";

pub(crate) fn title(title: impl Display) -> String {
    format!("the title `{title}`")
}

// what else a code may be equal to, and the label of its location
pub(crate) const FORMER_NAME: &str = "former name";
pub(crate) const HAD_NAME: &str = "has this former name";
pub(crate) const REMOVE_FORMER_NAME: &str =
    "remove the former name, or keep it if `FromStr` returns the right row";
pub(crate) const NAME: &str = "name";
pub(crate) const HAS_NAME: &str = "has this name";
pub(crate) const RENAME_OTHER: &str =
    "rename the other row, or keep the name if `FromStr` returns the right row";

pub(crate) fn key(name: &str) -> String {
    format!("the key `{name}`")
}

/// The help for two rows of one name whose texts yield no others.
pub(crate) const NAME_BOTH: &str = "add `name:` to both, from what differs between them";

// the mapping that a second row without a dash becomes part of
pub(crate) const ROW: &str = "a row";

/// The key that was probably meant by another.
pub(crate) fn meant_key(key: &str) -> String {
    format!("`{key}`")
}

// alternatives to an unknown key
pub(crate) const USE_FIELDS: &str = "move the text to `fields`";

pub(crate) fn use_one_of<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    format!("use one of {}", keys.collect::<Vec<_>>().join(", "))
}

/// The label that suggests what was probably meant.
pub(crate) fn meant(word: impl Display) -> String {
    format!("did you mean {word}?")
}

/// The label that suggests quotes.
pub(crate) fn quote(token: &str) -> String {
    format!("quote it: \"{token}\"")
}
