//! The published crates: each archive builds on its own, and every manifest is complete and accurate.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use codes_tests::scratch::{Scratch, printed};
use codes_tests::workspace::{read, root};
use serde_json::Value;

const PUBLISHED: [&str; 7] = [
    "codes-cli",
    "codes-codegen",
    "codes-core",
    "codes-macro",
    "codes-runtime",
    "codes-spec",
    "codes-tables",
];

/// The features of `codes-runtime`, alone and in the combinations that share code.
const FEATURES: [&str; 10] = [
    "macros",
    "alloc",
    "std",
    "serde",
    "http",
    "json",
    "serde,alloc",
    "http,json",
    "xml",
    "http,xml",
];

/// Runs cargo in this workspace and returns its standard output.
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

/// Packages every published crate and unpacks the archives into `packages/`.
fn unpack(scratch: &Scratch) {
    let target = scratch.path("archives");
    let package = [
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
            &package[..],
            &["--quiet", "--target-dir", &target.to_string_lossy()],
        ]
        .concat(),
    );
    fs::create_dir_all(scratch.path("packages")).expect("created");
    for entry in fs::read_dir(target.join("package")).expect("archives") {
        let archive = entry.expect("an archive").path();
        if archive
            .extension()
            .is_some_and(|extension| extension == "crate")
        {
            // `m` sets the time of each file to now: archives give all files one fixed date, which
            // cargo would take as a sign that the sources are unchanged
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

/// Writes a program that depends on the unpacked crates only.
fn write_consumer(scratch: &Scratch) {
    let version = env!("CARGO_PKG_VERSION");
    let patches: String = PUBLISHED
        .iter()
        .map(|name| format!("{name} = {{ path = 'packages/{name}-{version}' }}\n"))
        .collect();
    scratch.write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"packaged\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [workspace]\nmembers = [\"packages/*\"]\n\n\
             [dependencies]\ncodes-runtime = {{ version = \"={version}\", \
             features = [\"http\", \"json\", \"serde\"] }}\n\n\
             [patch.crates-io]\n{patches}"
        ),
    );
    let points = read("specs/points.yaml");
    scratch.write("points.yaml", &points);
    scratch.write(
        "src/main.rs",
        r#"#![deny(warnings)]

codes_runtime::codes! {
    #[codes(serde)]
    enum Code = "points.yaml";
}

fn main() {
    println!("{}", Code::NotFound);
}
"#,
    );
}

#[test]
fn published_archives_build_without_the_workspace() {
    let scratch = Scratch::new("packaged");
    unpack(&scratch);
    write_consumer(&scratch);
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
    for features in FEATURES {
        run(&[&runtime[..], &["--features", features]].concat());
    }
    run(&["check", "--package", "codes-runtime", "--all-features"]);
    let tables = ["check", "--package", "codes-tables"];
    run(&[&tables[..], &["--all-features"]].concat());
    run(&[&tables[..], &["--features", "grpc"]].concat());
    run(&tables);
    for name in PUBLISHED {
        for file in ["README.md", "LICENSE-APACHE", "LICENSE-MIT"] {
            let path = format!("packages/{name}-{}/{file}", env!("CARGO_PKG_VERSION"));
            assert!(scratch.path(&path).is_file(), "{name} has no {file}");
        }
    }
}

#[test]
fn manifests_have_every_key_that_crates_io_shows() {
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
    assert_eq!(names, PUBLISHED.into_iter().collect());
    let minimum = published[0]["rust_version"].as_str().expect("a version");
    let readme = read("README.md");
    let states_minimum = |line: &str| line.contains("Rust") && line.contains(minimum);
    assert!(
        readme.lines().any(states_minimum),
        "the README does not give {minimum} as the minimum Rust version"
    );
    for package in published {
        for key in ["description", "license", "readme", "rust_version"] {
            assert!(package[key].is_string(), "{} has no {key}", package["name"]);
        }
        assert_eq!(package["rust_version"], minimum);
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

/// `licences.txt` lists every dependency of the published crates with its licence, so that a diff
/// shows each new one; `deny.toml` says which licences are allowed.
/// `BLESS=1 cargo test -p codes-tests --test packages` rewrites the file.
#[test]
fn licences_of_all_dependencies_are_listed() {
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
    arguments.extend(PUBLISHED.iter().flat_map(|name| ["--package", name]));
    let tree = cargo(&arguments);
    let entry = |line: &str| {
        let (licence, package) = line.split_once('\t')?;
        Some(format!("{}: {licence}\n", package.split(' ').next()?))
    };
    let entries: BTreeSet<_> = tree.lines().filter_map(entry).collect();
    let listed: String = entries.into_iter().collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("licences.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &listed).expect("written");
    }
    assert_eq!(
        listed,
        fs::read_to_string(&path).unwrap_or_default(),
        "licences.txt is out of date: run BLESS=1 cargo test -p codes-tests --test packages"
    );
}
