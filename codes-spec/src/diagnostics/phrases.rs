//! The parts of messages that vary within a rule: labels, reasons and alternatives.

use std::fmt::Display;

pub(crate) use crate::diagnostics::slip_phrases::*;
use crate::text::unicode;

// labels of related locations
pub(crate) const DETAIL_IS_TEXT: &str = "this detail is text";
pub(crate) const DETAIL_IS_INTEGER: &str = "this detail is an integer";
pub(crate) const THE_PARAM: &str = "the parameter";
pub(crate) const FIRST: &str = "first one here";
pub(crate) const OPENED: &str = "opened here";
pub(crate) const LINE_ABOVE: &str = "the line above";
pub(crate) const RUNS_ON: &str = "the quoted text continues here";
pub(crate) const RESERVED: &str = "reserved here";
pub(crate) const IS_TEXT: &str = "this code is text";
pub(crate) const IS_INTEGER: &str = "this code is an integer";
pub(crate) const THE_CODE: &str = "the code";
pub(crate) const INCLUDES_IT: &str = "includes it";
pub(crate) const USED: &str = "already used here";
pub(crate) const HAS_NAME: &str = "has this name";
pub(crate) const HAD_NAME: &str = "has this former name";
pub(crate) const THIS_ROW: &str = "this row";

// labels that suggest a correction
pub(crate) fn meant(word: impl Display) -> String {
    format!("did you mean {word}?")
}

pub(crate) fn quote(token: &str) -> String {
    format!("quote it: \"{token}\"")
}

pub(crate) fn without_fraction(token: &str) -> String {
    meant(token.split('.').next().unwrap_or(token))
}

pub(crate) fn remove_key_or_quote(token: &str) -> String {
    format!("remove the key, or quote the text: \"{token}\"")
}

pub(crate) fn remove_item_or_quote(token: &str) -> String {
    format!("remove the item, or quote the text: \"{token}\"")
}

// files that cannot be read, or are not specs
pub(crate) const UTF_16: &str = "UTF-16";
pub(crate) const NOT_UTF_8: &str = "an invalid byte";
pub(crate) const HTML: &str = "an HTML page";
pub(crate) const MARKDOWN: &str = "a Markdown page";

// what the parser expected
pub(crate) const UNEXPECTED: &str = "unexpected text";
pub(crate) const ENDS_EARLY: &str = "unexpected end of the file inside brackets";
pub(crate) const CLOSE_BRACKET: &str =
    "add the closing bracket, or quote text that contains brackets, commas or colons";
pub(crate) const CHECK_LINES: &str = "check quotes and indentation on this line and the one above";
pub(crate) const COMMA_OR_BRACKET: &str = "`,` or `]`";
pub(crate) const COMMA_OR_BRACE: &str = "`,` or `}`";

// escape sequences, block text and directives that the parser rejects
pub(crate) const UNKNOWN_ESCAPE: &str = "unknown escape sequence";
pub(crate) const ESCAPE_BACKSLASH: &str = "write `\\\\` for a backslash, or use single quotes";
pub(crate) const NOT_A_CHARACTER: &str = "escape sequence is not a Unicode character";
pub(crate) const WRITE_CHARACTER: &str = "write the character itself, or `\\\\` for a backslash";
pub(crate) const BLOCK_ON_LINE: &str = "block text cannot start on the same line as `|` or `>`";
pub(crate) const INDENT_BLOCK: &str = "indent the text on the next line, or put it in quotes";
pub(crate) const BLOCK_OF_ZERO: &str = "block text cannot have an indentation of 0";
pub(crate) const REMOVE_ZERO: &str = "remove the `0`, and indent the text";
pub(crate) const DIRECTIVE: &str = "unsupported or duplicate directive";
pub(crate) const REMOVE_DIRECTIVE: &str = "remove the line that starts with `%`";

/// A character in a message, with its code point unless it is ASCII.
pub(crate) fn character(c: char) -> String {
    match c {
        '`' => "a backtick".to_owned(),
        c if c.is_ascii() => format!("`{c}`"),
        c => format!("`{c}` ({})", unicode(c)),
    }
}

// keys: where they are, and alternatives to unknown ones
/// The name of a row in messages. `format::entries` compares with it, to report a missing dash
/// before a row.
pub(crate) const ROW: &str = "a row";
pub(crate) const GROUP: &str = "a group";
pub(crate) const USE_FIELDS: &str = "move the text to `fields`";
pub(crate) const REMOVE_ONE: &str = "remove one of the two";
pub(crate) const MERGE_OR_REMOVE: &str = "merge the two, or remove one";
pub(crate) const USE_SCHEMA_COMMENT: &str =
    "write it as a comment: `# yaml-language-server: $schema=…`";
pub(crate) const USE_CODES: &str =
    "move its rows to `codes` of the table, and add a `group` to each";

/// The end of a help for a row that may be a part of the row above.
pub(crate) const REMOVE_DASH: &str = ", or remove `- ` if the keys belong to the row above";

pub(crate) const ADD_MESSAGES: &str = "; if responses have neither, add `messages` to every row";

pub(crate) fn key(name: &str) -> String {
    format!("the key `{name}`")
}

pub(crate) fn meant_key(key: &str) -> String {
    format!("`{key}`")
}

