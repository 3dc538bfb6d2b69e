//! Messages of `codes explain`. A `query` describes the reply: ``status 404 and code `A` ``.

pub(crate) const INVALID_STATUS: &str = "expected a number from 100 to 999";

/// The heading above the rows that match a reply.
pub(crate) fn several_rows(rows: usize, query: &str) -> String {
    format!("{rows} rows match {query}:")
}

/// Like `several_rows`, for a reply with a message.
pub(crate) fn several_rows_despite(message: &str, rows: usize, query: &str) -> String {
    format!("{rows} rows match {query}; message {message} does not distinguish them:")
}

/// The heading above the values that distinguish the rows.
pub(crate) const DISTINGUISHED_BY: &str = "distinguished by:";

pub(crate) const INDISTINGUISHABLE: &str =
    "no status, code, detail or message distinguishes these rows";

pub(crate) fn no_row(query: &str) -> String {
    format!("no row matches {query}")
}

/// Like `no_row`, for an argument that may be a status, a code, a name or a title.
pub(crate) fn no_row_has(word: &str) -> String {
    format!("no row has status, code, name or title {word}")
}

pub(crate) const MESSAGE_ALONE: &str =
    "a message alone does not identify a row: add a status or a code";

/// The heading above rows that are similar to the reply, if no row matches it.
pub(crate) const CLOSEST_ROWS: &str = "closest rows:";

/// How the rows were found, if not by status and code together.
pub(crate) enum FoundBy {
    /// The row has no status of its own, so the code decides.
    CodeOfAnyStatus,
    /// The rows with the code have other statuses.
    CodeOnly,
    StatusOnly,
    /// Only a class or range such as `5xx` contains the status.
    StatusClass,
    /// Like `StatusClass`, for a reply with an unknown code.
    StatusClassOnly,
}

pub(crate) fn matched_by(by: &FoundBy, status: u16, code: &str) -> String {
    match by {
        FoundBy::CodeOfAnyStatus => {
            format!("matched by {code} only: the row applies to any status")
        }
        FoundBy::CodeOnly => {
            format!("no row with {code} has status {status}; matched by code only")
        }
        FoundBy::StatusOnly => {
            format!("no row has {code}; matched by status {status} only")
        }
        FoundBy::StatusClass => {
            format!("no row lists status {status}; matched by a status class or range")
        }
        FoundBy::StatusClassOnly => format!(
            "no row has {code} or lists status {status}; matched by a status class or range"
        ),
    }
}
