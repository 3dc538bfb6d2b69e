//! Every rule of the catalogue has a case, `tests/rules/<rule>.yaml`, and a snapshot of its rendered diagnostics, `.txt`.
//! `BLESS=1 cargo test -p codes-spec --test rules` updates the snapshots.

use std::collections::BTreeMap;
use std::path::PathBuf;

use codes_spec::{RULES, load};

fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "rules"]
        .iter()
        .collect()
}

fn large_display() -> String {
    let row = |i| format!("  - {{status: {i}, name: N{i}, title: T}}\n");
    let rows: String = (405..425).map(row).collect();
    let first = format!(
        "  - {{status: 404, name: First, description: {}}}\n",
        "x".repeat(1_200_000)
    );
    let many = "{description}".repeat(15);
    format!("vendor: Test API\ndisplay: '{many}'\ncodes:\n{first}{rows}")
}

fn many_aliases() -> String {
    let aliases: String = (0..40_000).map(|i| format!("A{i}, ")).collect();
    format!("vendor: Test API\ncodes:\n  - code: First\n    aliases: [\n{aliases}]\n")
}

fn many_rows() -> String {
    let row = |i| format!("  - {{code: {i}, title: T{i}, outcome: ok}}\n");
    let rows: String = (0..codes_spec::MAX_ROWS + 2).map(row).collect();
    format!("vendor: Test API\ncodes:\n{rows}")
}

/// A row with a code, name or title of one byte more than is allowed.
fn long_key(key: &str) -> String {
    let text = "A".repeat(1_001);
    format!("vendor: Test API\ncodes:\n  - outcome: error\n    {key}{text}\n")
}

/// The cases by name: the files of the folder, and those that cannot be text files or are large.
fn cases() -> BTreeMap<String, Vec<u8>> {
    let mut cases = BTreeMap::from([
        (
            "too-large".to_owned(),
            vec![b'#'; codes_spec::MAX_BYTES + 1],
        ),
        (
            "encoding".to_owned(),
            b"vendor: Test API\ntitle: Gr\xf6\xdfe\n".to_vec(),
        ),
        ("encoding.utf16".to_owned(), b"\xff\xfev\0e\0".to_vec()),
        ("encoding.utf16-le".to_owned(), b"v\0e\0n\0".to_vec()),
        ("encoding.utf16-be".to_owned(), b"\0v\0e\0n".to_vec()),
        (
            "control-character".to_owned(),
            b"vendor: Test API\ntitle: Not\0found\n".to_vec(),
        ),
        ("display-size".to_owned(), large_display().into_bytes()),
        ("key-size".to_owned(), long_key("code: ").into_bytes()),
        (
            "key-size.name".to_owned(),
            long_key("code: A\n    name: ").into_bytes(),
        ),
        (
            "key-size.former-name".to_owned(),
            long_key("code: A\n    former_names:\n      - ").into_bytes(),
        ),
        (
            "key-size.title".to_owned(),
            long_key("status: 404\n    title: ").into_bytes(),
        ),
        ("too-many-codes".to_owned(), many_aliases().into_bytes()),
        ("too-many-rows".to_owned(), many_rows().into_bytes()),
    ]);
    for entry in std::fs::read_dir(folder()).expect("the folder of cases") {
        let path = entry.expect("a case").path();
        if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            cases.insert(name, std::fs::read(&path).expect("a case"));
        }
    }
    cases
}

fn rule_of(case: &str) -> String {
    format!("codes::{}", case.split('.').next().unwrap_or(case))
}

#[test]
fn every_rule_has_a_case_and_every_case_a_rule() {
    let cases = cases();
    let rules: Vec<_> = cases.keys().map(|case| rule_of(case)).collect();
    // this rule needs a build without the feature: see tests/missing_features.rs
    let testable = |rule: &&&codes_spec::Rule| rule.id != "codes::markdown-feature";
    for rule in RULES.iter().filter(testable) {
        assert!(
            rules.iter().any(|id| id == rule.id),
            "{} has no case in tests/rules",
            rule.id
        );
    }
    for entry in std::fs::read_dir(folder()).expect("the folder of cases") {
        let path = entry.expect("a case").path();
        let case = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        assert!(
            cases.contains_key(&case),
            "{} belongs to no case",
            path.display()
        );
    }
    for rule in rules {
        assert!(
            RULES.iter().any(|known| known.id == rule),
            "there is no rule {rule}"
        );
    }
}

#[test]
fn every_snapshot_has_a_case() {
    let cases = cases();
    for entry in std::fs::read_dir(folder()).expect("the folder of cases") {
        let path = entry.expect("a case").path();
        let name = path.file_stem().expect("a name").to_string_lossy();
        assert!(
            cases.contains_key(name.as_ref()),
            "{} is not the snapshot of a case",
            path.display()
        );
    }
}

#[test]
fn rule_ids_are_unique() {
    for (i, rule) in RULES.iter().enumerate() {
        assert!(
            RULES[i + 1..].iter().all(|other| other.id != rule.id),
            "{} is declared twice",
            rule.id
        );
    }
}

#[test]
fn every_case_breaks_only_its_rule_and_matches_its_snapshot() {
    for (case, bytes) in cases() {
        let path = format!("{case}.yaml");
        let loaded = load(&path, &bytes);
        let shown = loaded.report.shown();
        assert!(!shown.is_empty(), "{case}: nothing is reported");
        for diagnostic in shown {
            assert_eq!(
                diagnostic.rule.id,
                rule_of(&case),
                "{case}:\n{}",
                loaded.report
            );
        }
        let snapshot = folder().join(format!("{case}.txt"));
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&snapshot, loaded.report.to_string()).expect("written");
        }
        let kept = std::fs::read_to_string(&snapshot).unwrap_or_default();
        assert_eq!(
            loaded.report.to_string(),
            kept,
            "{case}: see the first lines of tests/rules.rs"
        );
    }
}
