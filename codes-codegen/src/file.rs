//! Reads the spec file at a path, which must be a regular file.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use proc_macro2::Span;

use crate::input::path::SpecPath;
use crate::messages::{self, Message};
use crate::nearby::{help_for_missing, nearby_specs};
use crate::report::Report;

/// A spec file: its bytes and its path.
pub struct SpecFile {
    /// The path as the user wrote it.
    pub(crate) path: String,
    /// The location of the path, at which the compiler shows the errors of the file.
    pub(crate) span: Span,
    pub(crate) bytes: Vec<u8>,
}

impl SpecFile {
    /// A file that is not on disk, or was read by the caller.
    pub fn new(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        SpecFile {
            path: path.into(),
            span: Span::call_site(),
            bytes,
        }
    }

    /// Reads the file at a path, if there is a path, and reports errors.
    pub(crate) fn read(path: Option<&SpecPath>, report: &mut Report) -> Option<Self> {
        let path = path?;
        match read_bytes(&path.value) {
            Ok(bytes) => Some(SpecFile {
                path: path.value.clone(),
                span: path.span,
                bytes,
            }),
            Err(_) if path.is_guess => None,
            Err(message) => {
                report.error(message.at(path.span));
                None
            }
        }
    }
}

fn read_bytes(path: &str) -> Result<Vec<u8>, Message> {
    if path.is_empty() {
        return Err(messages::empty_path());
    }
    let file = locate(path, std::env::var_os("CARGO_MANIFEST_DIR"))?;
    let shown = file.display();
    let metadata = metadata(path, &file)?;
    if metadata.is_dir() {
        let help = nearby_specs(&file, Path::new("-"), messages::the_directory());
        return Err(messages::a_folder(shown, help));
    }
    if !metadata.is_file() {
        return Err(messages::not_a_regular_file(shown));
    }
    let mut bytes = Vec::new();
    // one byte more than a spec may have, so that it is refused as too large
    let limit = codes_spec::MAX_BYTES as u64 + 1;
    let read = File::open(&file).and_then(|file| file.take(limit).read_to_end(&mut bytes));
    read.map_err(|error| messages::unreadable(shown, error))?;
    Ok(bytes)
}

fn locate(path: &str, manifest_dir: Option<OsString>) -> Result<PathBuf, Message> {
    match manifest_dir {
        _ if Path::new(path).is_absolute() => Ok(path.into()),
        Some(folder) => Ok(Path::new(&folder).join(path)),
        None => Err(messages::no_manifest_folder(path)),
    }
}

fn metadata(path: &str, file: &Path) -> Result<Metadata, Message> {
    let shown = file.display();
    fs::metadata(file).map_err(|error| match error.kind() {
        ErrorKind::NotFound => match fs::read_link(file) {
            Ok(target) => messages::dangling_link(shown, target.display()),
            Err(_) if path.contains('\n') => messages::text_for_path(),
            Err(_) => messages::no_file(shown, help_for_missing(path, file)),
        },
        _ => messages::unreadable(shown, error),
    })
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
        assert!(
            error
                .as_str()
                .starts_with("`specs/a.yaml` is relative to CARGO_MANIFEST_DIR, which is not set")
        );
    }

    fn read_at(path: &Path) -> Result<Vec<u8>, Message> {
        read_bytes(path.to_str().expect("UTF-8"))
    }

    /// Other files, such as pipes, could block the compiler.
    #[test]
    #[cfg(unix)]
    fn only_regular_files_are_read() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = std::env::temp_dir().join(format!("codes-codegen-{}", std::process::id()));
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
        // root can read the file in spite of its permissions
        let is_shut = File::open(at("shut.yaml")).is_err();

        assert_eq!(
            read_at(&at("link.yaml")).as_deref(),
            Ok(b"vendor: V".as_slice())
        );
        let sparse = read_at(&at("sparse.yaml"));
        assert_eq!(sparse.as_ref().map(Vec::len), Ok(codes_spec::MAX_BYTES + 1));
        let long = at(&"x".repeat(1_000));
        for (path, words) in [
            (at("pipe.yaml"), "is not a regular file"),
            (at("loop.yaml"), "cannot read spec "),
            (
                at("dangling.yaml"),
                "is a symbolic link to `gone.yaml`, which does not exist",
            ),
            (at("a.yaml/"), "cannot read spec "),
            (at("a.yaml/b.yaml"), "cannot read spec "),
            (at("nul\0.yaml"), "cannot read spec "),
            (long, "cannot read spec "),
            ("/dev/zero".into(), "is not a regular file"),
            ("/".into(), "`/` is a directory, not a spec"),
        ] {
            let error = read_at(&path).expect_err("not a spec");
            assert!(error.as_str().contains(words), "{error}");
        }
        let shut = read_at(&at("shut.yaml"));
        assert!(!is_shut || shut.is_err_and(|error| error.as_str().contains("cannot read spec ")));
        fs::remove_dir_all(&folder).expect("removed");
    }
}
