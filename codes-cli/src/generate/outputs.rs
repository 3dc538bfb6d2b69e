//! The files to generate, and checks that they may be written.

use std::fs;
use std::path::{Path, PathBuf, is_separator};

use super::header;
use crate::files::save;
use crate::messages::{Message, cli, generate as messages};

/// Returns the output file of each spec: `output` itself, or a file in it if it is a directory.
/// Returns an error if one would replace another output, a spec or, unless `force` is set, a file
/// that was not generated.
pub(super) fn check(
    specs: &[PathBuf],
    output: &Path,
    force: bool,
) -> Result<Vec<PathBuf>, Message> {
    let mut outputs: Vec<PathBuf> = Vec::new();
    for spec in specs {
        let file = if output.is_dir() {
            output.join(file_name(spec))
        } else {
            output.to_owned()
        };
        if let Some(other) = outputs.iter().position(|other| is_same(other, &file)) {
            return Err(messages::same_output(&specs[other], spec, &file));
        }
        if specs.iter().any(|spec| is_same(spec, &file)) {
            return Err(messages::output_is_spec(&file));
        }
        check_file(&file, force)?;
        outputs.push(file);
    }
    Ok(outputs)
}

fn check_file(file: &Path, force: bool) -> Result<(), Message> {
    save::check(file, true)?;
    let directory = match file.parent() {
        // `new/` names a directory, but `parent` and `with_file_name` ignore the trailing separator
        _ if file.as_os_str().to_string_lossy().ends_with(is_separator) => file,
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    if !directory.is_dir() {
        return Err(cli::output_directory_missing(directory));
    }
    let is_other = || !read(file).is_ok_and(|text| header::is_generated(&text));
    if !force && file.exists() && is_other() {
        return Err(messages::not_generated(file));
    }
    Ok(())
}

/// Returns whether both paths lead to the same file or, if there is none, are equal.
fn is_same(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    }
}

/// Writes a file, unless it already has this text: a new modification time would make cargo
/// rebuild.
pub(super) fn write(file: &Path, text: &str) -> Result<(), Message> {
    if read(file).is_ok_and(|old| old == text) {
        return Ok(());
    }
    save::save(file, text, true)
}

/// Reads a file, and undoes changes that Git may have made to its line endings.
pub(super) fn read(file: &Path) -> std::io::Result<String> {
    Ok(String::from_utf8_lossy(&fs::read(file)?).replace("\r\n", "\n"))
}

/// `points_code.rs` for `specs/points.yaml`.
fn file_name(spec: &Path) -> String {
    let stem = spec.file_stem().unwrap_or_default().to_string_lossy();
    let word = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '_'
        }
    };
    stem.chars().map(word).collect::<String>() + "_code.rs"
}
