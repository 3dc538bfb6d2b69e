//! Texts of `codes explain --format html`.

use std::path::Path;

use super::{Message, shown};
use crate::text::visible;

pub(crate) const INVALID_BASE_URL: &str =
    "expected an address such as `https://example.com/errors/`, without a query";

pub(crate) fn needs_output() -> Message {
    Message::with_help(
        "`--format html` writes several files",
        "pass a directory for them: `-o DIR`",
    )
}

pub(crate) fn not_a_directory(path: &Path) -> Message {
    Message::with_help(
        format!("{} is not a directory", shown(path)),
        "pass the directory to write the pages to",
    )
}

pub(crate) fn not_a_page(path: &Path) -> Message {
    Message::with_help(
        format!(
            "{} exists and was not written by `codes explain`",
            shown(path)
        ),
        "choose another directory, or pass `--force` to overwrite it",
    )
}

/// An option or argument that only `--format html` accepts.
pub(crate) fn only_html(argument: &str) -> Message {
    Message::with_help(
        format!("unexpected argument `{}`", visible(argument)),
        "remove it, or pass `--format html`, which accepts several specs and `-o`",
    )
}
