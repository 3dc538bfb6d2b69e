//! Messages of `codes import` about the files that it reads, and about machine-readable documents.

use std::fmt;

use codes_spec::MAX_BYTES;

use super::Message;
use crate::text::{count, visible};

pub(crate) const INVALID_PATH: &str =
    "expected a path such as /errors/*/code, or @key, @value or @number";
pub(crate) const INVALID_FIELD: &str =
    "expected the name of a field and its path, as in Solution=/solution";

/// The maximum number of items that a message lists.
pub(super) const LISTED: usize = 6;

pub(crate) fn page_too_large(name: &str) -> Message {
    Message::with_help(
        format!(
            "cannot read `{name}`: the page is larger than {} MiB",
            MAX_BYTES >> 20
        ),
        "save only the part with the table",
    )
}

/// The byte is counted from 1.
pub(crate) fn page_not_utf8(name: &str, byte: usize) -> Message {
    Message::with_help(
        format!("cannot read `{name}`: byte {byte} is not valid UTF-8"),
        "save the page as UTF-8",
    )
}

pub(crate) fn source_code(name: &str, language: &str) -> Message {
    Message::with_help(
        format!("`{name}` is {language} source code, not a page"),
        "save the page that documents the codes, or pass `--from text` to read the lines anyway",
    )
}

pub(crate) fn too_large(name: &str, bytes: usize) -> Message {
    Message::with_help(
        format!(
            "cannot read `{name}`: the document is larger than {} MiB",
            bytes >> 20
        ),
        "save only the part with the codes",
    )
}

pub(crate) fn too_many_values(name: &str) -> Message {
    Message::with_help(
        format!("`{name}` has too many values"),
        "save only the part with the codes; the limit for JSON is higher than for YAML",
    )
}

/// Line and column are 0 if they are not known.
pub(crate) fn invalid_syntax(
    name: &str,
    syntax: &str,
    line: usize,
    column: usize,
    problem: &str,
) -> Message {
    let place = match line {
        0 => String::new(),
        _ => format!("line {line}, column {column}: "),
    };
    Message::with_help(
        format!(
            "cannot read `{name}` as {syntax}: {place}{}",
            visible(problem)
        ),
        "correct the document, or name its format with `--from`",
    )
}

pub(crate) fn unknown_path(name: &str, option: &str, path: &str) -> Message {
    Message::with_help(
        format!("`{option} {}` matches nothing in `{name}`", visible(path)),
        "write the path as in /errors/*/code, starting from the root for `--rows`, and from a row for other options",
    )
}

pub(crate) fn no_rows_at(name: &str, path: &str) -> Message {
    Message::with_help(
        format!(
            "`--rows {}` is neither a list nor a mapping in `{name}`",
            visible(path)
        ),
        "give the path of the list or mapping whose items are the rows",
    )
}

pub(crate) fn mapping_without_rows(name: &str, kind: &str) -> Message {
    Message::with_help(
        format!("path options such as `--code` do not apply to `{name}` (read as {kind})"),
        "pass `--rows` too, to read it as plain data, or choose columns with `--column`",
    )
}

pub(crate) fn mapping_of_page(name: &str, option: &str) -> Message {
    Message::with_help(
        format!("`{option}` does not apply to `{name}`, which is a page"),
        "choose columns with `--column`, or name another format with `--from`",
    )
}

pub(crate) fn smithy_idl(name: &str) -> Message {
    Message::with_help(
        format!("`{name}` is Smithy IDL, and only its AST in JSON is read"),
        "convert it with `smithy ast`",
    )
}

/// How a document was read.
#[derive(Debug)]
pub(crate) struct DocumentReading {
    /// The kind of the document, as in `Smithy model`.
    pub(crate) kind: String,
    /// A summary of the rows found, as in `145 error shapes`.
    pub(crate) found: String,
}

impl fmt::Display for DocumentReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "read as {}: {}", self.kind, visible(&self.found))
    }
}

pub(crate) fn rows_at(rows: usize, places: &[String]) -> String {
    format!("{} at {}", count(rows, "row"), listed(places))
}

pub(crate) fn error_shapes(shapes: usize) -> String {
    count(shapes, "error shape")
}

pub(crate) fn enum_values(values: usize, places: &[String]) -> String {
    format!("{} of {}", count(values, "value"), listed(places))
}

pub(crate) fn response_codes(codes: usize, places: &[String]) -> String {
    format!(
        "{} at {} in error responses",
        count(codes, "code"),
        listed(places)
    )
}

pub(crate) fn response_statuses(statuses: usize) -> String {
    let statuses = if statuses == 1 {
        "1 status".to_owned()
    } else {
        format!("{statuses} statuses")
    };
    format!("{statuses} of responses, without an enum of codes")
}

pub(super) fn listed(places: &[String]) -> String {
    let shown: Vec<_> = places
        .iter()
        .take(LISTED)
        .map(|place| format!("`{}`", visible(place)))
        .collect();
    match places.len().saturating_sub(LISTED) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// The document was read, and has no codes.
pub(crate) fn no_codes(name: &str, kind: &str, looked_for: &LookedFor) -> Message {
    Message::with_help(
        format!("no codes found in `{name}` (read as {kind}): {looked_for}"),
        match looked_for {
            LookedFor::Records(Some(Suggestion { options, rows })) => {
                let rows = count(*rows, "row");
                format!("if these are the codes, pass `{options}` to read {rows}")
            }
            LookedFor::Records(None) => {
                "name the paths of the rows and their codes, as in `--rows /errors --code @key`"
                    .to_owned()
            }
            LookedFor::Enums(enums) if !enums.is_empty() => {
                "choose an enum with `--table`".to_owned()
            }
            _ => "check that this is the document with the errors".to_owned(),
        },
    )
}

/// Options that read a part of a document, quoted for a shell, and the number of rows that they read.
#[derive(Clone, Debug)]
pub(crate) struct Suggestion {
    pub(crate) options: String,
    pub(crate) rows: usize,
}

/// The parts of a document that could have codes.
#[derive(Clone, Debug)]
pub(crate) enum LookedFor {
    /// Lists and mappings, with the options that read the largest one.
    Records(Option<Suggestion>),
    Responses,
    SmithyShapes,
    BotocoreShapes,
    /// The enums that the file has.
    Enums(Vec<String>),
}

impl fmt::Display for LookedFor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LookedFor::Records(_) => {
                "looked for lists and mappings of objects that have a status or an error code"
            }
            LookedFor::Responses => {
                "looked for responses with statuses, and for enums at properties named code, error, type, reason or issue in error responses"
            }
            LookedFor::SmithyShapes => "looked for structures with the trait `error`",
            LookedFor::BotocoreShapes => {
                "looked for shapes with `exception`, `error` or `fault`"
            }
            LookedFor::Enums(enums) if enums.is_empty() => "looked for enums, but found none",
            LookedFor::Enums(enums) => {
                return write!(
                    f,
                    "looked for enums with error, code, status or reason in their names, but found only {}",
                    listed(enums)
                );
            }
        })
    }
}

/// The status line on a terminal while a large document is read.
pub(crate) fn progress(name: &str, bytes: usize) -> String {
    format!("reading {name} ({} MiB)…", bytes >> 20)
}