pub(crate) fn use_one_of<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    format!("use one of {}", keys.collect::<Vec<_>>().join(", "))
}

pub(crate) const NO_CODE: &str = "`body` has no `code`";
pub(crate) const ADD_CODE: &str = "add `code: …`";

// empty values
pub(crate) const IS_EMPTY: &str = "is empty";
pub(crate) const HAS_NO_VALUE: &str = "has no value";
pub(crate) const OR_REMOVE_KEY: &str = ", or remove the key";
pub(crate) const OR_REMOVE_ITEM: &str = ", or remove the item";
pub(crate) const OR_REMOVE_VALUE: &str = ", or remove its key";

// text that must be a single line of printable characters
pub(crate) const LINE_BREAK: &str = "must be a single line, but contains a line break";
pub(crate) const REPLACE_BREAK: &str = "replace the line break with a space";
pub(crate) const REMOVE_CHARACTER: &str = "remove the character";

pub(crate) fn unprintable(code: impl Display) -> String {
    format!("contains the unprintable character {code}")
}

// names, codes and templates that are too large
pub(crate) const THE_NAME: &str = "the variant name";
pub(crate) const SHORTER_NAME: &str = "write a shorter name";
pub(crate) const ADD_SHORTER_NAME: &str = "add a shorter `name`";
pub(crate) const IS_MESSAGE: &str = "write only the code; move a message to `title` or `messages`";
pub(crate) const SHORTEN: &str = "shorten the template, or move long text to `description`";
pub(crate) const REMOVE_PLACEHOLDERS: &str = "remove some of the placeholders";

pub(crate) fn bytes(count: impl Display) -> String {
    format!("{count} bytes")
}

pub(crate) fn placeholders(count: impl Display) -> String {
    format!("{count} placeholders")
}

// codes of another type than the table's, and codes that are reserved
pub(crate) const INTEGERS: &str = "integers";
pub(crate) const TEXT: &str = "text";

pub(crate) fn is_integer(code: impl Display) -> String {
    format!("{code} is an integer")
}

pub(crate) fn is_text(code: impl Display) -> String {
    format!("`{code}` is text")
}

pub(crate) fn reserved(code: impl Display) -> String {
    format!("code `{code}` is reserved")
}

// aliases that add nothing to the row's code
pub(crate) const OWN_CODE: &str = "the row's own code";

pub(crate) fn covered_by(class: impl Display) -> String {
    format!("already matched by the row's code `{class}`")
}

pub(crate) fn overlaps_reserved(codes: impl Display) -> String {
    format!("codes `{codes}` overlap a reserved code or range")
}

// why a default outcome is probably wrong
pub(crate) const BELOW_400: &str = "with statuses below 400";
pub(crate) const WITHOUT_STATUS: &str = "without a status";
pub(crate) const HAS_CODE: &str = "a row that has a code is usually an error";
pub(crate) const CODE_ZERO: &str = "code 0 usually means success";

// variant names
/// Proposed if the name that was found cannot be converted to camel case.
pub(crate) const A_NAME: &str = "NotFound";
pub(crate) const OTHER_NAME: &str = "choose another name";
pub(crate) const NAME_APART: &str =
    "give each row a `name` that says how it differs from the other";

pub(crate) const ONE_CODE: &str = "; if both rows are for the same code, keep only one of them";

pub(crate) fn add_name(name: impl Display) -> String {
    format!("add `name: {name}` to this row")
}

pub(crate) fn change_name(name: impl Display) -> String {
    format!("change one of the two names, for example this one to `{name}`")
}

pub(crate) fn name_both(here: impl Display, first: impl Display) -> String {
    format!("add `name: {here}` to this row and `name: {first}` to the first row")
}

pub(crate) fn code(code: impl Display) -> String {
    format!("the code `{code}`")
}

pub(crate) fn former_name(name: impl Display) -> String {
    format!("; to keep the second name, add `former_names: [{name}]` to the first row")
}

pub(crate) const MESSAGES: &str = "messages alone";

pub(crate) fn title(title: impl Display) -> String {
    format!("the title `{title}`")
}

// names and former names that conflict
pub(crate) const NAME: &str = "name";
pub(crate) const FORMER_NAME: &str = "former name";
pub(crate) const OWN_NAME: &str = "remove it: it is the row's own name";
pub(crate) const OTHER_FORMER_NAME: &str = "remove it, or rename the other row";
pub(crate) const REMOVE_FROM_ONE: &str = "remove it from one of the two rows";
pub(crate) const RENAME_UNLESS_INTENDED: &str = "rename the other row, unless this is intended";
pub(crate) const REMOVE_UNLESS_INTENDED: &str = "remove the former name, unless this is intended";
pub(crate) const AN_ITEM: &str = "a generated constant or method";

pub(crate) fn tag_method(name: impl Display) -> String {
    format!("the generated method `{name}()`")
}

// why a key has no effect, and what to do instead
pub(crate) const TEXTS_ARE_PLAIN: &str = "it applies to links in Markdown, but the texts are plain";
pub(crate) const ADD_MARKDOWN: &str = "write `markdown: true`";
pub(crate) const CODES_ARE_TEXT: &str = "it applies to integers, but all codes are text";
pub(crate) const UNQUOTE_CODES: &str = "remove the quotes from the codes";
