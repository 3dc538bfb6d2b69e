//! Messages of `codes import` about the pages that it reads: content that it skips, doubts, and how it read a page.

use std::fmt;

use super::confidence::Confidence;
use super::doubts::Doubt;
use super::source_notes::SourceSkip;
use crate::text::{count, visible};

/// Content of a page that fits no key of the spec. The spec keeps it as a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Skipped {
    /// Text that belongs to no row, group or note.
    Text(String),
    /// Code blocks that belong to no row.
    Samples(Vec<String>),
    RowWithoutKey(String),
    /// The lines of a table without statuses or codes.
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
                    write!(f, "{}, starting with:", count(samples.len(), "code block"))?;
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
    pub(crate) columns: Vec<ExplainedColumn>,
    /// Doubts about the columns, and about cells that do not fit.
    pub(crate) doubts: Vec<Doubt>,
}

/// A column, the key that it is read as, and why.
#[derive(Debug)]
pub(crate) struct ExplainedColumn {
    pub(crate) heading: String,
    pub(crate) key: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) confidence: Confidence,
}

impl fmt::Display for Explained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.is_list { "list" } else { "table" };
        write!(f, "{kind} with {}", count(self.rows, "row"))?;
        if let Some(heading) = &self.heading {
            write!(f, " below `{}`", visible(heading))?;
        }
        for (at, column) in self.columns.iter().enumerate() {
            let heading = match &*visible(&column.heading) {
                "" => format!("column {}", at + 1),
                heading => format!("`{heading}`"),
            };
            write!(f, "\n  {heading}: {}, {}", column.key, column.reason)?;
            let Confidence { fitting, values } = column.confidence;
            if fitting < values {
                write!(f, "; {fitting} of {values} values fit")?;
            }
        }
        self.doubts
            .iter()
            .try_for_each(|doubt| write!(f, "\n  {doubt}"))
    }
}
