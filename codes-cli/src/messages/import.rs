//! Messages of `codes import`: errors, summaries, and the content that it skips.

use std::fmt;
use std::path::Path;

use codes_spec::MAX_ROWS;

use super::source_notes::{SourceDoubt, SourceSkip};
use super::{Message, shown};
use crate::text::{count, visible};

// values of options that are not accepted
pub(crate) const INVALID_DATE: &str = "not a valid date; write it as 2026-11-19";
pub(crate) const INVALID_SOURCE: &str =
    "expected a URL that starts with https:// or http://, or the name of a page";

pub(crate) const INVALID_COLUMN: &str = "expected the heading of a column and its key, as in 'Error Code=code'; keys are \
    status, code, title, description, when, action, retry, outcome, examples, url and fields";

/// `skipped` rows were found that have neither status nor code.
pub(crate) fn no_table(name: &str, skipped: usize) -> Message {
    let skipped = match skipped {
        0 => String::new(),
        skipped => format!(": {} without status or code", count(skipped, "row")),
    };
    Message::with_help(
        format!("no table of status codes found in `{name}`{skipped}"),
        "start each row with a status or a code, in a table, a heading or a line of its own",
    )
}

pub(crate) fn unknown_heading(name: &str, heading: &str) -> Message {
    Message::with_help(
        format!("`{name}` has no heading {}", shown(Path::new(heading))),
        "copy the heading of a section or column from the page",
    )
}

pub(crate) fn too_many_pieces(name: &str, most: usize) -> Message {
    Message::with_help(
        format!("`{name}` has more than {most} lines and cells"),
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
        "use `-o` to name the file to write, or `--check` to compare the page with a spec",
    )
}

pub(crate) fn spec_has_errors() -> Message {
    Message::with_help(
        "cannot compare the page with a spec that has errors",
        "fix the errors above first",
    )
}

/// The notice after a spec was written that still has errors.
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

/// The result of a comparison, with the names of page and spec and their numbers of rows.
pub(crate) struct Comparison<'n> {
    pub(crate) page: &'n str,
    pub(crate) page_rows: usize,
    pub(crate) spec: &'n str,
    pub(crate) spec_rows: usize,
    pub(crate) differences: usize,
    pub(crate) skipped: usize,
}

impl fmt::Display for Comparison<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (page_rows, spec_rows) = (count(self.page_rows, "row"), count(self.spec_rows, "row"));
        let (page, spec) = (self.page, visible(self.spec));
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

/// Content of a page that has no place in the spec. It is kept there as a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Skipped {
    /// Text that belongs to no row, group or note.
    Text(String),
    /// Code blocks that belong to no row.
    Samples(Vec<String>),
    RowWithoutKey(String),
    /// A table that lists something else, by its lines.
    TableWithoutKeys(Vec<String>),
    DuplicateRow(String),
    Source(SourceSkip),
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("skipped: ")?;
        match self {
            Skipped::Text(text) => f.write_str(text),
            Skipped::Samples(samples) => match &samples[..] {
                [code] if code.lines().count() < 12 => write!(f, "code block: {code}"),
                samples => {
                    write!(f, "{}, which begin:", count(samples.len(), "code block"))?;
                    let first = samples.iter().filter_map(|code| code.lines().next());
                    first.take(8).try_for_each(|line| write!(f, "\n  {line}"))
                }
            },
            Skipped::RowWithoutKey(row) => write!(f, "row without status or code: {row}"),
            Skipped::TableWithoutKeys(lines) => {
                write!(f, "table without statuses or codes:\n{}", lines.join("\n"))
            }
            Skipped::DuplicateRow(row) => write!(f, "duplicate row: {row}"),
            Skipped::Source(skipped) => write!(f, "{skipped}"),
        }
    }
}

/// What is not certain about a row, or about the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// The column may have statuses or codes.
    StatusOrCode(String),
    /// Two columns may have the codes.
    SeveralCodes {
        chosen: String,
        other: String,
    },
    /// The sample of a body does not show for which statuses it is sent.
    BodyStatuses,
    Source(SourceDoubt),
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("doubt: ")?;
        match self {
            Doubt::StatusOrCode(column) => write!(
                f,
                "`{column}` is read as HTTP statuses, but some of its values are not registered; are they codes?"
            ),
            Doubt::SeveralCodes { chosen, other } => {
                write!(f, "`{chosen}` is read as the code; is it `{other}`?")
            }
            Doubt::BodyStatuses => f.write_str(
                "the page does not say for which statuses the body is sent; correct `statuses`",
            ),
            Doubt::Source(doubt) => write!(f, "{doubt}"),
        }
    }
}

// why a column is read as a key
pub(crate) const CHOSEN: &str = "chosen by an option";
pub(crate) const BY_HEADING: &str = "by its heading and values";
pub(crate) const BY_VALUES: &str = "by its values";
pub(crate) const BY_DOCUMENT: &str = "by the kind of the document";
pub(crate) const AS_A_LINE: &str = "by the form of the lines";

/// How a table or list of the page was read.
#[derive(Debug)]
pub(crate) struct Explained {
    /// The heading above, unless it is the title of the page.
    pub(crate) heading: Option<String>,
    pub(crate) is_list: bool,
    pub(crate) rows: usize,
    /// The heading of each column, its key, and the reason.
    pub(crate) columns: Vec<(String, &'static str, &'static str)>,
}

impl fmt::Display for Explained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.is_list { "list" } else { "table" };
        write!(f, "{kind} with {}", count(self.rows, "row"))?;
        if let Some(heading) = &self.heading {
            write!(f, " below `{}`", visible(heading))?;
        }
        for (at, (heading, key, reason)) in self.columns.iter().enumerate() {
            let heading = match &*visible(heading) {
                "" => format!("column {}", at + 1),
                heading => format!("`{heading}`"),
            };
            write!(f, "\n  {heading}: {key}, {reason}")?;
        }
        Ok(())
    }
}
