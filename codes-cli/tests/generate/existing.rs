//! Files that `--check` and `--update` find, wherever they are and whatever people did to them.

use std::fs;

use super::{SPEC, codes, directory, fail, read, succeed};

#[test]
fn a_file_from_standard_output_can_be_checked() {
    let directory = directory("redirected");
    let done = codes(&directory, &["specs/a.yaml"]);
    fs::write(directory.join("a.rs"), &done.stdout).expect("written");
    succeed(&directory, &["--check", "a.rs"]);
    fs::rename(directory.join("a.rs"), directory.join("src/a.rs")).expect("moved");
    let expected = "`src/a.rs` is generated from `src/specs/a.yaml`, which does not exist";
    fail(&directory, &["--check", "src"], 2, expected);
}

#[test]
fn a_check_goes_on_after_a_failure() {
    let directory = directory("several");
    succeed(&directory, &["specs/a.yaml", "specs/b.yaml", "-o", "src"]);
    fs::remove_file(directory.join("specs/a.yaml")).expect("removed");
    let changed = SPEC.replace("Not found", "Gone");
    fs::write(directory.join("specs/b.yaml"), changed).expect("written");
    let paths = ["--check", "none", "specs", "src"];
    for expected in [
        "error: cannot read `none`: ",
        "error: `specs` contains no generated file",
        "error: `src/a_code.rs` is generated from `specs/a.yaml`, which does not exist",
        "error: `src/b_code.rs` is out of date",
    ] {
        fail(&directory, &paths, 2, expected);
    }
    fail(
        &directory,
        &["--update", "src"],
        2,
        "1 generated file, 1 updated",
    );
    assert!(read(directory.join("src/b_code.rs")).contains("    Gone,"));
}

#[test]
fn edits_of_a_header_are_found() {
    let directory = directory("edited");
    let file = directory.join("src/a_code.rs");
    succeed(&directory, &["specs/a.yaml", "-o", "src"]);
    let text = read(&file);
    for (from, to, expected) in [
        ("// @", "// Copyright\n// @", "is out of date"),
        ("from ../specs", "from ../other", "is out of date"),
        ("ACode -o a_code.rs", "ACode -o b_code.rs", "is out of date"),
        (
            "-o a_code.rs",
            "-o a_code.rs --color always",
            "has no valid `codes generate` command",
        ),
        (
            "--enum ACode",
            "--enum 'ACode",
            "has no valid `codes generate` command",
        ),
        (
            "--enum ACode",
            "--enum match",
            "`match` is not a valid name",
        ),
    ] {
        fs::write(&file, text.replacen(from, to, 1)).expect("written");
        let exit = if expected == "is out of date" { 1 } else { 2 };
        fail(&directory, &["--check", "src"], exit, expected);
    }
    fs::write(&file, text.replacen("codes 0", "codes 99", 1)).expect("written");
    succeed(&directory, &["--check", "src"]);
    succeed(&directory, &["--update", "src"]);
    assert_eq!(read(&file), text);
}

#[test]
#[cfg(unix)]
fn paths_start_at_the_file_that_a_link_points_to() {
    let directory = directory("links");
    fs::create_dir(directory.join("src/deep")).expect("a directory");
    fs::write(directory.join("src/deep/a.rs"), "").expect("written");
    std::os::unix::fs::symlink("deep/a.rs", directory.join("src/a.rs")).expect("a link");
    succeed(&directory, &["specs/a.yaml", "-o", "src/a.rs", "--force"]);
    assert!(directory.join("src/a.rs").is_symlink());
    let text = read(directory.join("src/deep/a.rs"));
    assert!(text.contains(" from ../../specs/a.yaml\n"), "{text}");
    for path in ["src", "src/a.rs", "src/deep/a.rs"] {
        succeed(&directory, &["--check", path]);
    }
    // a device or a pipe is not read
    fail(
        &directory,
        &["--check", "/dev/zero"],
        2,
        "contains no generated file",
    );
}

#[test]
fn files_do_not_depend_on_the_checkout() {
    let [one, other] = ["checkout", "checkout-ü 2/deeper"].map(directory);
    fs::write(other.join("specs/a.yaml"), SPEC.replace('\n', "\r\n")).expect("written");
    let done = [&one, &other].map(|directory| codes(directory, &["specs/a.yaml"]).stdout);
    assert_eq!(done[0], done[1]);
    assert!(!done[0].is_empty());
}
