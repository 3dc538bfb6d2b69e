//! Cargo builds anew what a change of a spec concerns, and nothing else.

use std::fs::{self, File, FileTimes};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use codes_tests::scratch::{Scratch, runtime};
use serde_json::Value;

const SPEC: &str = "vendor: V\ncodes:\n  - {status: 404, description: First.}\n";

/// Two crates that read specs, each in another way, and one that reads none.
fn workspace(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"beside\", \"outside\", \"without\"]\n",
    );
    let sources = [
        (
            "beside",
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
        "beside/specs/own.yaml",
        "beside/specs/other.yaml",
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

/// Makes a file look changed now, which is after the last build and before the next.
fn touch(file: &Path) {
    let file = File::options().write(true).open(file).expect("a file");
    file.set_times(FileTimes::new().set_modified(SystemTime::now()))
        .expect("set");
}

/// The packages of the workspace that a build compiles anew, and whether it comes to an end.
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
        let ours = ["beside", "outside", "without"].contains(&name.as_str());
        if ours && (is_artifact && message["fresh"] == false || is_error) && !built.contains(&name)
        {
            built.push(name);
        }
    }
    built.sort();
    (built, output.status.success())
}

/// What is done to a file between two builds. Every change touches it too.
#[derive(Clone, Copy, Debug)]
enum Change {
    Touch,
    Write(&'static str),
    /// A new file takes its place.
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

fn changes_of_specs_are_seen(release: bool) {
    let scratch = workspace(if release {
        "rebuilds-release"
    } else {
        "rebuilds-dev"
    });
    let after = |file: &str, change: Change, expected: &[&str], succeeds: bool| {
        change.apply(&scratch.path(file));
        let (built, success) = build(&scratch, release);
        assert_eq!(built, expected, "{file}: {change:?}");
        assert_eq!(success, succeeds, "{file}: {change:?}");
    };
    let own = "beside/specs/own.yaml";
    let other = "beside/specs/other.yaml";
    // the first build, and one after which nothing has changed
    after(
        other,
        Change::Touch,
        &["beside", "outside", "without"],
        true,
    );
    after(other, Change::Touch, &[], true);
    after(own, Change::Write(EDITED), &["beside"], true);
    after(own, Change::Write(BROKEN), &["beside"], false);
    // still broken
    after(other, Change::Touch, &["beside"], false);
    after(own, Change::Write(SPEC), &["beside"], true);
    after(own, Change::Touch, &["beside"], true);
    after(own, Change::Replace, &["beside"], true);
    // a file that no crate names
    after(other, Change::Write("vendor: W\n"), &[], true);
    // above the package, and where a link leads
    let shared = "specs/shared.yaml";
    after(shared, Change::Write(SPEC), &["outside"], true);
    let target = "specs/target.yaml";
    after(target, Change::Write(SPEC), &["outside"], true);
}

#[test]
fn changes_are_seen_in_dev() {
    changes_of_specs_are_seen(false);
}

#[test]
fn changes_are_seen_in_release() {
    changes_of_specs_are_seen(true);
}

/// The metadata of a crate, built in a folder that it is not to know of.
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
        panic!("one file of metadata, not {found:?}")
    };
    fs::read(file).expect("metadata")
}

#[test]
fn two_checkouts_give_the_same_metadata() {
    let [one, two] = ["checkout-one", "another-checkout"].map(|name| metadata(&workspace(name)));
    assert!(one == two, "{} and {} bytes differ", one.len(), two.len());
}
