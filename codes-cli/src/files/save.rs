//! Writing files atomically.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::messages::{Message, cli};

/// Saves text to a file. The text is written to a hidden temporary file first, so that an existing
/// file is kept until the new one is complete.
pub(crate) fn save(path: &Path, text: &str, force: bool) -> Result<(), Message> {
    let cannot_write = |error: &io::Error| cli::cannot_write(path, error);
    check(path, force)?;
    let target = target(path).map_err(|error| cannot_write(&error))?;
    let (file, temporary) = create_temporary(&target).map_err(|error| cannot_write(&error))?;
    let moved = write(file, &target, text).and_then(|()| rename(&temporary, &target, force));
    let _ = fs::remove_file(&temporary);
    moved.map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists {
            cli::output_exists(path)
        } else {
            cannot_write(&error)
        }
    })
}

/// Returns an error if the path must not be written to.
pub(crate) fn check(path: &Path, force: bool) -> Result<(), Message> {
    match path.metadata() {
        Ok(found) if found.is_dir() => Err(cli::directory_as_output(path)),
        // renaming would replace a device with a file
        Ok(found) if !found.is_file() => Err(cli::output_not_a_file(path)),
        _ if force || path.symlink_metadata().is_err() => Ok(()),
        _ => Err(cli::output_exists(path)),
    }
}

/// Resolves a symbolic link to the file that it points to.
fn target(path: &Path) -> io::Result<PathBuf> {
    if path.is_symlink() {
        path.canonicalize()
    } else {
        Ok(path.to_owned())
    }
}

/// Writes the text, and copies the permissions of the old file.
fn write(mut file: fs::File, target: &Path, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    if let Ok(old) = target.metadata() {
        file.set_permissions(old.permissions())?;
    }
    file.sync_all()
}

fn rename(temporary: &Path, target: &Path, force: bool) -> io::Result<()> {
    if force {
        return fs::rename(temporary, target);
    }
    // a hard link fails if the target was created in the meantime, whereas a rename would replace it; renaming is for
    // file systems without hard links
    match fs::hard_link(temporary, target) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => fs::rename(temporary, target),
        done => done,
    }
}

fn create_temporary(path: &Path) -> io::Result<(fs::File, PathBuf)> {
    let mut n = 0;
    loop {
        let temporary = path.with_file_name(format!(".codes-{}-{n}", std::process::id()));
        match OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&temporary)
        {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && n < 100 => n += 1,
            done => return done.map(|file| (file, temporary)),
        }
    }
}
