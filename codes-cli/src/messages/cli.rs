//! Errors about the command line, files and directories.

use std::io;
use std::path::Path;

use super::{Message, shown};
use crate::text::visible;

pub(crate) fn stdin_given_twice() -> Message {
    Message::with_help(
        "standard input can be read only once",
        "pass `-` once, and paths for the other files",
    )
}

pub(crate) fn cannot_write_to_stdout(error: &io::Error) -> Message {
    Message::new(format!("cannot write to standard output: {error}"))
}

pub(crate) fn cannot_read(path: &Path, error: &io::Error) -> Message {
    Message::new(format!("cannot read {}: {error}", shown(path)))
}

pub(crate) fn cannot_write(path: &Path, error: &io::Error) -> Message {
    Message::new(format!("cannot write {}: {error}", shown(path)))
}

/// A directory was given where a file is expected.
pub(crate) fn directory_as_input(path: &Path) -> Message {
    Message::with_help(
        format!("{} is a directory", shown(path)),
        "pass a file; only `codes check` accepts directories",
    )
}

/// The path to read is a pipe or a socket.
pub(crate) fn input_not_a_file(path: &Path) -> Message {
    Message::with_help(
        format!("{} is not a regular file", shown(path)),
        "pass `-` to read standard input",
    )
}

pub(crate) fn directory_as_output(path: &Path) -> Message {
    Message::with_help(
        format!("{} is a directory", shown(path)),
        "pass the name of a file to write",
    )
}

/// The path to write is a device, a pipe or a socket.
pub(crate) fn output_not_a_file(path: &Path) -> Message {
    Message::with_help(
        format!("{} is not a regular file", shown(path)),
        "omit `-o` to write to standard output",
    )
}

pub(crate) fn output_exists(path: &Path) -> Message {
    Message::with_help(
        format!("{} already exists", shown(path)),
        "pass `--force` to overwrite it",
    )
}

pub(crate) fn output_directory_missing(directory: &Path) -> Message {
    Message::with_help(
        format!("directory {} does not exist", shown(directory)),
        "create it first",
    )
}

pub(crate) fn directory_without_specs(directory: &Path) -> Message {
    Message::with_help(
        format!("directory {} contains no `.yaml` files", shown(directory)),
        "pass the paths of the spec files",
    )
}

/// The contents of a missing file's directory, for the help.
pub(crate) enum MissingFile<'p> {
    /// The directory cannot be listed, although it may exist.
    DirectoryUnreadable,
    DirectoryMissing(&'p Path),
    /// A file with a similar name exists.
    Similar(&'p Path),
    /// The directory has files with one of the expected extensions: the first few, and how many there are.
    Others {
        directory: &'p Path,
        first: &'p [&'p Path],
        all: usize,
    },
    /// The directory has no file with an expected extension.
    NoOthers {
        directory: &'p Path,
        extensions: &'p [&'p str],
    },
}

pub(crate) fn file_missing(path: &Path, place: &MissingFile<'_>) -> Message {
    let help = match place {
        MissingFile::DirectoryUnreadable => None,
        MissingFile::DirectoryMissing(directory) => {
            Some(format!("directory {} does not exist", shown(directory)))
        }
        MissingFile::Similar(other) => Some(format!("did you mean {}?", shown(other))),
        MissingFile::Others {
            directory,
            first,
            all,
        } => {
            let names: Vec<_> = first.iter().map(|name| shown(name)).collect();
            let more = match all - first.len() {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            Some(format!(
                "directory {} contains {}{more}",
                shown(directory),
                names.join(", ")
            ))
        }
        MissingFile::NoOthers {
            directory,
            extensions,
        } => {
            let extensions: Vec<_> = extensions.iter().map(|end| format!("`.{end}`")).collect();
            Some(format!(
                "directory {} contains no {} files",
                shown(directory),
                extensions.join(", ")
            ))
        }
    };
    let text = format!("file {} does not exist", shown(path));
    Message { text, help }
}

/// The likely reason why an argument is not a status.
pub(crate) enum NotAStatus<'a> {
    /// `--code` was given, and the argument looks like another code.
    CodeGivenByOption,
    /// Status and code are in the wrong order.
    Swapped { status: &'a str },
    /// The first of two arguments is a code.
    CodeFirst,
}

pub(crate) fn not_a_status(argument: &str, reason: &NotAStatus<'_>) -> Message {
    let argument = visible(argument);
    let help = match reason {
        NotAStatus::CodeGivenByOption => "remove it, or remove `--code`".to_owned(),
        NotAStatus::Swapped { status } => {
            format!("put the status first: `{status} {argument}`")
        }
        NotAStatus::CodeFirst => {
            format!("pass only `--code {argument}`, or quote a code that contains spaces")
        }
    };
    let text = format!("`{argument}` is not a status: expected a number from 100 to 999");
    Message::with_help(text, help)
}

pub(crate) fn status_and_code_given_twice() -> Message {
    Message::with_help(
        "status and code are given both as options and as arguments",
        "remove the options or the arguments",
    )
}

pub(crate) fn table_and_file() -> Message {
    Message::with_help(
        "`--table` cannot be used with a file",
        "remove the file or `--table`",
    )
}

pub(crate) fn unprintable_path(path: &Path) -> Message {
    Message::with_help(
        format!(
            "{} contains characters that a comment cannot contain",
            shown(path)
        ),
        "rename the file or directory",
    )
}
