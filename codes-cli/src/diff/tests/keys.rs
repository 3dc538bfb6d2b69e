//! A change to any key of the format is reported, with the expected level.

use codes_spec::{KEYS, Key, Schema};

use super::response_cases::RESPONSE;
use super::row_cases::ROW;
use super::table_cases::TABLE;
use super::{Case, Level, diff, plain, render};

fn table(keys: &str) -> String {
    let group = if keys.contains("groups") {
        ", group: a"
    } else {
        ""
    };
    format!("{keys}\ncodes: [{{name: Row, code: 7, status: 404, title: A{group}}}]\n")
}

fn row(row: &str) -> String {
    let name = if row.contains("name:") {
        ""
    } else {
        "name: Row, "
    };
    format!("vendor: T\ngroups: {{g: {{title: G}}}}\ntags: {{t: T.}}\ncodes: [{{{name}{row}}}]\n")
}

fn check(&(key, ..): &Case, level: Level, old: &str, new: &str) {
    let found = diff(old, new);
    let lines = plain(&render::human(&found, None));
    assert_eq!(render::verdict(&found), Some(level), "{old}{new}{lines}");
    assert!(
        found
            .iter()
            .any(|change| change.key == key && change.level == level),
        "{old}{new}{lines}"
    );
    assert!(found.iter().all(|change| !change.why.is_empty()));
    assert!(!diff(new, old).is_empty(), "{old}{new}");
    assert_eq!(diff(old, old), []);
}

#[test]
fn a_change_of_each_key_is_reported_with_its_level() {
    let table_cases = [TABLE, RESPONSE].concat();
    for case in &table_cases {
        check(case, case.3, &table(case.1), &table(case.2));
    }
    for case in ROW {
        check(case, case.3, &row(case.1), &row(case.2));
    }
    let missing = |cases: &[Case], name: &str, of: &str| {
        let is_there = cases.iter().any(|case| case.0 == name);
        assert!(
            is_there,
            "compare the key `{name}` in `diff`, and add a case to `{of}`"
        );
    };
    let missing_in = |cases: &[Case], key: &Key, of: &str| {
        missing(cases, key.name, of);
        for nested in key.schema.keys().unwrap_or_default() {
            let name = format!("{}:", nested.name);
            let changes =
                |case: &&Case| case.1.matches(&name).count() != case.2.matches(&name).count();
            let mut cases = cases.iter().filter(|case| case.0 == key.name);
            assert!(
                cases.any(|case| changes(&case)),
                "compare `{}` of `{}` in `diff`, and add a case to `{of}`",
                nested.name,
                key.name
            );
        }
    };
    for key in KEYS {
        match key.schema {
            Schema::Rows(keys) => keys.iter().for_each(|key| missing_in(ROW, key, "ROW")),
            _ => missing_in(&table_cases, key, "TABLE"),
        }
    }
}

#[test]
fn swapping_code_and_alias_is_one_change() {
    assert_eq!(
        diff(&row("code: a, aliases: [b]"), &row("code: b, aliases: [a]")).len(),
        1
    );
}
