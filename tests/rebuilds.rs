//! After a spec changes, cargo rebuilds the crates that read it, and no others.

use std::fs::{self, File, FileTimes};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use codes_tests::scratch::{Scratch, runtime};
use serde_json::Value;

const SPEC: &str = "vendor: V\ncodes:\n  - {status: 404, description: First.}\n";

/// A workspace of three crates: `inside` reads a spec in its own folder, `outside` reads one above it
/// and one through a symbolic link, and `without` reads none.
fn workspace(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"inside\", \"outside\", \"without\"]\n",
    );
    let sources = [
        (
            "inside",
            "codes_runtime::codes! { pub enum Code = \"specs/own.yaml\"; }\n",
        ),
        (
            "outside",
            "codes_runtime::codes! { pub enum Above = \"../specs/shared.yaml\"; pub enum Linked = \"linked.yaml\"; }\n",
        ),
        ("without", "\n"),
    ];
    for (package, source) in sources {
        let dependency = format!("codes-runtime = {{ path = '{}' }}", runtime());
        let manifest = format!(
            "[package]\nname = \"{package}\"\nedition = \"2024\"\n\n[dependencies]\n{dependency}\n"
        );
        scratch.write(&format!("{package}/Cargo.toml"), &manifest);
        scratch.write(&format!("{package}/src/lib.rs"), source);
    }
    for spec in [
        "inside/specs/own.yaml",
        "inside/specs/other.yaml",
        "specs/shared.yaml",
        "specs/target.yaml",
    ] {
        scratch.write(spec, SPEC);
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("../specs/target.yaml", scratch.path("outside/linked.yaml"))
        .expect("linked");
    #[cfg(not(unix))]
    scratch.write("outside/linked.yaml", SPEC);
    scratch
}

/// Sets the modification time of a file to now, which is after the last build.
fn touch(file: &Path) {
    let file = File::options().write(true).open(file).expect("a file");
    file.set_times(FileTimes::new().set_modified(SystemTime::now()))
        .expect("set");
}

/// Builds the workspace. Returns the packages that were compiled, and whether the build succeeded.
fn build(scratch: &Scratch, release: bool) -> (Vec<String>, bool) {
    let profile = if release {
        "--release"
    } else {
        "--profile=dev"
    };
    let output = scratch.cargo(&[
        "build",
        "--workspace",
        "--keep-going",
        "--message-format=json",
        profile,
    ]);
    let mut built = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: Value = serde_json::from_str(line).expect("a message");
        let name = message["target"]["name"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        let is_artifact = message["reason"] == "compiler-artifact";
        let is_error =
            message["reason"] == "compiler-message" && message["message"]["level"] == "error";
        let is_member = ["inside", "outside", "without"].contains(&name.as_str());
        if is_member
            && (is_artifact && message["fresh"] == false || is_error)
            && !built.contains(&name)
        {
            built.push(name);
        }
    }
    built.sort();
    (built, output.status.success())
}

/// A change to a file between two builds. Each also updates the modification time.
#[derive(Clone, Copy, Debug)]
enum Change {
    Touch,
    Write(&'static str),
    /// Replaces the file with another one.
    Replace,
}

impl Change {
    fn apply(self, file: &Path) {
        match self {
            Change::Touch => {}
            Change::Write(text) => fs::write(file, text).expect("written"),
            Change::Replace => {
                let new = file.with_extension("new");
                fs::write(&new, SPEC.replace("First", "Replaced")).expect("written");
                fs::rename(&new, file).expect("renamed");
            }
        }
        touch(file);
    }
}

const EDITED: &str = "vendor: V\ncodes:\n  - {status: 409}\n";
const BROKEN: &str = "vendor: V\ncodes:\n  - {status: 4o9}\n";

fn check_rebuilds(release: bool) {
    let scratch = workspace(if release {
        "rebuilds-release"
    } else {
        "rebuilds-dev"
    });
    let check = |file: &str, change: Change, expected: &[&str], succeeds: bool| {
        change.apply(&scratch.path(file));
        let (built, success) = build(&scratch, release);
        assert_eq!(built, expected, "{file}: {change:?}");
        assert_eq!(success, succeeds, "{file}: {change:?}");
    };
    let own = "inside/specs/own.yaml";
    let other = "inside/specs/other.yaml";
    // the first build, and a second one without a relevant change
    check(
        other,
        Change::Touch,
        &["inside", "outside", "without"],
        true,
    );
    check(other, Change::Touch, &[], true);
    check(own, Change::Write(EDITED), &["inside"], true);
    check(own, Change::Write(BROKEN), &["inside"], false);
    // still broken
    check(other, Change::Touch, &["inside"], false);
    check(own, Change::Write(SPEC), &["inside"], true);
    check(own, Change::Touch, &["inside"], true);
    check(own, Change::Replace, &["inside"], true);
    // a file that no crate reads
    check(other, Change::Write("vendor: W\n"), &[], true);
    // a file above the package, and the target of a symbolic link
    let shared = "specs/shared.yaml";
    check(shared, Change::Write(SPEC), &["outside"], true);
    let target = "specs/target.yaml";
    check(target, Change::Write(SPEC), &["outside"], true);
}

#[test]
fn changed_specs_are_rebuilt_in_dev_builds() {
    check_rebuilds(false);
}

#[test]
fn changed_specs_are_rebuilt_in_release_builds() {
    check_rebuilds(true);
}

/// Builds `outside` with the path of its folder remapped, and returns the crate metadata.
fn metadata(scratch: &Scratch) -> Vec<u8> {
    let folder = scratch.path("");
    let target = folder.join("target");
    let output = Command::new(env!("CARGO"))
        .args([
            "check",
            "--package",
            "outside",
            "--offline",
            "--quiet",
            "--target-dir",
        ])
        .arg(&target)
        .current_dir(&folder)
        .env(
            "RUSTFLAGS",
            format!(
                "--remap-path-prefix={}=/checkout",
                folder.display().to_string().trim_end_matches('/')
            ),
        )
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let is_metadata = |path: &PathBuf| {
        path.extension()
            .is_some_and(|extension| extension == "rmeta")
            && path
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("liboutside-"))
    };
    let files = fs::read_dir(target.join("debug/deps"))
        .expect("a folder")
        .map(|entry| entry.expect("a file").path());
    let found: Vec<_> = files.filter(is_metadata).collect();
    let [file] = &found[..] else {
        panic!("expected one metadata file, found {found:?}")
    };
    fs::read(file).expect("metadata")
}

#[test]
fn builds_in_different_folders_give_the_same_metadata() {
    let [one, two] = ["checkout-one", "another-checkout"].map(|name| metadata(&workspace(name)));
    assert!(one == two, "{} and {} bytes differ", one.len(), two.len());
}
