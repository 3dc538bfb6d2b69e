//! Paths that lead to what is no spec: words at the path, and the build neither waits nor reads to an end that is none.
#![cfg(unix)]

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::process::Command;

use codes_tests::scratch::{Scratch, printed};

#[test]
fn what_is_no_spec_costs_nothing() {
    let scratch = Scratch::new("paths");
    fs::create_dir(scratch.path("specs")).expect("made");
    let pipe = Command::new("mkfifo")
        .arg(scratch.path("specs/pipe.yaml"))
        .status();
    assert!(pipe.is_ok_and(|status| status.success()));
    symlink("loop.yaml", scratch.path("specs/loop.yaml")).expect("made");
    let sparse = File::create(scratch.path("specs/sparse.yaml")).expect("made");
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
    // the compiler has less memory than the largest file would take
    let output = scratch.cargo_within(4_000_000, &["check"]);
    let said = String::from_utf8_lossy(&output.stderr);
    for words in [
        "specs/pipe.yaml` is not a regular file",
        "specs/loop.yaml`: Too many levels of symbolic links",
        "`/dev/zero` is not a regular file",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
    assert_eq!(said.matches("[codes::too-large]").count(), 2, "{said}");
    assert!(
        !said.contains("couldn't read") && output.status.code() == Some(101),
        "{said}"
    );
}
