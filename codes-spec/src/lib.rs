//! Reads a vendor's table of status codes from YAML, or says every mistake in it with its place.
//!
//! ```
//! let spec = b"
//! vendor: Points API
//! codes:
//!   - status: 4o4
//!     title: Not found
//! ";
//! let loaded = codes_spec::load("specs/points.yaml", spec);
//! assert_eq!(loaded.report.to_string(), "\
//! error: status `4o4` is not a number from 100 to 999  [codes::status]
//!  --> specs/points.yaml:4:13
//!   |
//! 4 |   - status: 4o4
//!   |             ^^^ did you mean 404?
//! ");
//! ```
//!
//! The format is described in `specs/README.md`. This crate is what `codes-macro` and the command `codes` have in common;
//! it reads no files, and has no part in what is emitted.

mod builder;
mod canonical;
mod check;
mod clean;
mod code;
mod comment;
mod date;
mod diagnostic;
mod display;
mod doc;
mod encode;
mod extent;
mod format;
mod link;
mod list;
mod map;
mod mapping;
mod mark;
mod markdown;
mod name;
mod nearest;
mod nesting;
mod pattern;
mod pointer;
mod registry;
mod report;
mod rule;
mod scalar;
mod schema;
mod shape;
mod snippet;
mod source;
mod status;
mod subject;
mod syntax;
mod table;
mod tag;
mod template;
mod text;
mod token;
mod tree;
mod url;
mod word;

pub use canonical::canonical;
pub use code::Code;
pub use date::Date;
pub use diagnostic::{Diagnostic, Diagnostics, Related, Severity};
pub use doc::{code_block, code_span, literal, literal_line, reads_alike};
pub use encode::{Encoded, encode, hash};
pub use format::{KEYS, Key, MAX_ROWS, Need};
pub use link::link;
pub use nearest::nearest;
pub use pointer::Pointer;
pub use rule::{RULES, Rule};
pub use schema::Schema;
pub use source::{MAX_BYTES, Place, Source};
pub use status::Status;
pub use table::{Body, Deprecated, Group, Prose, Row, Table, Tag};
pub use template::Template;
pub use text::is_unprintable;
pub use url::Url;
pub use word::{CodeFormat, Kind, Outcome, Retry};

use format::TableDraft;
use report::{Report, Spot};
use shape::Shape;
use subject::Subject;
use tree::Value;

/// What comes of a spec file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Loaded<'a> {
    /// The table; where the report has errors, only what they leave of it.
    pub table: Table<'a>,
    /// The names of rows that are left out for their mistakes, where the names are known.
    pub lost: Vec<String>,
    /// What is wrong, and what may be.
    pub report: Diagnostics<'a>,
}

/// Reads the bytes of a spec file; the path is for diagnostics only.
pub fn load<'a>(path: &'a str, bytes: &'a [u8]) -> Loaded<'a> {
    let mut report = Report::default();
    let (source, text) = Source::read(path, bytes);
    let (table, lost) = match text {
        Ok(text) => read(text, &mut report),
        Err(mistake) => {
            report.push(mistake);
            Default::default()
        }
    };
    Loaded {
        table,
        lost,
        report: report.settle(source),
    }
}

fn read<'a>(text: &'a str, report: &mut Report) -> (Table<'a>, Vec<String>) {
    // The rows before a place that cannot be read are of use; mistakes in them may come of that place.
    let mut ignored = Report::default();
    let (root, report) = match tree::parse(text, report) {
        Ok(root) => {
            comment::check(text, &root, report);
            (root, report)
        }
        Err(root) => (root, &mut ignored),
    };
    if let Value::Null = root.value {
        report.push(rule::empty().at(Spot::START));
        return Default::default();
    }
    let draft = TableDraft::read(root, Subject::File, report);
    draft
        .map(|table| check::check(table.draft, report))
        .unwrap_or_default()
}
