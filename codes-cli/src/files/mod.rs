//! Reading files, directories and standard input.

pub(crate) mod paths;
pub(crate) mod save;

use std::borrow::Cow;
use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use codes_spec::{MAX_BYTES, nearest};

use crate::messages::Message;
use crate::messages::cli::{self, MissingFile};

/// The argument that means standard input.
pub(crate) const STDIN: &str = "-";

/// The extensions of files that are suggested if a spec does not exist.
pub(crate) const SPECS: &[&str] = &["yaml"];
/// The extensions of files that are suggested if a page does not exist.
pub(crate) const PAGES: &[&str] = &[
    "md", "mdx", "markdown", "html", "htm", "csv", "tsv", "txt", "json", "yaml", "yml", "toml",
    "proto",
];

/// The extensions of files that are suggested if a recording does not exist.
pub(crate) const RECORDINGS: &[&str] = &["har", "jsonl", "ndjson", "json", "log"];

/// The name and bytes of a file. If it exceeds the limit, one byte more than the limit is read.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Returns an error if standard input is given twice: it would be empty the second time.
pub(crate) fn check_stdin_once<'p>(
    paths: impl IntoIterator<Item = &'p PathBuf>,
) -> Result<(), Message> {
    let is_stdin = |path: &&PathBuf| **path == Path::new(STDIN);
    match paths.into_iter().filter(is_stdin).count() {
        0 | 1 => Ok(()),
        _ => Err(cli::stdin_given_twice()),
    }
}

/// Returns the specs in a directory, without those in subdirectories, or the path itself if it is
/// not a directory.
pub(crate) fn expand(argument: &Path) -> Result<Vec<PathBuf>, Message> {
    if argument == Path::new(STDIN) || !argument.is_dir() {
        return Ok(vec![argument.to_owned()]);
    }
    let names = names(argument).map_err(|error| cli::cannot_read(argument, &error))?;
    let specs: Vec<_> = names
        .iter()
        .filter(|name| has_extension(name, SPECS))
        .map(|name| argument.join(name))
        // pipes are skipped, because reading one waits for a writer
        .filter(|path| path.metadata().is_ok_and(|found| found.is_file()) || !path.exists())
        .collect();
    if specs.is_empty() {
        return Err(cli::directory_without_specs(argument));
    }
    Ok(specs)
}

/// Reads a file or standard input, up to the maximum size of a spec. If the file does not exist, the message suggests
/// files with one of the extensions.
pub(crate) fn read(path: &Path, extensions: &[&str]) -> Result<File, Message> {
    read_at_most(path, extensions, MAX_BYTES)
}

/// Reads a file as [`read`] does, but up to another limit.
pub(crate) fn read_at_most(
    path: &Path,
    extensions: &[&str],
    limit: usize,
) -> Result<File, Message> {
    let (name, mut input) = open(path, extensions)?;
    match read_limited(&mut input, limit) {
        Ok(bytes) => Ok(File { name, bytes }),
        Err(error) => Err(cli::cannot_read(Path::new(&name), &error)),
    }
}

/// Opens a file or standard input, and returns its name too. Files that are not regular are opened
/// only below `/dev`, as in `<(git show main:points.yaml)`, because reading any other pipe may wait
/// forever.
pub(crate) fn open(path: &Path, extensions: &[&str]) -> Result<(String, Box<dyn Read>), Message> {
    if path == Path::new(STDIN) {
        return Ok(("<stdin>".to_owned(), Box::new(io::stdin().lock())));
    }
    if path.is_dir() {
        return Err(cli::directory_as_input(path));
    }
    if path.metadata().is_ok_and(|found| !found.is_file()) && !path.starts_with("/dev") {
        return Err(cli::input_not_a_file(path));
    }
    match fs::File::open(path) {
        Ok(file) => Ok((path.to_string_lossy().into_owned(), Box::new(file))),
        // a dangling symlink itself exists, so it is not reported as a missing file
        Err(error) if error.kind() == ErrorKind::NotFound && path.symlink_metadata().is_err() => {
            Err(missing(path, extensions))
        }
        Err(error) => Err(cli::cannot_read(path, &error)),
    }
}

fn read_limited(input: &mut dyn Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn missing(path: &Path, extensions: &[&str]) -> Message {
    const LISTED: usize = 5;
    let directory = path
        .parent()
        .filter(|directory| !directory.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let Ok(mut names) = names(directory) else {
        let place = if directory.exists() {
            MissingFile::DirectoryUnreadable
        } else {
            MissingFile::DirectoryMissing(directory)
        };
        return cli::file_missing(path, &place);
    };
    names.sort_by_key(|name| !has_extension(name, extensions));
    let stems: Vec<_> = names.iter().map(|name| stem(Path::new(name))).collect();
    let near = nearest(&stem(path), stems.iter().map(AsRef::as_ref));
    if let Some(i) = near.and_then(|near| stems.iter().position(|stem| stem == near)) {
        let similar = path.with_file_name(&names[i]);
        return cli::file_missing(path, &MissingFile::Similar(&similar));
    }
    let found: Vec<_> = names
        .iter()
        .filter(|name| has_extension(name, extensions))
        .map(Path::new)
        .collect();
    let place = match found.len() {
        0 => MissingFile::NoOthers {
            directory,
            extensions,
        },
        all => MissingFile::Others {
            directory,
            first: &found[..all.min(LISTED)],
            all,
        },
    };
    cli::file_missing(path, &place)
}

/// Returns the names in a directory, sorted.
fn names(directory: &Path) -> io::Result<Vec<OsString>> {
    let mut names = fs::read_dir(directory)?
        .map(|entry| Ok(entry?.file_name()))
        .collect::<io::Result<Vec<_>>>()?;
    names.sort_unstable();
    Ok(names)
}

/// Returns a file name without its extension, which is easily forgotten or mistyped.
fn stem(path: &Path) -> Cow<'_, str> {
    path.file_stem().unwrap_or_default().to_string_lossy()
}

fn has_extension(name: &OsString, extensions: &[&str]) -> bool {
    let extension = Path::new(name).extension();
    extension.is_some_and(|extension| extensions.iter().any(|known| extension == *known))
}
