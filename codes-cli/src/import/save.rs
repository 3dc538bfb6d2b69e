//! Files that are written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::read::shown;

/// Why a file was not written.
#[derive(Debug)]
pub(crate) struct Unwritten(String);

impl std::fmt::Display for Unwritten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Writes a file by way of another beside it, which nobody sees: what stood there stands until the new text is whole.
pub(crate) fn save(path: &Path, text: &str, force: bool) -> Result<(), Unwritten> {
    let failed = |error: &io::Error| Unwritten(format!("error: cannot write {}: {error}\n", shown(path)));
    check(path, force)?;
    let (mut file, beside) = create_beside(path).map_err(|error| failed(&error))?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    // a link fails where something came to stand there in the meantime; a rename would not, but works everywhere
    let link = || match fs::hard_link(&beside, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => fs::rename(&beside, path),
        done => done,
    };
    let placed = written.and_then(|()| if force { fs::rename(&beside, path) } else { link() });
    let _ = fs::remove_file(&beside);
    placed.map_err(|error| if error.kind() == ErrorKind::AlreadyExists { exists(path) } else { failed(&error) })
}

/// Whether a path may be written to at all.
pub(crate) fn check(path: &Path, force: bool) -> Result<(), Unwritten> {
    match path.symlink_metadata() {
        Ok(found) if found.is_dir() => Err(Unwritten(format!("error: {} is a folder\n", shown(path)))),
        Ok(_) if !force => Err(exists(path)),
        _ => Ok(()),
    }
}

fn exists(path: &Path) -> Unwritten {
    Unwritten(format!("error: {} is there already\n  = help: `--force` writes over it\n", shown(path)))
}

fn create_beside(path: &Path) -> io::Result<(File, PathBuf)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut n = 0;
    loop {
        let beside = path.with_file_name(format!(".{name}.{}.{n}", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && n < 100 => n += 1,
            done => return done.map(|file| (file, beside)),
        }
    }
}
