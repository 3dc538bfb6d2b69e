//! Errors of the command line, of files and folders.

use std::io;
use std::path::Path;

use super::{Message, shown};
use crate::text::visible;

pub(crate) fn stdin_given_twice() -> Message {
    Message::with_help(
        "standard input can be read only once",
        "give one `-`, and paths",
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

/// A folder was given where a file is expected.
pub(crate) fn folder_as_input(path: &Path) -> Message {
    Message::with_help(
        format!("{} is a folder", shown(path)),
        "give the file in it; `codes check` alone takes folders",
    )
}

pub(crate) fn folder_as_output(path: &Path) -> Message {
    Message::new(format!("{} is a folder", shown(path)))
}

/// The path to write is a device or the like.
pub(crate) fn output_not_a_file(path: &Path) -> Message {
    Message::with_help(
        format!("{} is neither a file nor free", shown(path)),
        "leave out `-o` to write to standard output",
    )
}

pub(crate) fn output_exists(path: &Path) -> Message {
    Message::with_help(
        format!("{} is there already", shown(path)),
        "`--force` writes over it",
    )
}

pub(crate) fn output_folder_missing(folder: &Path) -> Message {
    Message::with_help(
        format!("there is no folder {}", shown(folder)),
        "make it first",
    )
}

pub(crate) fn folder_without_specs(folder: &Path) -> Message {
    Message::with_help(
        format!("{} has no file whose name ends in `.yaml`", shown(folder)),
        "give the paths of the files themselves",
    )
}

/// What is known about the folder of a file that does not exist.
pub(crate) enum MissingFile<'p> {
    /// The folder cannot be listed, although it may exist.
    FolderUnreadable,
    FolderMissing(&'p Path),
    /// A file with a similar name exists.
    Similar(&'p Path),
    /// The folder has files of the kind that is sought: the first of them, and how many there are.
    Others {
        folder: &'p Path,
        first: &'p [&'p Path],
        all: usize,
    },
    /// The folder has no file with one of these extensions.
    NoOthers {
        folder: &'p Path,
        extensions: &'p [&'p str],
    },
}

pub(crate) fn file_missing(path: &Path, place: &MissingFile<'_>) -> Message {
    let help = match place {
        MissingFile::FolderUnreadable => None,
        MissingFile::FolderMissing(folder) => {
            Some(format!("there is no folder {} either", shown(folder)))
        }
        MissingFile::Similar(other) => Some(format!("did you mean {}?", shown(other))),
        MissingFile::Others { folder, first, all } => {
            let names: Vec<_> = first.iter().map(|name| shown(name)).collect();
            let more = match all - first.len() {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            Some(format!(
                "the folder {} has {}{more}",
                shown(folder),
                names.join(", ")
            ))
        }
        MissingFile::NoOthers { folder, extensions } => {
            let extensions: Vec<_> = extensions.iter().map(|end| format!("`.{end}`")).collect();
            Some(format!(
                "the folder {} has no file whose name ends in {}",
                shown(folder),
                extensions.join(", ")
            ))
        }
    };
    let text = format!("there is no file {}", shown(path));
    Message { text, help }
}

/// What to do about an argument that is not a status.
pub(crate) enum NotAStatus<'a> {
    /// The code is given by `--code`, and the argument looks like a second one.
    CodeGivenByOption,
    /// Status and code are in the wrong order.
    Swapped { status: &'a str },
    /// The argument is a code, with something after it.
    CodeFirst,
}

pub(crate) fn not_a_status(argument: &str, reason: &NotAStatus<'_>) -> Message {
    let argument = visible(argument);
    let help = match reason {
        NotAStatus::CodeGivenByOption => {
            "`--code` is given already: leave out one of the two".to_owned()
        }
        NotAStatus::Swapped { status } => {
            format!("the status stands first: `{status} {argument}`")
        }
        NotAStatus::CodeFirst => format!("say `--code {argument}`, and nothing else"),
    };
    let text = format!("`{argument}` is not a status, a number from 100 to 999");
    Message::with_help(text, help)
}

pub(crate) fn status_and_code_given_twice() -> Message {
    Message::new("status and code are given by options, and again without")
}
