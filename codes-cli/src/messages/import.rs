//! Errors of `codes import`, and its doubts: what a page has that a spec has no place for.

use std::fmt;
use std::path::Path;

use codes_spec::{MAX_BYTES, MAX_ROWS};

use super::{Message, shown};
use crate::text::{count, visible};

pub(crate) fn page_too_large(name: &str) -> Message {
    Message::with_help(
        format!("cannot read `{name}`: it has more than {MAX_BYTES} bytes"),
        "cut out the part with the table",
    )
}

/// The byte is counted from 1.
pub(crate) fn page_not_utf8(name: &str, byte: usize) -> Message {
    Message::with_help(
        format!("cannot read `{name}`: byte {byte} is not UTF-8"),
        "save the page as UTF-8",
    )
}

/// `skipped` rows were found that have neither status nor code.
pub(crate) fn no_table(name: &str, skipped: usize) -> Message {
    let skipped = match skipped {
        0 => String::new(),
        skipped => format!("; {} have neither", count(skipped, "row")),
    };
    Message::with_help(
        format!("no table of codes was found in `{name}`{skipped}"),
        "a row begins with a status or a code: in a table, in a heading, or on a line of its own",
    )
}

pub(crate) fn too_many_rows(name: &str, rows: usize) -> Message {
    let rows = count(rows, "row");
    Message::new(format!(
        "`{name}` has {rows}; a spec has at most {MAX_ROWS}: cut the page into parts"
    ))
}

pub(crate) fn extra_path(path: &Path) -> Message {
    Message::with_help(
        format!("{} is one path too many", shown(path)),
        "import one page at a time, name the file to write by `-o`, or compare with `--check`",
    )
}

pub(crate) fn spec_has_errors() -> Message {
    Message::new("the spec has mistakes; correct them before it is compared")
}

/// The notice after a spec was written that still has errors.
pub(crate) fn written_spec_has_errors(errors: usize) -> String {
    format!(
        "the spec has {}; correct by hand what the page leaves open\n",
        count(errors, "mistake")
    )
}

/// `8 rows found, 8 written, no doubts`
pub(crate) fn import_summary(found: usize, written: usize, doubts: usize) -> String {
    let doubts = match doubts {
        0 => "no doubts".to_owned(),
        doubts => {
            format!(
                "{}, each a comment that begins with `not placed`",
                count(doubts, "doubt")
            )
        }
    };
    format!("{} found, {written} written, {doubts}", count(found, "row"))
}

/// The result of a comparison, with the names of page and spec and the numbers of their rows.
pub(crate) struct Comparison<'n> {
    pub(crate) page: &'n str,
    pub(crate) page_rows: usize,
    pub(crate) spec: &'n str,
    pub(crate) spec_rows: usize,
    pub(crate) differences: usize,
    pub(crate) doubts: usize,
}

impl fmt::Display for Comparison<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (page_rows, spec_rows) = (count(self.page_rows, "row"), count(self.spec_rows, "row"));
        let (page, spec) = (self.page, visible(self.spec));
        write!(f, "{page_rows} in {page}, {spec_rows} in {spec}: ")?;
        match self.differences {
            0 => f.write_str("no drift")?,
            differences => f.write_str(&count(differences, "difference"))?,
        }
        match self.doubts {
            0 => Ok(()),
            doubts => write!(f, "; {} on the page", count(doubts, "doubt")),
        }
    }
}

/// Something on a page that could not be placed in the spec. It becomes a comment there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// A text that nothing refers to.
    Text(String),
    /// An example that is no row's.
    Code(String),
    RowWithoutKey(String),
    /// A table of other things: its lines.
    TableWithoutKeys(Vec<String>),
    /// A row that says what an earlier one says.
    RepeatedRow(String),
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not placed: ")?;
        match self {
            Doubt::Text(text) => f.write_str(text),
            Doubt::Code(code) => write!(f, "code: {code}"),
            Doubt::RowWithoutKey(row) => write!(f, "a row without status or code: {row}"),
            Doubt::TableWithoutKeys(lines) => {
                write!(
                    f,
                    "a table without statuses or codes:\n{}",
                    lines.join("\n")
                )
            }
            Doubt::RepeatedRow(row) => write!(f, "repeated on the page: {row}"),
        }
    }
}
