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

pub(crate) fn invalid_repr(repr: &str) -> Message {
    Message::with_help(
        format!(
            "`{}` is not an integer type of at most 64 bits",
            visible(repr)
        ),
        "pass a type such as `i32`",
    )
}

pub(crate) fn invalid_codes(reason: &str) -> Message {
    Message::with_help(reason.to_owned(), "omit `--repr`, or correct the spec")
}

pub(crate) fn invalid_crate(path: &str) -> Message {
    Message::with_help(
        format!("`{}` is not a valid crate path", visible(path)),
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
        "the spec cannot be standard input: a generated file records the path of its spec",
        "pass the path of the spec",
    )
}

/// Two specs would be written to one file.
pub(crate) fn same_output(first: &Path, second: &Path, output: &Path) -> Message {
    Message::with_help(
        format!(
            "{} and {} would both be written to {}",
            shown(first),
            shown(second),
            shown(output)
        ),
        "generate them one by one, each with its own `-o FILE`",
    )
}

pub(crate) fn output_is_spec(output: &Path) -> Message {
    Message::with_help(
        format!("{} is the spec itself", shown(output)),
        "choose another name",
    )
}

/// The text of `--doc` cannot be written into a comment of a generated file.
pub(crate) fn unprintable_doc() -> Message {
    Message::with_help(
        "the text of `--doc` contains control characters",
        "remove them; lines may be separated by line breaks, or by repeating `--doc`",
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

/// The command in a generated file cannot be read.
pub(crate) fn broken_header(path: &Path) -> Message {
    Message::with_help(
        format!(
            "{} has no valid `codes generate` command after its `@generated` line",
            shown(path)
        ),
        "generate it again: `codes generate SPEC --enum NAME -o FILE`",
    )
}

/// The spec that a header names does not exist.
pub(crate) fn spec_missing(path: &Path, spec: &Path) -> Message {
    Message::with_help(
        format!(
            "{} is generated from {}, which does not exist",
            shown(path),
            shown(spec)
        ),
        "if the spec was moved, generate the file again: `codes generate SPEC --enum NAME -o FILE`",
    )
}

/// A generated file differs from the output of the command in its header.
pub(crate) fn out_of_date(path: &Path) -> Message {
    Message::with_help(
        format!("{} is out of date", shown(path)),
        format!("run `codes generate --update {}`", visible(&argument(path))),
    )
}

/// A path as an argument in a shell.
fn argument(path: &Path) -> String {
    let path = path.to_string_lossy();
    shlex::try_quote(&path).map_or(path.to_string(), String::from)
}
