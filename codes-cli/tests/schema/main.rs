//! The JSON Schema, compared with its committed copy, the specs and the reader.

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

fn schema(options: &[&str]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_codes"))
        .arg("schema")
        .args(options)
        .output()
        .expect("the command runs");
    assert!(done.status.success() && done.stderr.is_empty());
    String::from_utf8(done.stdout).expect("UTF-8")
}

fn schema_json(options: &[&str]) -> Value {
    let schema = serde_json::from_str(&schema(options)).expect("JSON");
    assert!(jsonschema::draft7::meta::is_valid(&schema));
    schema
}

fn validator() -> Validator {
    jsonschema::draft7::new(&schema_json(&[])).expect("a schema")
}

fn strict_validator() -> Validator {
    jsonschema::draft7::new(&schema_json(&["--standard"])).expect("a schema")
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
        fs::write(&path, schema(&[])).expect("written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        schema(&[]) == committed,
        "specs/codes.schema.json is out of date: BLESS=1 cargo test -p codes-cli --test schema"
    );
}

/// The strict mode of Ajv rejects unknown keywords, lists of types, keywords without the `type` they apply to, and
/// `required` keys that are not declared in the same schema.
#[test]
fn a_standard_schema_is_strict() {
    fn check(schema: &Value, place: &str) {
        match schema {
            Value::Object(keywords) => {
                let has_type = |name: &str| keywords.get("type").is_some_and(|is| is == name);
                assert!(!keywords.contains_key("errorMessage"), "{place}");
                assert!(
                    !matches!(keywords.get("type"), Some(Value::Array(_))),
                    "{place}"
                );
                assert!(
                    !keywords.contains_key("pattern") || has_type("string"),
                    "{place}"
                );
                assert!(
                    !keywords.contains_key("minimum") || has_type("integer"),
                    "{place}"
                );
                for key in keywords
                    .get("required")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                {
                    assert!(
                        keywords["properties"]
                            .get(key.as_str().expect("a key"))
                            .is_some(),
                        "{place}"
                    );
                }
                for (name, part) in keywords {
                    check(part, &format!("{place}/{name}"));
                }
            }
            Value::Array(parts) => parts.iter().for_each(|part| check(part, place)),
            _ => {}
        }
    }
    check(&schema_json(&["--standard"]), "");
    assert!(schema(&[]).contains("errorMessage"));
}

/// JavaScript's YAML 1.1 parsers read a date as an object of another class than plain objects, so the schema must not
/// require a string. It rejects an empty mapping with `const: {}`, because only plain objects are equal to `{}`.
#[test]
fn the_schema_of_a_date_does_not_require_text() {
    let date = &schema_json(&[])["properties"]["retrieved"];
    assert!(date.get("type").is_none() && date.get("pattern").is_none());
    let refused = date["if"]["anyOf"].as_array().expect("alternatives");
    assert!(refused.contains(&serde_json::json!({"const": {}})));
    assert!(refused.contains(&serde_json::json!({"type": "object", "minProperties": 1})));
    assert!(!refused.contains(&serde_json::json!({"type": "object"})));
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
