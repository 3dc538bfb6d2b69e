//! Texts of `codes observe`.

use std::fmt;
use std::path::Path;

use super::edit::Refusal;
use super::{Message, shown};
use crate::text::{count, visible};

pub(crate) const INVALID_MAP: &str =
    "expected a host and a spec, as in `api.example.com=specs/example.yaml`";

pub(crate) fn no_spec() -> Message {
    Message::with_help(
        "no spec is given",
        "pass a file that ends in `.yaml` or `.yml`, or `--map HOST=SPEC`",
    )
}

pub(crate) fn several_specs() -> Message {
    Message::with_help(
        "cannot tell which of the specs a response belongs to",
        "pass `--map HOST=SPEC` for each of them, or for all but one",
    )
}

/// The reason why an item of a recording is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum BadRecord {
    NotUtf8,
    NotJson,
    NotARecord,
    Status,
    Encoding,
    TooLong,
    /// The document is broken, so the rest of it is not read.
    Broken,
}

impl fmt::Display for BadRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BadRecord::NotUtf8 => "is not valid UTF-8",
            BadRecord::NotJson => "is not valid JSON",
            BadRecord::NotARecord => {
                "is not a response: expected an object with `status`, `headers` and `body`"
            }
            BadRecord::Status => "has no `status` from 100 to 999",
            BadRecord::Encoding => "has a body that is not valid base64",
            BadRecord::TooLong => "is too long",
            BadRecord::Broken => "is malformed, so the rest of the file is not read",
        })
    }
}

/// The place of an item in a recording.
#[derive(Clone, Debug)]
pub(crate) struct Place<'p> {
    pub(crate) file: &'p str,
    pub(crate) unit: &'static str,
    pub(crate) number: u64,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { file, unit, number } = self;
        write!(f, "{}: {unit} {number}", visible(file))
    }
}

pub(crate) fn bad_record(place: &Place<'_>, problem: BadRecord) -> String {
    format!("{place} {problem}\n")
}

pub(crate) fn more_bad_records(number: u64) -> String {
    format!("{} could not be read\n", number_of(number, "more item"))
}

/// The totals: `7 responses; 1 item could not be read`
pub(crate) fn totals(responses: u64, bad: u64, without_spec: u64) -> String {
    let mut text = number_of(responses, "response");
    if bad > 0 {
        text += &format!("; {} could not be read", number_of(bad, "item"));
    }
    if without_spec > 0 {
        text += &format!("; {} from hosts without a spec", grouped(without_spec));
    }
    text + "\n"
}

pub(crate) fn progress(responses: u64, bytes: u64) -> String {
    format!("{}, {} MiB", number_of(responses, "response"), bytes >> 20)
}

/// `1 response`, `2,000 responses`
fn number_of(number: u64, noun: &str) -> String {
    format!(
        "{} {noun}{}",
        grouped(number),
        if number == 1 { "" } else { "s" }
    )
}

/// A number with a comma between groups of three digits.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The heading of a report: `Points API (points.yaml): 7 responses, 5 errors`
pub(crate) fn heading(vendor: &str, spec: &str, responses: u64, errors: u64) -> String {
    format!(
        "{} ({}): {}, {}",
        visible(vendor),
        visible(spec),
        number_of(responses, "response"),
        number_of(errors, "error")
    )
}

// the headings of a report's sections
pub(crate) const SEEN: &str = "rows seen:";
pub(crate) const NEVER_SEEN: &str = "rows never seen:";
pub(crate) const UNKNOWN: &str = "codes and details without a row:";
pub(crate) const DRAFTS: &str = "draft rows:";
pub(crate) const SEVERAL: &str = "responses that match several rows:";
pub(crate) const UNLISTED: &str = "responses that match no row:";
pub(crate) const UNREAD: &str = "bodies that could not be read:";

/// The line for codes that are not listed one by one, because there are too many or they are too long to be codes.
pub(crate) const FURTHER: &str = "further codes";

/// The line for responses that match several rows, if their set of rows is not listed.
pub(crate) fn other_rows(number: u64) -> String {
    format!("{} matching other rows", number_of(number, "response"))
}

pub(crate) fn more_messages(number: u64) -> String {
    format!("{} with other messages", number_of(number, "response"))
}

/// The reason why no code is read from a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum BodyProblem {
    NotJson,
    NotXml,
    TooLong,
}

impl fmt::Display for BodyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BodyProblem::NotJson => "not JSON",
            BodyProblem::NotXml => "not XML",
            BodyProblem::TooLong => "longer than 1 MiB",
        })
    }
}

/// The rows that `--write` appended.
pub(crate) fn rows_added(spec: &Path, rows: usize) -> String {
    let rows = count(rows, "row");
    format!("{}: {rows} added\n", visible(&spec.to_string_lossy()))
}

/// `row` is YAML with one key per line.
pub(crate) fn row_not_added(spec: &Path, row: &str) -> Message {
    let row = row.trim_end().replace('\n', ", ");
    Message::with_help(
        format!(
            "a row with {} would be an error in {}",
            visible(&row),
            shown(spec)
        ),
        "add it by hand, and run `codes check`",
    )
}

pub(crate) fn cannot_add(spec: &Path, reason: Refusal) -> Message {
    Message::with_help(
        format!("cannot add rows to {}: {reason}", shown(spec)),
        "add the draft rows by hand",
    )
}

pub(crate) fn standard_input() -> Message {
    Message::with_help(
        "rows cannot be added to a spec on standard input",
        "pass the path of the spec",
    )
}
