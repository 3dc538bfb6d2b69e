//! Reads the file that a path names, and no other.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::path::SpecPath;

/// The bytes of a spec, or why there are none.
pub(crate) fn read(path: &SpecPath) -> Result<Vec<u8>, String> {
    if path.value.is_empty() {
        return Err("the path of the spec is empty; write it as in `= \"specs/points.yaml\";`".to_owned());
    }
    let file = locate(&path.value, std::env::var_os("CARGO_MANIFEST_DIR"))?;
    let shown = file.display();
    let metadata = fs::metadata(&file).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => format!("there is no file `{shown}`{}", nearby(&file)),
        _ => format!("the spec `{shown}` cannot be read: {error}"),
    })?;
    if metadata.is_dir() {
        return Err(format!("`{shown}` is a directory, not a spec{}", nearby(&file.join("-"))));
    }
    if !metadata.is_file() {
        return Err(format!("`{shown}` is not a regular file; a spec is one"));
    }
    let mut bytes = Vec::new();
    // one byte more than a spec may have, so that the reader refuses it
    let limit = codes_spec::MAX_BYTES as u64 + 1;
    let read = File::open(&file).and_then(|file| file.take(limit).read_to_end(&mut bytes));
    read.map_err(|error| format!("the spec `{shown}` cannot be read: {error}"))?;
    Ok(bytes)
}

fn locate(path: &str, manifest_dir: Option<OsString>) -> Result<PathBuf, String> {
    match manifest_dir {
        _ if Path::new(path).is_absolute() => Ok(path.into()),
        Some(folder) => Ok(Path::new(&folder).join(path)),
        None => Err(format!(
            "`{path}` is relative to the folder in CARGO_MANIFEST_DIR, which is not set; set it, or give an absolute path"
        )),
    }
}

/// The specs in the folder of a file that is not there, the likeliest first.
fn nearby(file: &Path) -> String {
    let Some(folder) = file.parent() else { return String::new() };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_spec = |name: &String| Path::new(name).extension().is_some_and(|end| end == "yaml" || end == "yml");
    let mut names: Vec<_> = names.filter(is_spec).collect();
    names.sort();
    if names.is_empty() {
        return if folder.is_dir() {
            "; no `.yaml` file lies beside it".to_owned()
        } else {
            format!("; there is no folder `{}`", folder.display())
        };
    }
    let wanted = file.file_name().unwrap_or_default().to_string_lossy();
    if let Some(near) = codes_spec::nearest(&wanted, names.iter().map(String::as_str)) {
        return format!("; did you mean `{near}`?");
    }
    let more = if names.len() > 5 { ", …" } else { "" };
    names.truncate(5);
    format!("; beside it lie {}{more}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_start_at_the_manifest() {
        assert_eq!(locate("specs/a.yaml", Some("/p".into())), Ok("/p/specs/a.yaml".into()));
        assert_eq!(locate("/out/a.yaml", None), Ok("/out/a.yaml".into()));
        let error = locate("specs/a.yaml", None).expect_err("there is nothing to start from");
        assert!(error.starts_with("`specs/a.yaml` is relative to the folder in CARGO_MANIFEST_DIR, which is not set"));
    }
}
