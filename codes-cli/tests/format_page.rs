//! The description of the format in `specs/README.md`: its example is a valid spec, and its reference lists all keys.

use std::fs;
use std::path::{Path, PathBuf};

use codes_spec::{KEYS, Key, Need, Schema, load};

const BEGIN: &str = "<!-- keys, from the reader's own table: BLESS=1 cargo test -p codes-cli --test schema --test format_page -->\n";
const END: &str = "<!-- end of keys -->\n";

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/README.md")
}

/// Formats the keys of a mapping, followed by those of the mappings in it.
fn section(heading: &str, keys: &[Key]) -> String {
    let rows: String = keys.iter().map(row).collect();
    let inner = keys
        .iter()
        .filter_map(|key| Some(section(&heading_of(key), inner(&key.schema)?)));
    format!(
        "### {heading}\n\n| key | value | meaning |\n|---|---|---|\n{rows}\n{}",
        inner.collect::<String>()
    )
}

fn row(key: &Key) -> String {
    let value = value(key, &key.schema);
    let need = match key.need {
        Need::Required => "; **required**".to_owned(),
        Need::Optional => String::new(),
        Need::Default(default) => format!("; by default `{default}`"),
    };
    format!(
        "| `{}` | {value}{need} | {} |\n",
        key.name,
        key.line.replace('|', "\\|")
    )
}

fn heading_of(key: &Key) -> String {
    match key.schema {
        Schema::Map(..) | Schema::Rows(_) => format!("Each of `{}`", key.name),
        _ => format!("In `{}`", key.name),
    }
}

/// Returns the keys of the mappings in a value.
fn inner(schema: &Schema) -> Option<&'static [Key]> {
    match schema {
        Schema::Record(keys) | Schema::Rows(keys) => Some(keys),
        Schema::Map(_, other) | Schema::FlagOr(other) => inner(other),
        _ => None,
    }
}

fn value(key: &Key, schema: &Schema) -> String {
    let value = |schema| value(key, schema);
    match schema {
        Schema::Word(words) => words
            .iter()
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(", "),
        Schema::List(item) => format!("a list, each item {}", value(item)),
        Schema::OneOrMany(one) => format!("{}; or a list of such", value(one)),
        Schema::Map(name, entry) => format!(
            "a mapping, each name {}, each value {}",
            value(name),
            value(entry)
        ),
        Schema::Rows(_) => format!("a list, each item with [these keys](#{})", anchor(key)),
        Schema::Record(_) => format!("a mapping with [these keys](#{})", anchor(key)),
        Schema::FlagOr(other) => format!("`true`, `false`, or {}", value(other)),
        text => text
            .words()
            .expect("words for each shape of text")
            .to_owned(),
    }
}

/// Returns the anchor of a heading.
fn anchor(key: &Key) -> String {
    heading_of(key)
        .to_lowercase()
        .replace('`', "")
        .replace(' ', "-")
}

#[test]
fn the_reference_lists_the_keys_of_the_format() {
    let page = fs::read_to_string(path()).expect("the page");
    let (before, rest) = page.split_once(BEGIN).expect("the comment before the keys");
    let (_, after) = rest.split_once(END).expect("the comment after the keys");
    let now = format!("{before}{BEGIN}\n{}{END}{after}", section("The file", KEYS));
    if std::env::var_os("BLESS").is_some() {
        fs::write(path(), &now).expect("written");
    } else {
        assert!(
            page == now,
            "the keys in specs/README.md are out of date: BLESS=1 cargo test -p codes-cli --test format_page"
        );
    }
}

#[test]
fn the_example_is_a_valid_spec() {
    let page = fs::read_to_string(path()).expect("the page");
    let (_, rest) = page.split_once("```yaml\n").expect("an example");
    let (example, _) = rest.split_once("```").expect("its end");
    let loaded = load("README.md", example.as_bytes());
    assert_eq!(loaded.report.to_string(), "");
    assert_eq!(loaded.table.rows.len(), 6);
}
