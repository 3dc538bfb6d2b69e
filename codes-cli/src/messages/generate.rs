//! Messages of `codes generate`.

use std::path::Path;

use super::{Message, shown};
use crate::text::visible;

pub(crate) fn invalid_name(name: &str) -> Message {
    Message::with_help(
        format!("`{}` is not a valid name for an enum", visible(name)),
        "pass a Rust identifier, such as `--enum PointsCode`",
    )
}

pub(crate) fn invalid_visibility(visibility: &str) -> Message {
    Message::with_help(
        format!("`{}` is not a valid visibility", visible(visibility)),
        "pass `pub`, `pub(crate)` or `pub(super)`",
    )
}

pub(crate) fn invalid_crate(path: &str) -> Message {
    Message::with_help(
        format!("`{}` is not a valid path of a crate", visible(path)),
        "pass a path such as `--crate ::renamed_runtime`",
    )
}

pub(crate) fn missing_name(spec: &Path) -> Message {
    Message::with_help(
        format!("no enum name can be derived from {}", shown(spec)),
        "pass `--enum NAME`",
    )
}

pub(crate) fn one_name_for_several() -> Message {
    Message::with_help(
        "`--enum` names one enum, but there are several specs",
        "omit `--enum` to derive the names from the file names",
    )
}

pub(crate) fn several_need_a_directory() -> Message {
    Message::with_help(
        "several specs cannot be written to one file",
        "pass an existing directory: `-o src/codes`",
    )
}

pub(crate) fn standard_input() -> Message {
    Message::with_help(
        "a generated file names its spec, so the spec cannot be standard input",
        "pass the path of the spec",
    )
}

/// The output exists, and is not a generated file.
pub(crate) fn not_generated(path: &Path) -> Message {
    Message::with_help(
        format!(
            "{} exists and was not written by `codes generate`",
            shown(path)
        ),
        "choose another name, or pass `--force` to overwrite it",
    )
}

pub(crate) fn no_generated_file(path: &Path) -> Message {
    Message::with_help(
        format!("{} contains no generated file", shown(path)),
        "generate one: `codes generate SPEC --enum NAME -o FILE`",
    )
}

/// The second line of a generated file cannot be read.
pub(crate) fn broken_header(path: &Path) -> Message {
    Message::with_help(
        format!("{} has no valid command in its second line", shown(path)),
        "generate it again: `codes generate SPEC --enum NAME -o FILE --force`",
    )
}

/// A generated file is not what its header produces.
pub(crate) fn out_of_date(path: &Path) -> Message {
    Message::with_help(
        format!("{} is out of date", shown(path)),
        format!(
            "run `codes generate --update {}`",
            visible(&path.to_string_lossy())
        ),
    )
}
