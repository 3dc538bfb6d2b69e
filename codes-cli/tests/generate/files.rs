//! A command writes all its files or none, leaves unchanged files alone, and does not overwrite other files.

use std::fs::{self, File};
use std::time::SystemTime;

use super::{SPEC, directory, fail, read, succeed};

#[test]
fn all_files_are_written_or_none() {
    let directory = directory("all-or-none");
    fs::write(directory.join("specs/wrong.yaml"), "vendor: V\n").expect("written");
    fs::write(directory.join("src/b_code.rs"), "mine").expect("written");
    let both = "`specs/a.yaml` and `other/a.yaml` would both be written to `src/a_code.rs`";
    let cases: [(&[&str], i32, &str); 4] = [
        (&["specs/a.yaml", "other/a.yaml"], 2, both),
        (&["specs/a.yaml", "specs/wrong.yaml"], 1, "`codes`"),
        (&["specs/a.yaml", "specs/none.yaml"], 2, "does not exist"),
        (
            &["specs/a.yaml", "specs/b.yaml"],
            2,
            "`src/b_code.rs` exists and was not written",
        ),
    ];
    for (specs, exit, expected) in cases {
        fail(
            &directory,
            &[specs, &["-o", "src"]].concat(),
            exit,
            expected,
        );
        assert!(!directory.join("src/a_code.rs").exists(), "{specs:?}");
    }
    succeed(
        &directory,
        &["specs/a.yaml", "specs/b.yaml", "-o", "src", "--force"],
    );
    succeed(&directory, &["--check", "src"]);
    assert!(read(directory.join("src/b_code.rs")).contains("pub enum BCode"));
}

#[test]
fn unchanged_files_are_left_alone() {
    let directory = directory("unchanged");
    let file = directory.join("src/a_code.rs");
    let args = ["specs/a.yaml", "-o", "src"];
    succeed(&directory, &args);
    // Git may check out the file with these line endings
    fs::write(&file, read(&file).replace('\n', "\r\n")).expect("written");
    let opened = File::options().write(true).open(&file).expect("the file");
    opened.set_modified(SystemTime::UNIX_EPOCH).expect("a time");
    for args in [&args[..], &["--update", "src"], &["--check", "src"]] {
        succeed(&directory, args);
        let modified = file.metadata().and_then(|found| found.modified());
        assert_eq!(
            modified.expect("a time"),
            SystemTime::UNIX_EPOCH,
            "{args:?}"
        );
    }
    fs::write(
        directory.join("specs/a.yaml"),
        SPEC.replace("Not found", "Gone"),
    )
    .expect("written");
    succeed(&directory, &args);
    assert!(read(&file).contains("Gone,"));
}

#[test]
fn specs_and_other_files_are_not_overwritten() {
    let directory = directory("overwritten");
    fs::create_dir(directory.join("src/sub.rs")).expect("a directory");
    for (output, expected) in [
        ("specs/a.yaml", "`specs/a.yaml` is the spec itself"),
        ("other/../specs/a.yaml", "is the spec itself"),
        ("none/a.rs", "directory `none` does not exist"),
        ("none/", "directory `none/` does not exist"),
        (
            "specs/b.yaml/a.rs",
            "directory `specs/b.yaml` does not exist",
        ),
    ] {
        fail(
            &directory,
            &["specs/a.yaml", "--force", "-o", output],
            2,
            expected,
        );
    }
    succeed(&directory, &["specs/a.yaml", "-o", "src/sub.rs"]);
    assert!(directory.join("src/sub.rs/a_code.rs").is_file());
    assert_eq!(read(directory.join("specs/a.yaml")), SPEC);
    fail(
        &directory,
        &["specs/a.yaml", "-o", "specs/b.yaml"],
        2,
        "pass `--force` to overwrite",
    );
}
