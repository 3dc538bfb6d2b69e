//! Rows without mistakes are kept, and the consequences of a mistake are not reported.

mod support;

use codes_spec::load;
use support::rules;

#[test]
fn rows_before_a_syntax_error_are_kept() {
    let text = "vendor: T\ncodes:\n  - {status: 404, title: Not found}\n  - {status: 410, title: Gone}\n  - title: a: b\n";
    let loaded = load("a.yaml", text.as_bytes());
    assert_eq!(loaded.report.shown()[0].rule.id, "codes::yaml-colon");
    assert_eq!(loaded.report.errors(), 1);
    let names: Vec<_> = loaded
        .table
        .rows
        .iter()
        .map(|row| row.name.as_ref())
        .collect();
    assert_eq!(names, ["NotFound", "Gone"]);
}

#[test]
fn rows_with_mistakes_are_left_out_and_their_names_returned() {
    let text = "vendor: T\ncodes:\n  - {status: 404, title: Not found}\n  - {status: 410, title: Gone, kind: lost}\n  \
                - {status: 4o4, title: Missing}\n  - {status: 402, code: 7, name: 9}\n  - {status: 404, title: Not found}\n";
    let loaded = load("a.yaml", text.as_bytes());
    let names: Vec<_> = loaded
        .table
        .rows
        .iter()
        .map(|row| row.name.as_ref())
        .collect();
    assert_eq!(names, ["NotFound"]);
    assert_eq!(loaded.skipped_names, ["Gone", "Missing"]);
    let kept = "vendor: T\ncodes:\n  - {status: 400, name: Größe}\n";
    let twins = "  - {status: 4o1, name: Größe}\n  - {status: 4o2, name: Hö}\n  - {status: 4o3, name: Hö}\n";
    assert_eq!(
        load("a.yaml", format!("{kept}{twins}").as_bytes()).skipped_names,
        ["Hö"]
    );
}

#[test]
fn a_skipped_name_is_known_unless_its_source_is_broken() {
    let skipped = |row: &str| {
        load(
            "a.yaml",
            format!("vendor: T\ncodes: [{{{row}}}]\n").as_bytes(),
        )
        .skipped_names
        .concat()
    };
    for (row, name) in [
        ("status: 4o4, code: Aaa", "Aaa"),
        ("status: [406, 4o6], code: Ccc, title: x", "Ccc"),
        ("status: 404, code: Bbb, title: 404", "Bbb"),
        ("status: 4o5, title: Not allowed", "NotAllowed"),
        ("status: 4o7, code: E11, title: Some title", "SomeTitle"),
        ("status: 404, code: Aaa, name: 7", ""),
        ("status: 404, code: 1.5, title: Some title", ""),
        ("status: 404, code: E11, title: 404", ""),
        ("status: 4o4, code: E11", ""),
        ("<<: {code: Aaa}, title: Some title", ""),
    ] {
        assert_eq!(skipped(row), name, "{row}");
    }
}

/// Rules, each with a table that breaks only that rule.
const SINGLE_MISTAKES: [(&str, &str); 15] = [
    (
        "repeated-item",
        "codes: [{status: 404, former_names: [D, E, D]}]\n",
    ),
    ("type", "tags: [old]\ncodes: [{status: 404, tags: [old]}]\n"),
    (
        "type",
        "groups: [old]\ncodes: [{status: 404, group: old}]\n",
    ),
    (
        "type",
        "tags: {old: Old.}\ncodes: [{status: 404, tags: old}]\n",
    ),
    (
        "type",
        "groups: {old: {title: Old}}\ncodes: {status: 404, group: old}\n",
    ),
    (
        "unknown-tag",
        "tags: {old: Old.}\ncodes: [{status: 404, tags: [odl]}]\n",
    ),
    (
        "status",
        "codes:\n  - {status: 404}\n  - {status: [404, 4o5]}\n",
    ),
    ("status", "codes: [{status: 4o4, code: 0}]\n"),
    ("merge-key", "codes: [{<<: {status: 404}, title: X}]\n"),
    ("merge-key", "<<: {codes: [{status: 404}]}\n"),
    (
        "duplicate-name",
        "codes:\n  - {status: 404, code: NotFound}\n  - {status: 404, title: Not found}\n",
    ),
    (
        "duplicate-name",
        "codes:\n  - {status: 404, title: Not found}\n  - {status: 404, code: NotFound}\n",
    ),
    (
        "status",
        "codes: [{status: &s 4o4}, {status: *s}, {status: 404}]\n",
    ),
    ("tag", "codes: [{status: 404, title: !important }]\n"),
    (
        "unknown-key",
        "codes:\n  - {code: 1, title: A}\n  - {status: 404, note: text}\n",
    ),
];

#[test]
fn consequences_of_a_mistake_are_not_reported() {
    for (rule, text) in SINGLE_MISTAKES {
        let found = rules(format!("vendor: T\n{text}").as_bytes());
        assert_eq!(found, [format!("codes::{rule}")], "{text}");
    }
}

#[test]
fn a_misspelled_key_is_one_mistake() {
    let text = "vendr: T\ncodes:\n  - {stauts: 404, titel: Not found, autcome: [ok]}\n  - {titel: X, title: Y, status: 410}\n";
    let loaded = load("a.yaml", text.as_bytes());
    assert_eq!(rules(text.as_bytes()), ["codes::unknown-key"; 5]);
    assert_eq!(loaded.table.vendor, "T");
    assert_eq!(loaded.skipped_names, ["NotFound", "Y"]);
}

/// Tags that the parser rejects, with different error messages.
const TAGS: &[&str] = &[
    "!<x",
    "!<",
    "!<tag:x>y z",
    "!%41",
    "!%zz x",
    "!<%c3",
    "!%c3%28 x",
    "!%ff x",
    "!a!b!c x",
    "!e!x y",
    "!!",
    "!\"x\"",
    "!<tag:x",
    "!é x",
    "!a!",
    "![x]",
    "!x,",
];

/// Directives that the parser rejects.
const DIRECTIVES: &[&str] = &[
    "%YAML 1.99999999999",
    "%YAML x",
    "%YAML 1",
    "%YAML 1.",
    "%YAML 3.0",
    "%YAML 1.1 x",
    "%TAG",
    "%TAG !a",
    "%TAG !a! ",
    "%TAG a b",
    "%TAG !a! %zz",
    "%TAG !a! %c3",
    "%FOO",
    "%",
    "%é",
    "%YAML1.1",
    "%TAG!x",
    "%YAML 1.1\n%YAML 1.1",
    "%TAG ! a\n%TAG ! a",
];

#[test]
fn errors_in_tags_and_directives_are_not_in_the_words_of_the_parser() {
    let rule = |text: &str| {
        let report = load("a.yaml", text.as_bytes()).report;
        let rules: Vec<_> = report.shown().iter().map(|shown| shown.rule.id).collect();
        assert!(
            !report.to_string().contains("did not find"),
            "{text}\n{report}"
        );
        assert!(
            !report.to_string().contains("unexpected text"),
            "{text}\n{report}"
        );
        rules
    };
    for tag in TAGS {
        let rules = rule(&format!(
            "vendor: V\ncodes:\n  - status: 404\n    title: {tag}\n"
        ));
        assert!(rules.contains(&"codes::tag"), "{tag}: {rules:?}");
    }
    for directive in DIRECTIVES {
        let rules = rule(&format!(
            "{directive}\n---\nvendor: V\ncodes: [{{status: 404}}]\n"
        ));
        assert_eq!(rules.len(), 1, "{directive}: {rules:?}");
    }
}
