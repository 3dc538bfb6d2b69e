//! `codes generate` writes all files of a command or none, never overwrites a file that it did not generate, and can read
//! every header that it writes.

#[cfg(unix)]
mod editor;
mod existing;
mod files;
mod headers;
#[cfg(unix)]
mod language_server;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const SPEC: &str = "vendor: V\ncodes:\n  - {status: 404, title: Not found}\n";

/// Creates a directory with `specs/a.yaml`, `specs/b.yaml`, `other/a.yaml` and an empty `src`.
fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("generate")
        .join(name);
    let _ = fs::remove_dir_all(&directory);
    for folder in ["specs", "other", "src"] {
        fs::create_dir_all(directory.join(folder)).expect("a directory");
    }
    for spec in ["specs/a.yaml", "specs/b.yaml", "other/a.yaml"] {
        fs::write(directory.join(spec), SPEC).expect("written");
    }
    directory
}

fn codes(directory: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_codes"))
        .arg("generate")
        .args(args)
        .current_dir(directory)
        .stdin(Stdio::null())
        .output()
        .expect("the command runs")
}

fn stderr(done: &Output) -> &str {
    str::from_utf8(&done.stderr).expect("UTF-8")
}

fn succeed(directory: &Path, args: &[&str]) {
    let done = codes(directory, args);
    assert_eq!(done.status.code(), Some(0), "{args:?}: {}", stderr(&done));
}

/// Runs a command that must fail with an error that contains the text.
fn fail(directory: &Path, args: &[&str], exit: i32, expected: &str) {
    let done = codes(directory, args);
    let found = (done.status.code(), stderr(&done).contains(expected));
    assert_eq!(found, (Some(exit), true), "{args:?}: {}", stderr(&done));
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).expect("the file")
}

fn is_empty(directory: &Path) -> bool {
    let mut entries = fs::read_dir(directory).expect("the directory");
    entries.next().is_none()
}

#[test]
fn options_that_have_no_effect_are_refused() {
    let directory = directory("options");
    let options = [
        "--enum=A",
        "--visibility=pub",
        "--exhaustive",
        "--serde",
        "--repr=i32",
    ];
    for option in [&options[..], &["--crate=a", "--doc=a", "-osrc", "--force"]].concat() {
        for verb in ["--check", "--update"] {
            fail(&directory, &[verb, "src", option], 2, "cannot be used with");
        }
    }
    fail(
        &directory,
        &["specs/a.yaml", "--force"],
        2,
        "--output <FILE>",
    );
}
