//! Writing of files: whole, or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::messages::{Message, cli};

/// Writes a file by way of a hidden one beside it, so that an old file stays until the new text is complete.
pub(crate) fn save(path: &Path, text: &str, force: bool) -> Result<(), Message> {
    let failed = |error: &io::Error| cli::cannot_write(path, error);
    check(path, force)?;
    let target = target(path).map_err(|error| failed(&error))?;
    let (file, beside) = create_beside(&target).map_err(|error| failed(&error))?;
    let placed = write(file, &target, text).and_then(|()| place(&beside, &target, force));
    let _ = fs::remove_file(&beside);
    placed.map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists {
            cli::output_exists(path)
        } else {
            failed(&error)
        }
    })
}

/// Whether a path may be written to at all.
pub(crate) fn check(path: &Path, force: bool) -> Result<(), Message> {
    match path.metadata() {
        Ok(found) if found.is_dir() => Err(cli::folder_as_output(path)),
        // renaming would replace a device by a file
        Ok(found) if !found.is_file() => Err(cli::output_not_a_file(path)),
        _ if force || path.symlink_metadata().is_err() => Ok(()),
        _ => Err(cli::output_exists(path)),
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

/// The new file keeps the permissions of the old one.
fn write(mut file: fs::File, target: &Path, text: &str) -> io::Result<()> {
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
    // a hard link fails if a file was created there in the meantime; a rename does not, but works everywhere
    match fs::hard_link(beside, target) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => fs::rename(beside, target),
        done => done,
    }
}

fn create_beside(path: &Path) -> io::Result<(fs::File, PathBuf)> {
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
