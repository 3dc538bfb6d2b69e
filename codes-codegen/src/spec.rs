//! Reads the file that a path names, and no other.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::path::SpecPath;

/// The bytes of a spec, or why there are none.
pub(crate) fn read(path: &SpecPath) -> Result<Vec<u8>, String> {
    if path.value.is_empty() {
        return Err(
            "the path of the spec is empty; write it as in `= \"specs/points.yaml\";`".to_owned(),
        );
    }
    let file = locate(&path.value, std::env::var_os("CARGO_MANIFEST_DIR"))?;
    let shown = file.display();
    let metadata = fs::metadata(&file).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => match fs::read_link(&file) {
            Ok(to) => format!(
                "`{shown}` is a link to `{}`, which is not there",
                to.display()
            ),
            Err(_) => format!("there is no file `{shown}`{}", nearby(&file, "beside it")),
        },
        _ => format!("the spec `{shown}` cannot be read: {error}"),
    })?;
    if metadata.is_dir() {
        return Err(format!(
            "`{shown}` is a directory, not a spec{}",
            nearby(&file.join("-"), "in it")
        ));
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

/// Whether the compiler may be told to read the file too, which it does to the end.
pub(crate) fn can_be_watched(spec: &Result<Vec<u8>, String>) -> bool {
    spec.as_ref()
        .is_ok_and(|bytes| bytes.len() <= codes_spec::MAX_BYTES)
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
fn nearby(file: &Path, place: &str) -> String {
    let Some(folder) = file.parent() else {
        return String::new();
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_spec = |name: &String| {
        Path::new(name)
            .extension()
            .is_some_and(|end| end == "yaml" || end == "yml")
    };
    let mut names: Vec<_> = names.filter(is_spec).collect();
    names.sort();
    if names.is_empty() {
        return if folder.is_dir() {
            format!("; no `.yaml` file lies {place}")
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
    format!("; {place} lie {}{more}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_start_at_the_manifest() {
        assert_eq!(
            locate("specs/a.yaml", Some("/p".into())),
            Ok("/p/specs/a.yaml".into())
        );
        assert_eq!(locate("/out/a.yaml", None), Ok("/out/a.yaml".into()));
        let error = locate("specs/a.yaml", None).expect_err("there is nothing to start from");
        assert!(error.starts_with(
            "`specs/a.yaml` is relative to the folder in CARGO_MANIFEST_DIR, which is not set"
        ));
    }

    fn read_at(path: &Path) -> Result<Vec<u8>, String> {
        let value = path.to_str().expect("UTF-8").to_owned();
        read(&SpecPath {
            value,
            tokens: proc_macro2::TokenStream::new(),
            span: proc_macro2::Span::call_site(),
        })
    }

    /// Nothing is read that has no end, and nothing waited for.
    #[test]
    #[cfg(unix)]
    fn what_is_no_file_is_refused_in_words() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = std::env::temp_dir().join(format!("codes-macro-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).expect("made");
        let at = |name: &str| folder.join(name);
        fs::write(at("a.yaml"), "vendor: V").expect("written");
        symlink("a.yaml", at("link.yaml")).expect("made");
        symlink("loop.yaml", at("loop.yaml")).expect("made");
        symlink("gone.yaml", at("dangling.yaml")).expect("made");
        let pipe = std::process::Command::new("mkfifo")
            .arg(at("pipe.yaml"))
            .status();
        assert!(pipe.is_ok_and(|status| status.success()));
        let sparse = File::create(at("sparse.yaml")).expect("made");
        sparse.set_len(5 << 30).expect("a file system with holes");
        fs::write(at("shut.yaml"), "vendor: V").expect("written");
        fs::set_permissions(at("shut.yaml"), fs::Permissions::from_mode(0o000)).expect("shut");
        // root reads it nevertheless
        let is_shut = File::open(at("shut.yaml")).is_err();

        assert_eq!(
            read_at(&at("link.yaml")).as_deref(),
            Ok(b"vendor: V".as_slice())
        );
        let sparse = read_at(&at("sparse.yaml"));
        assert_eq!(sparse.as_ref().map(Vec::len), Ok(codes_spec::MAX_BYTES + 1));
        assert!(!can_be_watched(&sparse));
        let long = at(&"x".repeat(1_000));
        for (path, words) in [
            (at("pipe.yaml"), "is not a regular file; a spec is one"),
            (at("loop.yaml"), "cannot be read: "),
            (
                at("dangling.yaml"),
                "is a link to `gone.yaml`, which is not there",
            ),
            (at("a.yaml/"), "cannot be read: "),
            (at("a.yaml/b.yaml"), "cannot be read: "),
            (at("nul\0.yaml"), "cannot be read: "),
            (long, "cannot be read: "),
            ("/dev/zero".into(), "is not a regular file; a spec is one"),
            ("/".into(), "`/` is a directory, not a spec"),
        ] {
            let said = read_at(&path).expect_err("it is no spec");
            assert!(said.contains(words), "{said}");
        }
        let shut = read_at(&at("shut.yaml"));
        assert!(!is_shut || shut.is_err_and(|said| said.contains("cannot be read: ")));
        fs::remove_dir_all(&folder).expect("removed");
    }
}
