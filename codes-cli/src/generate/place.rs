//! The place of a generated file, and paths from there to its spec.

use std::path::{Path, PathBuf};

use crate::files::paths::{absolute, comment_text, relative};
use crate::messages::{Message, cli};

/// The place of a generated file. A symbolic link is followed, so that paths start at the file itself.
pub(super) struct FilePlace {
    directory: PathBuf,
    /// The name of the file, unless it goes to standard output.
    pub(super) name: Option<String>,
}

impl FilePlace {
    /// Returns the place of a file, whose directory must exist.
    pub(super) fn of_file(path: &Path) -> Result<Self, Message> {
        let cannot_write = |error| cli::cannot_write(path, &error);
        let file = match path.canonicalize() {
            Ok(file) => file,
            Err(_) => absolute(path).map_err(cannot_write)?,
        };
        let name = file.file_name().unwrap_or_default();
        let name = comment_text(Path::new(name)).ok_or_else(|| cli::unprintable_path(path))?;
        Ok(FilePlace {
            directory: file.parent().unwrap_or(&file).to_owned(),
            name: Some(name),
        })
    }

    /// Returns the place of standard output, as if it were a file in the current directory.
    pub(super) fn standard_output() -> Result<Self, Message> {
        let here = Path::new(".");
        let directory = here
            .canonicalize()
            .map_err(|error| cli::cannot_read(here, &error))?;
        Ok(FilePlace {
            directory,
            name: None,
        })
    }

    /// Returns the path of a spec relative to the place, with `/` as the separator.
    pub(super) fn path_to(&self, spec: &Path) -> Result<String, Message> {
        let file = absolute(spec).map_err(|error| cli::cannot_read(spec, &error))?;
        comment_text(&relative(&file, &self.directory)).ok_or_else(|| cli::unprintable_path(spec))
    }

    /// Converts the path of a spec relative to the place to one relative to the current directory.
    pub(super) fn locate(&self, spec: &Path) -> PathBuf {
        let Ok(file) = absolute(&self.directory.join(spec)) else {
            return spec.to_owned();
        };
        match Path::new(".").canonicalize() {
            Ok(here) => relative(&file, &here),
            Err(_) => file,
        }
    }
}
