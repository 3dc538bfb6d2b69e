//! What is published stands by itself: its archives hold all that builds need, and the manifests say what is true.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use codes_tests::scratch::{Scratch, printed};
use serde_json::Value;

const CRATES: [&str; 4] = ["codes-cli", "codes-macro", "codes-runtime", "codes-spec"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace")
}

/// Runs cargo in the workspace.
fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The archives of all crates, unpacked into a package's workspace.
fn unpack(scratch: &Scratch) {
    let target = scratch.path("archives");
    let all = [
        "package",
        "--workspace",
        "--exclude",
        "codes-tests",
        "--no-verify",
        "--allow-dirty",
        "--offline",
    ];
    cargo(
        &[
            &all[..],
            &["--quiet", "--target-dir", &target.to_string_lossy()],
        ]
        .concat(),
    );
    fs::create_dir_all(scratch.path("packages")).expect("made");
    for entry in fs::read_dir(target.join("package")).expect("archives") {
        let archive = entry.expect("an archive").path();
        if archive
            .extension()
            .is_some_and(|extension| extension == "crate")
        {
            // as new: in archives all files are of one day, and cargo goes by their time
            let tar = Command::new("tar")
                .arg("xzmf")
                .arg(&archive)
                .arg("-C")
                .arg(scratch.path("packages"))
                .status();
            assert!(tar.is_ok_and(|status| status.success()));
        }
    }
}

#[test]
fn a_crate_is_built_of_the_archives() {
    let scratch = Scratch::new("packaged");
    unpack(&scratch);
    let version = env!("CARGO_PKG_VERSION");
    let patches: String = CRATES
        .iter()
        .map(|name| format!("{name} = {{ path = 'packages/{name}-{version}' }}\n"))
        .collect();
    scratch.write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"packaged\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [workspace]\nmembers = [\"packages/*\"]\n\n\
             [dependencies]\ncodes-runtime = {{ version = \"={version}\", features = [\"http\", \"json\", \"serde\"] }}\n\n\
             [patch.crates-io]\n{patches}"
        ),
    );
    scratch.write(
        "points.yaml",
        &fs::read_to_string(root().join("specs/points.yaml")).expect("a spec"),
    );
    scratch.write(
        "src/main.rs",
        "#![deny(warnings)]\n\ncodes_runtime::codes! {\n    #[codes(serde)]\n    enum Code = \"points.yaml\";\n}\n\n\
         fn main() {\n    println!(\"{}\", Code::NotFound);\n}\n",
    );
    let run = |arguments: &[&str]| printed(&scratch.cargo(arguments));
    assert_eq!(run(&["run"]), "404 Not found\n");
    run(&["build", "--package", "codes-cli"]);
    let runtime = [
        "check",
        "--package",
        "codes-runtime",
        "--no-default-features",
    ];
    run(&runtime);
    for feature in [
        "macros",
        "alloc",
        "std",
        "serde",
        "http",
        "json",
        "serde,alloc",
        "http,json",
    ] {
        run(&[&runtime[..], &["--features", feature]].concat());
    }
    run(&["check", "--package", "codes-runtime", "--all-features"]);
    for name in CRATES {
        for file in ["README.md", "LICENSE-APACHE", "LICENSE-MIT"] {
            assert!(
                scratch
                    .path(&format!("packages/{name}-{version}/{file}"))
                    .is_file(),
                "{name} lacks {file}"
            );
        }
    }
}

#[test]
fn manifests_say_what_is_needed() {
    let metadata: Value = serde_json::from_str(&cargo(&[
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
        "--offline",
    ]))
    .expect("JSON");
    let packages: Vec<_> = metadata["packages"]
        .as_array()
        .expect("packages")
        .iter()
        .collect();
    let published: Vec<_> = packages
        .iter()
        .filter(|package| package["publish"].is_null())
        .collect();
    let names: BTreeSet<_> = published
        .iter()
        .filter_map(|package| package["name"].as_str())
        .collect();
    assert_eq!(names, CRATES.into_iter().collect());
    let minimal = published[0]["rust_version"].as_str().expect("a version");
    let readme = fs::read_to_string(root().join("README.md")).expect("the README");
    assert!(
        readme.contains(&format!("minimal Rust is {minimal}")),
        "the README says another version than {minimal}"
    );
    for package in published {
        for key in ["description", "license", "readme", "rust_version"] {
            assert!(package[key].is_string(), "{} has no {key}", package["name"]);
        }
        assert_eq!(package["rust_version"], minimal);
        for (key, most) in [("keywords", 5), ("categories", 5)] {
            let count = package[key].as_array().map_or(0, Vec::len);
            assert!(
                (1..=most).contains(&count),
                "{} has {count} {key}",
                package["name"]
            );
        }
    }
}

/// What users of the crates build, and under which licences: each has to be in the policy.
/// `BLESS=1 cargo test -p codes-tests --test packages` writes the list anew.
#[test]
fn licences_are_listed() {
    let mut arguments = vec![
        "tree",
        "--locked",
        "--edges",
        "normal,build",
        "--all-features",
        "--target",
        "all",
    ];
    arguments.extend(["--prefix", "none", "--format", "{l}\t{p}"]);
    arguments.extend(CRATES.iter().flat_map(|name| ["--package", name]));
    let tree = cargo(&arguments);
    let line = |line: &str| {
        let (licence, package) = line.split_once('\t')?;
        Some(format!("{}: {licence}\n", package.split(' ').next()?))
    };
    let listed: BTreeSet<_> = tree.lines().filter_map(line).collect();
    let listed: String = listed.into_iter().collect();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("licences.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&kept, &listed).expect("written");
    }
    assert_eq!(
        listed,
        fs::read_to_string(&kept).unwrap_or_default(),
        "see the words above this test"
    );
}
