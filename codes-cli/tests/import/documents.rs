//! Machine-readable documents of every kind, with unusual structures, and the spec that is written for each.
//!
//! `sources/NAME.out` has the output for the document `sources/NAME`; its first line has the options, if any.
//! `BLESS=1` writes it.

use std::fs;
use std::path::{Path, PathBuf};

use codes_spec::load;

use super::{codes, directory, names, stderr};

fn sources() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "import", "sources"]
        .iter()
        .collect()
}

/// The documents that are read a second time with options, and these options.
const OPTIONS: [(&str, &[&str]); 12] = [
    (
        "rows.json",
        &[
            "--rows",
            "/catalogue/*/errors",
            "--code",
            "@key",
            "--status",
            "/http",
            "--title",
            "/label",
            "--field",
            "Solution=/help/text",
        ],
    ),
    (
        "event_types.json",
        &["--rows", "/events", "--code", "/type"],
    ),
    ("list_of_errors.json", &["--table", "countries"]),
    (
        "reasons.proto",
        &["--code", "@number", "--table", "ErrorReason"],
    ),
    (
        "colors.proto",
        &["--table", "Color", "--column", "Number=code"],
    ),
    ("openapi_types.json", &["--table", "type"]),
    (
        "openapi_codes.yaml",
        &["--rows", "/components/schemas", "--code", "@key"],
    ),
    ("swagger_statuses.json", &["--column", "Description=action"]),
    ("keyed_by_code.json", &["--with", "retries.toml"]),
    // the options that the errors for these documents propose
    ("definitions.json", &["--rows", "/", "--code", "@key"]),
    (
        "pairs.yaml",
        &["--rows", "/*", "--code", "/0", "--title", "@key"],
    ),
    (
        "untold.yaml",
        &["--rows", "/", "--code", "/key", "--status", "/code"],
    ),
];

fn output(document: &str, options: &[&str]) -> String {
    let args = ["import", document, "--vendor", "V"];
    let done = codes(&sources(), &[&args[..], options].concat());
    let written = String::from_utf8(done.stdout.clone()).expect("UTF-8");
    if !written.is_empty() {
        let loaded = load(document, written.as_bytes());
        assert_eq!(loaded.report.errors(), 0, "{document}: {}", loaded.report);
    }
    format!("{}\n{}{written}", options.join(" "), stderr(&done))
}

/// The documents, without the expected outputs beside them.
fn documents() -> Vec<String> {
    let mut names = names(&sources());
    names.retain(|name| {
        Path::new(name)
            .extension()
            .is_none_or(|found| found != "out")
    });
    names
}

#[test]
fn documents_are_read_as_expected() {
    let mut different = Vec::new();
    let documents = documents();
    let plain = documents.iter().map(|name| (name.as_str(), &[][..]));
    let mapped = OPTIONS.iter().map(|(name, options)| (*name, *options));
    for (document, options) in plain.chain(mapped) {
        let mapped = if options.is_empty() { "" } else { ".mapped" };
        let path = sources().join(format!("{document}{mapped}.out"));
        let output = output(document, options);
        if std::env::var_os("BLESS").is_some() {
            fs::write(path, output).expect("written");
        } else if fs::read_to_string(path).unwrap_or_default() != output {
            different.push(output);
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

/// Returns the text of a spec without its last row and the comments after it.
fn without_last_row(spec: &str) -> Option<String> {
    let rows = spec.matches("\n  - ").count();
    let at = spec.rfind("\n  - ").filter(|_| rows > 1)?;
    Some(spec[..=at].to_owned())
}

fn assert_no_difference(document: &str, spec: &str) {
    let check = ["import", "--check", "--texts", document, spec];
    let differences = codes(&sources(), &check).stdout;
    assert_eq!(String::from_utf8_lossy(&differences), "", "{document}");
}

/// `import --check` finds no differences between a spec and its source, and `import --update` restores a removed row.
#[test]
fn specs_follow_their_documents() {
    let at = directory("followed");
    let plain = documents().into_iter().map(|name| (name, &[][..]));
    let mapped = OPTIONS
        .iter()
        .map(|(name, options)| ((*name).to_owned(), *options));
    let (mut followed, mut rows_added) = (0, 0);
    for (number, (name, options)) in plain.chain(mapped).enumerate() {
        let spec = at.join(format!("{number}.yaml"));
        let path = spec.to_str().expect("UTF-8");
        let args = ["import", &name, "--vendor", "V", "-o", path];
        if codes(&sources(), &[&args[..], options].concat())
            .status
            .code()
            != Some(0)
        {
            continue;
        }
        let written = fs::read_to_string(&spec).expect("the spec");
        assert_no_difference(&name, path);
        let update = ["import", "--update", &name, path];
        let done = stderr(&codes(&sources(), &update));
        assert!(done.ends_with(": no changes\n"), "{name} {done}");
        assert_eq!(fs::read_to_string(&spec).expect("the spec"), written);
        followed += 1;

        let Some(shorter) = without_last_row(&written) else {
            continue;
        };
        fs::write(&spec, shorter).expect("written");
        let done = codes(&sources(), &update);
        assert_eq!(done.status.code(), Some(0), "{name} {}", stderr(&done));
        let updated = fs::read_to_string(&spec).expect("the spec");
        let rows = |text: &str| load("", text.as_bytes()).table.rows.len();
        assert_eq!(rows(&updated), rows(&written), "{name}\n{updated}");
        assert_no_difference(&name, path);
        rows_added += 1;
    }
    assert!(
        followed >= 25 && rows_added >= 20,
        "{followed} {rows_added}"
    );
}
