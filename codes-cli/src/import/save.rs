//! Files that are written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::read::shown;

/// Writes a file by way of another beside it, which nobody sees: what stood there stands until the new text is whole.
/// Else says why not.
pub(crate) fn save(path: &Path, text: &str, force: bool) -> Result<(), String> {
    let failed = |error: &io::Error| format!("error: cannot write {}: {error}\n", shown(path));
    check(path, force)?;
    let target = target(path).map_err(|error| failed(&error))?;
    let (file, beside) = create_beside(&target).map_err(|error| failed(&error))?;
    let placed = write(file, &target, text).and_then(|()| place(&beside, &target, force));
    let _ = fs::remove_file(&beside);
    placed.map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists {
            exists(path)
        } else {
            failed(&error)
        }
    })
}

/// Whether a path may be written to at all.
pub(crate) fn check(path: &Path, force: bool) -> Result<(), String> {
    match path.metadata() {
        Ok(found) if found.is_dir() => Err(format!("error: {} is a folder\n", shown(path))),
        // what takes the place of a device is no device
        Ok(found) if !found.is_file() => Err(format!(
            "error: {} is neither a file nor free\n  = help: leave out `-o` to write to standard output\n",
            shown(path)
        )),
        _ if force || path.symlink_metadata().is_err() => Ok(()),
        _ => Err(exists(path)),
    }
}

/// The file itself, where the path is a link to it.
fn target(path: &Path) -> io::Result<PathBuf> {
    if path.is_symlink() {
        path.canonicalize()
    } else {
        Ok(path.to_owned())
    }
}

/// Who might read and write the old file may do so with the new one.
fn write(mut file: File, target: &Path, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    if let Ok(old) = target.metadata() {
        file.set_permissions(old.permissions())?;
    }
    file.sync_all()
}

fn place(beside: &Path, target: &Path, force: bool) -> io::Result<()> {
    if force {
        return fs::rename(beside, target);
    }
    // a link fails where something came to stand there in the meantime; a rename would not, but works everywhere
    match fs::hard_link(beside, target) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => fs::rename(beside, target),
        done => done,
    }
}

fn exists(path: &Path) -> String {
    format!(
        "error: {} is there already\n  = help: `--force` writes over it\n",
        shown(path)
    )
}

fn create_beside(path: &Path) -> io::Result<(File, PathBuf)> {
    let mut n = 0;
    loop {
        let beside = path.with_file_name(format!(".codes-{}-{n}", std::process::id()));
        match OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&beside)
        {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && n < 100 => n += 1,
            done => return done.map(|file| (file, beside)),
        }
    }
}
