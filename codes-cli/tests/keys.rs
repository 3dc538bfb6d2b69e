//! Random specs have every key of the format, so that each test that uses them covers every key.

mod generators;

use std::collections::BTreeSet;

use codes_spec::{KEYS, Key};
use generators::{head, line, row, spec};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::Value;

/// Returns the paths of all keys, such as `codes.deprecated.since`.
fn all_paths(keys: &[Key], parent: &str) -> BTreeSet<String> {
    let paths = |key: &Key| {
        let path = format!("{parent}{}", key.name);
        let mut paths = all_paths(key.schema.keys().unwrap_or_default(), &format!("{path}."));
        paths.insert(path);
        paths
    };
    keys.iter().flat_map(paths).collect()
}

/// Adds the paths of the keys that a value has. Paths omit list indices, and names that
/// the spec chooses, such as the ids of groups.
fn add_paths(value: &Value, keys: &[Key], parent: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items
            .iter()
            .for_each(|item| add_paths(item, keys, parent, found)),
        Value::Object(entries) => {
            for (name, value) in entries {
                match keys.iter().find(|key| key.name == name) {
                    Some(key) => {
                        let path = format!("{parent}{name}");
                        let inner = key.schema.keys().unwrap_or_default();
                        add_paths(value, inner, &format!("{path}."), found);
                        found.insert(path);
                    }
                    None => add_paths(value, keys, parent, found),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn random_specs_have_every_key() {
    let mut runner = TestRunner::deterministic();
    let specs = (head(), prop::collection::vec(row(), 1..5), line());
    let mut found = BTreeSet::new();
    for _ in 0..200 {
        let (head, rows, odd) = specs.new_tree(&mut runner).expect("a spec").current();
        let value = serde_yaml::from_str(&spec(&head, &rows, &odd)).expect("YAML");
        add_paths(&value, KEYS, "", &mut found);
    }
    let missing: Vec<_> = all_paths(KEYS, "").difference(&found).cloned().collect();
    assert!(missing.is_empty(), "the generators lack {missing:?}");
}
