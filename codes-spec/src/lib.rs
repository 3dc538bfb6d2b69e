//! Parses a vendor's table of status codes from YAML, and reports every mistake with its location.
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
//! error: `4o4` is not a valid status  [codes::status]
//!  --> specs/points.yaml:4:13
//!   |
//! 4 |   - status: 4o4
//!   |             ^^^ did you mean 404?
//! ");
//! ```
//!
//! `specs/README.md` describes the format. The macros and the command `codes` share this crate; it reads no files and
//! generates no code.

mod check;
mod diagnostics;
mod encode;
mod format;
mod lookalike;
mod markdown;
mod nearest;
mod source;
mod span;
mod table;
mod text;
mod yaml;

pub use codes_core::code_form::CodeForm;
pub use codes_core::distance::distance;
pub use codes_core::{Kind, Outcome, Retry};
pub use diagnostics::rules::RULES;
pub use diagnostics::{Diagnostic, Diagnostics, Related, Rendered, Rule, Severity, Style};
pub use encode::{Encoded, encode};
pub use format::schema::Schema;
pub use format::{KEYS, Key, MAX_ROWS, Need};
pub use markdown::code::{code_block, code_block_in, code_span};
#[cfg(feature = "markdown")]
pub use markdown::plain::plain_text;
pub use markdown::rustdoc::{link, literal, literal_line};
pub use nearest::nearest;
pub use source::{Location, MAX_BYTES, Source};
pub use table::code::Code;
pub use table::date::{Date, InvalidDate};
pub use table::name::camel_case;
pub use table::pattern::Pattern;
pub use table::pointer::Pointer;
pub use table::registry::status_phrase;
pub use table::response::{Body, Delay, Header, Headers, Success, Trim};
pub use table::status::Status;
pub use table::template::Template;
pub use table::url::Url;
pub use table::vocabulary::{BodyFormat, CodeFormat, Decode, DelayUnit};
pub use table::{Deprecated, Group, Prose, Row, Table, Tag};
pub use text::is_unprintable;
pub use yaml::{YamlError, read_yaml};

use diagnostics::report::Report;
use diagnostics::rules;
use diagnostics::subject::Subject;
use format::keys::{TableDraft, scalar_row_keys};
use format::shape::Shape;
use span::Span;
use yaml::Value;

/// The result of loading a spec file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Loaded<'a> {
    /// The table. If the report has errors, rows with errors are left out.
    pub table: Table<'a>,
    /// The names of the rows that are left out because of errors, if they are known.
    pub skipped_names: Vec<String>,
    /// The errors and warnings.
    pub report: Diagnostics<'a>,
}

/// Parses the bytes of a spec file. The path is only for diagnostics.
pub fn load<'a>(path: &'a str, bytes: &'a [u8]) -> Loaded<'a> {
    let mut report = Report::default();
    let (source, text) = Source::read(path, bytes);
    let (table, skipped_names) = match text {
        Ok(text) => read(text, &mut report),
        Err(reason) => {
            report.push(rules::unreadable(&reason));
            Default::default()
        }
    };
    Loaded {
        table,
        skipped_names,
        report: report.finish(source, yaml::resolve),
    }
}

fn read<'a>(text: &'a str, report: &mut Report) -> (Table<'a>, Vec<String>) {
    // Rows before a syntax error are kept. Mistakes in these rows are ignored: they may be consequences of the error.
    let mut ignored = Report::default();
    let (root, report) = match yaml::parse(text, scalar_row_keys(), report) {
        Ok(mut root) => {
            if yaml::check(text, &mut root, report) {
                (root, report)
            } else {
                (root, &mut ignored)
            }
        }
        Err(root) => (root, &mut ignored),
    };
    if let Value::Null = root.value {
        report.push(rules::empty().at(Span::START));
        return Default::default();
    }
    let draft = TableDraft::read(root, Subject::File, report);
    draft
        .map(|table| check::check(table.draft, report))
        .unwrap_or_default()
}
