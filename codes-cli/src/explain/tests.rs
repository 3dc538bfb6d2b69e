//! Every key of the format is printed: removing a key changes the output.

use codes_spec::{KEYS, Key, Schema, load};

use super::{json, page, row};

/// A key and its value.
type KeyValue = (&'static str, &'static str);

const TABLE: &[KeyValue] = &[
    ("vendor", "T"),
    ("title", "Codes"),
    ("source", "The manual"),
    ("retrieved", "2026-11-19"),
    ("protocol", "FTP"),
    ("base_url", "https://example.com/"),
    ("about", "All *codes*."),
    ("notes", "[A note.]"),
    ("markdown", "true"),
    ("display", "'{title}'"),
    ("code_format", "hex4"),
    ("body", "{code: /code}"),
    ("headers", "{code: x-code}"),
    ("groups", "{g: {title: Group}}"),
    ("tags", "{t: A tag.}"),
    ("reserved", "[9]"),
];

const ROW: &[KeyValue] = &[
    ("status", "404"),
    ("code", "7"),
    ("detail", "5"),
    ("aliases", "[8]"),
    ("name", "Gone"),
    ("title", "Not there"),
    ("description", "It is lost."),
    ("when", "After a year."),
    ("action", "Look elsewhere."),
    ("messages", "[lost *]"),
    ("outcome", "warning"),
    ("kind", "gone"),
    ("retry", "never"),
    ("group", "g"),
    ("tags", "[t]"),
    ("url", "https://example.com/7"),
    ("fields", "{Team: Core}"),
    ("examples", "[Sorry.]"),
    ("deprecated", "true"),
    ("former_names", "[Lost]"),
];

/// A key, the opening text of its mapping, the mapping's keys, and the closing text.
type Nested = (
    &'static str,
    &'static str,
    &'static [KeyValue],
    &'static str,
);

const NESTED_IN_TABLE: &[Nested] = &[
    (
        "body",
        "{",
        &[
            ("format", "xml"),
            ("errors", "/errors"),
            ("code", "/code"),
            ("detail", "/detail"),
            ("message", "/text"),
            ("success", "{at: /ok, is: true}"),
            ("retry_after", "/wait"),
            ("params", "{field: [/field, /param], id: /id}"),
            ("trim", "{before: ':', after: '#'}"),
            ("statuses", "4xx"),
        ],
        "}",
    ),
    (
        "headers",
        "{",
        &[
            ("code", "x-code"),
            ("detail", "{name: x-detail, decode: percent}"),
            ("message", "x-message"),
            ("success", "{name: x-status, is: [0, ok]}"),
            ("retry_after", "{name: x-reset, as: epoch}"),
            ("params", "{id: x-id}"),
            ("trim", "{before: ':'}"),
        ],
        "}",
    ),
    (
        "groups",
        "{g: {",
        &[("title", "Group"), ("about", "A text.")],
        "}}",
    ),
];

const NESTED_IN_ROW: &[Nested] = &[(
    "deprecated",
    "{",
    &[("since", "'2'"), ("note", "Use another.")],
    "}",
)];

fn row_keys() -> impl Iterator<Item = &'static Key> {
    KEYS.iter()
        .filter(|key| matches!(key.schema, Schema::Rows(_)))
        .filter_map(|key| key.schema.keys())
        .flatten()
}

/// A table with one row: the row as JSON and as text, and the table as a page.
fn outputs(table_keys: &[KeyValue], row: &[KeyValue]) -> [String; 3] {
    let lines = |keys: &[KeyValue], indent: &str| -> String {
        keys.iter()
            .map(|(key, value)| format!("{indent}{key}: {value}\n"))
            .collect()
    };
    let spec = format!(
        "{}codes:\n  -\n{}",
        lines(table_keys, ""),
        lines(row, "    ")
    );
    let loaded = load("spec.yaml", spec.as_bytes());
    assert_eq!(loaded.table.rows.len(), 1, "{}", loaded.report);
    let (table, row) = (&loaded.table, &loaded.table.rows[0]);
    [
        json::rows(table, &[row]),
        row::render(table, row, 80),
        page::render(table),
    ]
}

fn without(keys: &[KeyValue], name: &str, of: &str) -> Vec<KeyValue> {
    let left: Vec<_> = keys
        .iter()
        .copied()
        .filter(|(key, _)| *key != name)
        .collect();
    assert!(
        left.len() < keys.len(),
        "add the key `{name}` to `{of}`, above"
    );
    left
}

#[test]
fn every_key_of_the_table_is_shown() {
    let row = &[("status", "404"), ("title", "Lost")];
    let [.., all] = outputs(TABLE, row);
    for key in KEYS
        .iter()
        .filter(|key| !matches!(key.schema, Schema::Rows(_)))
    {
        let [.., page] = outputs(&without(TABLE, key.name, "TABLE"), row);
        assert_ne!(page, all, "show `{}` in explain/page/", key.name);
    }
}

#[test]
fn every_key_of_a_row_is_shown() {
    let table_keys = &[
        ("vendor", "T"),
        ("groups", "{g: {title: Group}}"),
        ("tags", "{t: A tag.}"),
    ];
    for key in row_keys() {
        let mut row = ROW.to_vec();
        if key.name == "code" {
            // a detail needs a code
            row = without(&row, "detail", "ROW");
        }
        let all = outputs(table_keys, &row);
        let now = outputs(table_keys, &without(&row, key.name, "ROW"));
        for (i, file) in ["json.rs", "row.rs", "page/"].iter().enumerate() {
            assert_ne!(now[i], all[i], "show `{}` in explain/{file}", key.name);
        }
    }
}

/// Asserts that the page changes if any key nested in one of `keys` is removed.
fn check_nested<'k>(
    keys: impl Iterator<Item = &'k Key>,
    cases: &[Nested],
    page: impl Fn(&str, &str) -> String,
) {
    for key in keys {
        let Some(inner) = key.schema.keys() else {
            continue;
        };
        let (_, open, values, close) = cases
            .iter()
            .find(|case| case.0 == key.name)
            .unwrap_or_else(|| panic!("add `{}` to the nested keys, above", key.name));
        let write = |values: &[KeyValue]| {
            let pairs: Vec<_> = values.iter().map(|(k, v)| format!("{k}: {v}")).collect();
            page(key.name, &[open, pairs.join(", ").as_str(), close].concat())
        };
        let all = write(values);
        for nested in inner {
            let now = write(&without(values, nested.name, key.name));
            assert_ne!(
                now, all,
                "show `{}` of `{}` in explain/page/",
                nested.name, key.name
            );
        }
    }
}

#[test]
fn every_key_of_a_mapping_is_shown() {
    let leak = |text: &str| -> &'static str { text.to_owned().leak() };
    let row = &[("status", "404"), ("title", "Lost"), ("group", "g")];
    let table_keys = KEYS
        .iter()
        .filter(|key| !matches!(key.schema, Schema::Rows(_)));
    check_nested(table_keys, NESTED_IN_TABLE, |key, value| {
        let mut keys = vec![("vendor", "T"), (leak(key), leak(value))];
        if key != "groups" {
            keys.push(("groups", "{g: {title: Group}}"));
        }
        let [.., page] = outputs(&keys, row);
        page
    });
    check_nested(row_keys(), NESTED_IN_ROW, |key, value| {
        let row = [
            ("status", "404"),
            ("title", "Lost"),
            (leak(key), leak(value)),
        ];
        let [.., page] = outputs(&[("vendor", "T")], &row);
        page
    });
}
