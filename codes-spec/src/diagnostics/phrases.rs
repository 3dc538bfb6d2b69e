//! The parts of messages that a rule alone does not determine: labels of locations, reasons and alternatives.

use std::fmt::Display;

// labels of related locations
pub(crate) const FIRST: &str = "first one here";
pub(crate) const OPENED: &str = "opened here";
pub(crate) const LINE_ABOVE: &str = "the line above";
pub(crate) const RESERVED: &str = "reserved here";
pub(crate) const OTHER_CODE: &str = "one of the others";
pub(crate) const THE_CODE: &str = "the code";
pub(crate) const BY_THIS: &str = "by this one";
pub(crate) const THIS_ROW: &str = "this row";

// why a file cannot be read
pub(crate) const UTF_16: &str = "the file is UTF-16";
pub(crate) const NOT_UTF_8: &str = "this is no UTF-8";

// what the parser says of YAML that cannot be read
pub(crate) const ENDS_EARLY: &str = "it ends too early";
pub(crate) const COMMA_OR_BRACKET: &str = "`,` or `]`";
pub(crate) const COMMA_OR_BRACE: &str = "`,` or `}`";

// alternatives to adding a value
pub(crate) const LEAVE_OUT: &str = "leave it out";
pub(crate) const LEAVE_KEY_OUT: &str = "leave the key out";

// why an outcome is probably not what the vendor means
pub(crate) const NO_ERROR_STATUS: &str = "a row with a code has no status from 400 up";
pub(crate) const CODE_ZERO: &str = "the code 0 often stands for success";

// why a key has no effect, and what to do instead
pub(crate) const TEXTS_ARE_PLAIN: &str = "it is for links in Markdown, and the texts are plain";
pub(crate) const ADD_MARKDOWN: &str = "write `markdown: true`";
pub(crate) const CODES_ARE_TEXT: &str = "it is for integers, and no code is one";
pub(crate) const UNQUOTE_CODES: &str = "write the codes as integers, without quotes";

// codes of another type than the table's
pub(crate) const INTEGERS: &str = "integers";
pub(crate) const TEXT: &str = "text";

pub(crate) fn is_integer(code: impl Display) -> String {
    format!("{code} is an integer")
}

pub(crate) fn is_text(code: impl Display) -> String {
    format!("`{code}` is text")
}

// what a name cannot be made of
pub(crate) fn code(code: impl Display) -> String {
    format!("the code `{code}`")
}

pub(crate) fn title(title: impl Display) -> String {
    format!("the title `{title}`")
}

// what else a code may be equal to, and the label of its location
pub(crate) const FORMER_NAME: &str = "former name";
pub(crate) const HAD_NAME: &str = "had this name";
pub(crate) const NAME: &str = "name";
pub(crate) const HAS_NAME: &str = "comes to this name";

// alternatives to an unknown key
pub(crate) const USE_FIELDS: &str = "put the text into `fields`";

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
