//! Absolute and relative paths, and paths in comments of files.

use std::io;
use std::path::{Component, Path, PathBuf};

use codes_spec::is_unprintable;

/// Returns the absolute path of a file, without `..`. Symbolic links in its directory are
/// followed, but the file itself may be one.
pub(crate) fn absolute(path: &Path) -> io::Result<PathBuf> {
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

/// Returns a path relative to a directory, or unchanged if they share nothing but the root. Both must be absolute.
pub(crate) fn relative(path: &Path, directory: &Path) -> PathBuf {
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

/// Formats a path for a comment, with `/` as the separator, or returns `None` if a comment cannot
/// contain it. A leading `-` becomes `./-`, so that the path is not mistaken for an option.
pub(crate) fn comment_text(path: &Path) -> Option<String> {
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
