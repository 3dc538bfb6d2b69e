//! Paths of pipes, devices and huge files are rejected at once: the build does not wait for them or read
//! them into memory.
#![cfg(unix)]

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::process::Command;

use codes_tests::scratch::{Scratch, printed};

#[test]
fn paths_that_are_not_regular_files_are_rejected() {
    let scratch = Scratch::new("special_files");
    fs::create_dir(scratch.path("specs")).expect("created");
    let pipe = Command::new("mkfifo")
        .arg(scratch.path("specs/pipe.yaml"))
        .status();
    assert!(pipe.is_ok_and(|status| status.success()));
    symlink("loop.yaml", scratch.path("specs/loop.yaml")).expect("created");
    let sparse = File::create(scratch.path("specs/sparse.yaml")).expect("created");
    sparse.set_len(5 << 30).expect("a file system with holes");
    printed(&scratch.cargo(&["check"]));
    scratch.write(
        "src/lib.rs",
        r#"
codes_runtime::codes! {
    pub enum Pipe = "specs/pipe.yaml";
    pub enum Loop = "specs/loop.yaml";
    pub enum Endless = "/dev/zero";
    pub enum Sparse = "specs/sparse.yaml";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, codes_runtime::Code)]
#[code(spec = "specs/sparse.yaml", partial)]
pub enum Own {
    NotFound,
}
"#,
    );
    // less memory than the largest file would need
    let output = scratch.cargo_within(4_000_000, &["check"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    for message in [
        "specs/pipe.yaml` is not a regular file",
        "specs/loop.yaml`: Too many levels of symbolic links",
        "`/dev/zero` is not a regular file",
    ] {
        assert!(errors.contains(message), "{message}\n{errors}");
    }
    assert_eq!(errors.matches("[codes::too-large]").count(), 2, "{errors}");
    assert!(
        !errors.contains("couldn't read") && output.status.code() == Some(101),
        "{errors}"
    );
}
