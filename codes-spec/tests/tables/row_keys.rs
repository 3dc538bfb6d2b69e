//! Values of keys of a row.

use codes_spec::load;

use crate::each;

#[test]
fn a_row_is_deprecated_if_declared() {
    for (says, since) in [
        ("false", None),
        ("true", Some(None)),
        ("{since: v2}", Some(Some("v2"))),
    ] {
        let spec = format!("vendor: T\ncodes: [{{status: 404, deprecated: {says}}}]\n");
        let loaded = load("a.yaml", spec.as_bytes());
        assert_eq!(loaded.report.to_string(), "");
        let deprecated = loaded.table.rows[0].deprecated.as_ref();
        assert_eq!(
            deprecated.map(|deprecated| deprecated.since.as_deref()),
            since,
            "{says}"
        );
    }
}

#[test]
fn names_of_fields_may_start_with_a_number() {
    let fields = each("", &["status: 404, fields: {1. Where: Here}"], |_, row| {
        row.fields[0].0.to_string()
    });
    assert_eq!(fields, ["1. Where"]);
}
