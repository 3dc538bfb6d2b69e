//! Messages of `codes import`: errors and summaries.

use std::fmt;
use std::path::Path;

use codes_spec::MAX_ROWS;

use super::{Message, shown};
use crate::text::{count, visible};

// the reasons why the value of an option is rejected
pub(crate) const INVALID_DATE: &str = "not a valid date; write it as 2026-11-19";
pub(crate) const INVALID_SOURCE: &str =
    "expected a URL that starts with https:// or http://, or the name of a page";

pub(crate) const INVALID_COLUMN: &str = "expected the heading of a column and its key, as in 'Error Code=code'; keys are \
    status, code, title, description, when, action, retry, outcome, group, examples, url and fields";

/// `skipped` is the number of rows that have neither a status nor a code.
pub(crate) fn no_table(name: &str, skipped: usize) -> Message {
    let skipped = match skipped {
        0 => String::new(),
        skipped => format!(": {} without status or code", count(skipped, "row")),
    };
    Message::with_help(
        format!("no table of status codes found in `{name}`{skipped}"),
        "check that this is the page with the codes; if it is, name the column of the codes with `--column 'HEADING=code'`, or edit your copy so that each table row, heading or line starts with a status or code",
    )
}

pub(crate) fn unknown_heading(name: &str, heading: &str) -> Message {
    Message::with_help(
        format!(
            "`{name}` has no heading or enum {}",
            shown(Path::new(heading))
        ),
        "copy the heading of a section or column, or the name of an enum, from the file",
    )
}

/// The comment in the spec that records the options is not valid, for example after an edit by hand.
pub(crate) fn invalid_record(spec: &str) -> Message {
    Message::with_help(
        format!(
            "{} records options that are not valid",
            shown(Path::new(spec))
        ),
        "correct its comment that starts with `# imported with:`, or remove it",
    )
}

pub(crate) fn recorded_stdin(spec: &str) -> Message {
    Message::with_help(
        format!(
            "{} was made with a second file from standard input",
            shown(Path::new(spec))
        ),
        "pass `--with` and the file",
    )
}

pub(crate) fn too_many_pieces(name: &str, most: usize) -> Message {
    Message::with_help(
        format!("`{name}` has more than {most} lines, cells and tags"),
        "save only the part with the table",
    )
}

pub(crate) fn too_many_rows(name: &str, rows: usize) -> Message {
    let rows = count(rows, "row");
    Message::with_help(
        format!("`{name}` has {rows}, but a spec can have at most {MAX_ROWS}"),
        "split the page into several files",
    )
}

pub(crate) fn extra_path(path: &Path) -> Message {
    Message::with_help(
        format!("unexpected argument {}", shown(path)),
        "use `-o` to name the file to write, or `--check` or `--update` for a spec that exists",
    )
}

pub(crate) fn spec_has_errors() -> Message {
    Message::with_help(
        "cannot compare the page with a spec that has errors",
        "fix the errors above first",
    )
}

/// The notice after writing a spec that still has errors.
pub(crate) fn written_spec_has_errors(errors: usize) -> String {
    format!(
        "the written spec has {}; fix them by hand\n",
        count(errors, "error")
    )
}

/// `8 rows found, 8 written`
pub(crate) fn import_summary(
    found: usize,
    written: usize,
    doubts: usize,
    skipped: usize,
) -> String {
    let doubts = match doubts {
        0 => String::new(),
        doubts => format!(
            "; {}, see the comments that start with `# doubt:`",
            count(doubts, "doubt")
        ),
    };
    let skipped = match skipped {
        0 => String::new(),
        skipped => format!(
            "; {} skipped, see the comments that start with `# skipped:`",
            count(skipped, "item")
        ),
    };
    let found = count(found, "row");
    format!("{found} found, {written} written{doubts}{skipped}")
}

/// The result of a comparison, with the names of the page and the specs, and how many rows each side has.
pub(crate) struct Comparison<'n> {
    pub(crate) page: &'n str,
    pub(crate) page_rows: usize,
    pub(crate) specs: Vec<&'n str>,
    pub(crate) spec_rows: usize,
    pub(crate) differences: usize,
    pub(crate) skipped: usize,
}

impl fmt::Display for Comparison<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (page_rows, spec_rows) = (count(self.page_rows, "row"), count(self.spec_rows, "row"));
        let page = self.page;
        let spec = match self.specs[..] {
            [spec] => visible(spec),
            ref specs => count(specs.len(), "spec"),
        };
        write!(f, "{page_rows} in {page}, {spec_rows} in {spec}: ")?;
        match self.differences {
            0 => f.write_str("no differences")?,
            differences => f.write_str(&count(differences, "difference"))?,
        }
        match self.skipped {
            0 => Ok(()),
            skipped => write!(f, "; {} on the page skipped", count(skipped, "item")),
        }
    }
}
