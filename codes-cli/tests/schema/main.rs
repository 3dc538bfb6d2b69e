//! The JSON Schema, compared with the specs, the reader and its committed copy.

mod response_values;
mod values;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use codes_spec::{MAX_ROWS, RULES};
use jsonschema::Validator;
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn schema() -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_codes"))
        .arg("schema")
        .output()
        .expect("the command runs");
    assert!(done.status.success() && done.stderr.is_empty());
    String::from_utf8(done.stdout).expect("UTF-8")
}

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    assert!(jsonschema::draft7::meta::is_valid(&schema));
    jsonschema::draft7::new(&schema).expect("a schema")
}

/// Returns the YAML files of a directory by their names without extension.
fn specs(directory: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(root().join(directory))
        .expect("a directory")
        .map(|entry| entry.expect("a file").path());
    let specs = entries.filter(|path| {
        path.extension()
            .is_some_and(|extension| extension == "yaml")
    });
    let name = |path: &Path| {
        path.file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned()
    };
    specs
        .map(|path| (name(&path), fs::read_to_string(&path).expect("UTF-8")))
        .collect()
}

fn json(yaml: &str) -> Value {
    serde_yaml::from_str(yaml).expect("YAML that can be converted to JSON")
}

#[test]
fn the_committed_schema_is_what_the_command_prints() {
    let path = root().join("specs/codes.schema.json");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, schema()).expect("written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        schema() == committed,
        "specs/codes.schema.json is out of date: BLESS=1 cargo test -p codes-cli --test schema"
    );
}

#[test]
fn a_standard_schema_has_standard_keywords_only() {
    let done = Command::new(env!("CARGO_BIN_EXE_codes"))
        .args(["schema", "--standard"])
        .output()
        .expect("the command runs");
    let standard: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    let mut full: Value = serde_json::from_str(&schema()).expect("JSON");
    assert_ne!(standard, full);
    remove(&mut full, "errorMessage");
    assert_eq!(standard, full);
}

/// Removes a key from all objects.
fn remove(json: &mut Value, key: &str) {
    if let Value::Object(entries) = json {
        entries.remove(key);
        for value in entries.values_mut() {
            remove(value, key);
        }
    } else if let Value::Array(items) = json {
        for item in items {
            remove(item, key);
        }
    }
}

#[test]
fn specs_are_valid() {
    let (validator, specs) = (validator(), specs("specs"));
    assert_eq!(specs.len(), 5);
    for (name, yaml) in specs {
        let json = json(&yaml);
        let errors: Vec<_> = validator
            .iter_errors(&json)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn rules_in_the_schema_reject_their_cases() {
    let validator = validator();
    let mut cases = specs("codes-spec/tests/rules");
    let rows: String = (0..=MAX_ROWS)
        .map(|i| format!("  - {{code: {i}}}\n"))
        .collect();
    cases.push((
        "too-many-rows".to_owned(),
        format!("vendor: Test API\ncodes:\n{rows}"),
    ));
    for rule in RULES.iter().filter(|rule| rule.in_schema) {
        let is_case_of_rule =
            |case: &str| case.split('.').next() == rule.id.strip_prefix("codes::");
        let cases: Vec<_> = cases
            .iter()
            .filter(|(case, _)| is_case_of_rule(case))
            .collect();
        assert!(!cases.is_empty(), "{} has no case", rule.id);
        for (case, yaml) in cases {
            assert!(
                !validator.is_valid(&json(yaml)),
                "the schema accepts {case}.yaml"
            );
        }
    }
}
