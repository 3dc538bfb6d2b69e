//! Every recipe is listed in the README, is short, and names the crates to add to a package.

use std::collections::BTreeSet;
use std::fs;

use codes_tests::workspace::{read, root};

/// The longest recipe, in lines of code.
const MAX_LINES: usize = 55;

/// The names of all examples with their code.
fn examples() -> Vec<(String, String)> {
    let mut examples = Vec::new();
    for entry in fs::read_dir(root().join("tests/examples")).expect("the examples") {
        let path = entry.expect("a file").path();
        let output = path.with_extension("txt");
        assert!(output.exists(), "{} is missing", output.display());
        if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            examples.push((name, fs::read_to_string(&path).expect("an example")));
        }
    }
    examples
}

#[test]
fn the_readme_lists_each_recipe() {
    let readme = read("README.md");
    let section = readme
        .split("\n## ")
        .find(|section| section.starts_with("Recipes\n"))
        .expect("a section");
    for (name, _) in examples() {
        let link = format!("[`{name}`](tests/examples/{name}.rs)");
        assert_eq!(section.matches(&link).count(), 1, "{link}");
    }
}

#[test]
fn recipes_are_short() {
    for (name, text) in examples().iter().filter(|(name, _)| name != "gateway") {
        let lines = text.lines().filter(|line| !line.starts_with("//!")).count();
        assert!(lines <= MAX_LINES, "{name} has {lines} lines");
    }
}

/// The manifest of the recipes inherits its dependencies from the workspace, so readers cannot copy them from it.
#[test]
fn recipes_name_the_crates_to_add() {
    let manifest = read("tests/Cargo.toml");
    let crates: BTreeSet<_> = manifest
        .lines()
        .filter_map(|line| line.split_once(['.', ' ']))
        .filter(|(name, rest)| rest.contains("workspace") && !name.starts_with("codes-"))
        .map(|(name, _)| name)
        .collect();
    assert!(crates.contains("axum"), "{crates:?}");
    for (name, text) in examples() {
        for dependency in &crates {
            let path = format!("{}::", dependency.replace('-', "_"));
            let starts_word =
                |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if text.match_indices(&path).any(|(at, _)| starts_word(at)) {
                let command = format!("//! {}\n", cargo_add(dependency));
                assert!(text.contains(&command), "{name} lacks the line\n{command}");
            }
        }
    }
}

/// The command that adds a dependency with the version and features of the workspace.
fn cargo_add(name: &str) -> String {
    let manifest = read("Cargo.toml");
    let key = format!("{name} = ");
    let value = manifest
        .lines()
        .find_map(|line| line.strip_prefix(&key))
        .unwrap_or_else(|| panic!("{name} is not in the workspace's manifest"));
    let between = |start: &str, end: &str| {
        let (_, rest) = value.split_once(start)?;
        Some(rest.split_once(end)?.0)
    };
    let version = between("version = \"", "\"").unwrap_or_else(|| value.trim_matches('"'));
    let mut command = format!("cargo add {name}@{version}");
    if value.contains("default-features = false") {
        command += " --no-default-features";
    }
    if let Some(features) = between(" features = [", "]") {
        command += &format!(" --features {}", features.replace(['"', ' '], ""));
    }
    command
}
