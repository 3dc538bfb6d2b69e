//! The files that an argument stands for, and their bytes.

use std::borrow::Cow;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use codes_spec::{MAX_BYTES, nearest};

use crate::wrap::visible;

/// The argument that stands for standard input.
pub(crate) const STDIN: &str = "-";

/// How the names of specs and of pages end.
pub(crate) const SPECS: &[&str] = &["yaml"];
pub(crate) const PAGES: &[&str] = &["md", "mdx", "markdown", "html", "htm", "csv", "tsv", "txt"];

/// A file as it was read; one that is larger than may be, only so far that this shows.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Why there is nothing to check at a path.
#[derive(Debug)]
pub(crate) struct Unreadable {
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "error: {}", self.message)?;
        self.help
            .as_ref()
            .map_or(Ok(()), |help| writeln!(f, "  = help: {help}"))
    }
}

impl Unreadable {
    fn new(path: &Path, error: &io::Error) -> Self {
        Unreadable {
            message: format!("cannot read {}: {error}", shown(path)),
            help: None,
        }
    }
}

/// The files that an argument stands for: a directory's specs, not those of the directories in it, or the path itself.
pub(crate) fn files(argument: &Path) -> Result<Vec<PathBuf>, Unreadable> {
    if argument == Path::new(STDIN) || !argument.is_dir() {
        return Ok(vec![argument.to_owned()]);
    }
    let names = names(argument).map_err(|error| Unreadable::new(argument, &error))?;
    let specs = names
        .iter()
        .filter(|name| ends_in(name, SPECS))
        .map(|name| argument.join(name));
    // a pipe that somebody names is waited for, one that lies in a folder is not
    let specs: Vec<_> = specs
        .filter(|path| path.metadata().is_ok_and(|found| found.is_file()) || !path.exists())
        .collect();
    if specs.is_empty() {
        let message = format!("{} has no file whose name ends in `.yaml`", shown(argument));
        return Err(Unreadable {
            message,
            help: Some("give the paths of the files themselves".to_owned()),
        });
    }
    Ok(specs)
}

/// Reads a file, a device, a pipe or standard input, and never more of it than may be in a spec. A pipe is waited for as
/// `cat` waits for it, so that `<(git show main:points.yaml)` can stand for a file. Where there is no such file, those of
/// its folder that end so are named.
pub(crate) fn read(path: &Path, endings: &[&str]) -> Result<File, Unreadable> {
    if path.is_dir() && path != Path::new(STDIN) {
        let help = "give the file in it; `codes check` alone takes folders".to_owned();
        return Err(Unreadable {
            message: format!("{} is a folder", shown(path)),
            help: Some(help),
        });
    }
    let mut bytes = Vec::new();
    let mut read_from =
        |input: &mut dyn Read| input.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes);
    if path == Path::new(STDIN) {
        let name = "<stdin>".to_owned();
        return match read_from(&mut io::stdin().lock()) {
            Ok(_) => Ok(File { name, bytes }),
            Err(error) => Err(Unreadable::new(Path::new(&name), &error)),
        };
    }
    match fs::File::open(path).and_then(|mut file| read_from(&mut file)) {
        Ok(_) => Ok(File {
            name: path.to_string_lossy().into_owned(),
            bytes,
        }),
        // a link to nothing is there, and yet not found
        Err(error) if error.kind() == ErrorKind::NotFound && path.symlink_metadata().is_err() => {
            Err(missing(path, endings))
        }
        Err(error) => Err(Unreadable::new(path, &error)),
    }
}

fn missing(path: &Path, endings: &[&str]) -> Unreadable {
    const LISTED: usize = 5;
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let message = format!("there is no file {}", shown(path));
    let Ok(mut names) = names(folder) else {
        let help =
            (!folder.exists()).then(|| format!("there is no folder {} either", shown(folder)));
        return Unreadable { message, help };
    };
    names.sort_by_key(|name| !ends_in(name, endings));
    let stems: Vec<_> = names.iter().map(|name| stem(Path::new(name))).collect();
    let near = nearest(&stem(path), stems.iter().map(AsRef::as_ref));
    if let Some(i) = near.and_then(|near| stems.iter().position(|stem| stem == near)) {
        let meant = shown(&path.with_file_name(&names[i]));
        return Unreadable {
            message,
            help: Some(format!("did you mean {meant}?")),
        };
    }
    let found: Vec<_> = names
        .iter()
        .filter(|name| ends_in(name, endings))
        .map(|name| shown(Path::new(name)))
        .collect();
    let listed = found
        .iter()
        .take(LISTED)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    let help = match found.len() {
        0 => {
            let endings: Vec<_> = endings
                .iter()
                .map(|ending| format!("`.{ending}`"))
                .collect();
            format!(
                "the folder {} has no file whose name ends in {}",
                shown(folder),
                endings.join(", ")
            )
        }
        1..=LISTED => format!("the folder {} has {listed}", shown(folder)),
        all => format!(
            "the folder {} has {listed} and {} more",
            shown(folder),
            all - LISTED
        ),
    };
    Unreadable {
        message,
        help: Some(help),
    }
}

/// What a folder has, by name.
fn names(folder: &Path) -> io::Result<Vec<OsString>> {
    let mut names = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name()))
        .collect::<io::Result<Vec<_>>>()?;
    names.sort_unstable();
    Ok(names)
}

/// A file's name without what stands behind the last dot, which is easily left out or mistaken.
fn stem(path: &Path) -> Cow<'_, str> {
    path.file_stem().unwrap_or_default().to_string_lossy()
}

fn ends_in(name: &OsString, endings: &[&str]) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|extension| endings.iter().any(|ending| extension == *ending))
}

/// A path in a message.
pub(crate) fn shown(path: &Path) -> String {
    format!("`{}`", visible(&path.to_string_lossy()))
}
