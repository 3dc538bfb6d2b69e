//! Machine-readable documents of every kind, each with odd shapes, and the spec that is written for it.
//!
//! `sources/NAME.out` has the output for the document `sources/NAME`; its first line has further options. `BLESS=1`
//! writes it.

use std::fs;
use std::path::{Path, PathBuf};

use codes_spec::load;

use super::{codes, names, stderr};

fn sources() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "import", "sources"]
        .iter()
        .collect()
}

/// The documents that are read in more than one way, with the further options.
const OPTIONS: [(&str, &[&str]); 9] = [
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

#[test]
fn documents_are_read_as_expected() {
    let mut different = Vec::new();
    let is_output = |name: &String| {
        Path::new(name)
            .extension()
            .is_some_and(|found| found == "out")
    };
    let documents: Vec<_> = names(&sources())
        .into_iter()
        .filter(|name| !is_output(name))
        .collect();
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
