//! The place of a generated file, and paths from there to its spec.

use std::io;
use std::path::{Component, Path, PathBuf};

use codes_spec::is_unprintable;

use crate::messages::{Message, cli, generate as messages};

/// The place of a generated file. A link is followed, so that paths start at the file itself.
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
        let name = header_text(Path::new(name)).ok_or_else(|| messages::unprintable_path(path))?;
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
        header_text(&relative(&file, &self.directory))
            .ok_or_else(|| messages::unprintable_path(spec))
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

/// Returns the absolute path of a file, without `..`. Links in it are followed, except if the file
/// itself is one.
fn absolute(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let (Some(directory), Some(name)) = (path.parent(), path.file_name()) else {
        return Ok(path);
    };
    match directory.canonicalize() {
        Ok(directory) => Ok(directory.join(name)),
        Err(_) => Ok(without_parents(&path)),
    }
}

/// Removes each `..` and the name before it.
fn without_parents(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

/// Returns a path relative to a directory, unless they share nothing but the root. Both are absolute.
fn relative(path: &Path, directory: &Path) -> PathBuf {
    let shared = path
        .components()
        .zip(directory.components())
        .take_while(|(a, b)| a == b)
        .count();
    let is_normal = |component: &Component<'_>| matches!(component, Component::Normal(_));
    if !path.components().take(shared).any(|part| is_normal(&part)) {
        return path.to_owned();
    }
    let up = directory.components().skip(shared);
    let down = path.components().skip(shared);
    up.map(|_| Component::ParentDir).chain(down).collect()
}

/// Formats a path for a header, with `/` as the separator, or returns `None` if a comment cannot
/// contain it. The text cannot be mistaken for an option.
fn header_text(path: &Path) -> Option<String> {
    let text = path.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
    if text.contains(is_unprintable) {
        return None;
    }
    Some(if text.starts_with('-') {
        format!("./{text}")
    } else {
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_from_one_directory_to_another() {
        for (path, directory, expected) in [
            ("/a/specs/p.yaml", "/a/src", "../specs/p.yaml"),
            ("/a/p.yaml", "/a", "p.yaml"),
            ("/a/p.yaml", "/a/b/c", "../../p.yaml"),
            ("/b/p.yaml", "/a/c", "/b/p.yaml"),
        ] {
            let found = relative(Path::new(path), Path::new(directory));
            assert_eq!(found, Path::new(expected));
        }
        assert_eq!(
            without_parents(Path::new("/a/gone/../../b.yaml")),
            Path::new("/b.yaml")
        );
    }
}
