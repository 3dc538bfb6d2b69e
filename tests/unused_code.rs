//! A release build has no functions that its table does not need, such as parsers of bodies, even if all features of
//! `codes-runtime` are enabled.

use std::fs;

use codes_tests::scratch::{Scratch, printed, runtime};

/// Functions that only some tables need: one of `serde_json`, one of quick-xml, the others of `codes-runtime`.
const FUNCTIONS: [&str; 6] = [
    "ignore_value",
    "read_event_impl",
    "read_header_facts",
    "best_fit",
    "detail_filter",
    "wide_code",
];

/// Builds a program with a table, and returns those of [`FUNCTIONS`] that it contains.
fn functions(spec: &str) -> Vec<&'static str> {
    let scratch = Scratch::new("unused-code");
    scratch.write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"unused-code\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\nhttp = \"1\"\n\
             codes-runtime = {{ path = '{}', features = [\"http\", \"json\", \"xml\"] }}\n",
            runtime()
        ),
    );
    scratch.write("spec.yaml", spec);
    scratch.write(
        "src/main.rs",
        r#"
use codes_runtime::{ApiError, CodeTable, Reply};

codes_runtime::codes! {
    enum Code = "spec.yaml";
}

fn main() {
    let error = Code::check(404_u16, &http::HeaderMap::new(), b"").unwrap_err();
    let reply = Reply::new().code("lost").message("gone");
    assert!(error.kind() == ApiError::<Code>::new(reply).kind() && error.retry().is_none());
    assert!(Code::check_reply(&reply).is_err() && "found".parse::<Code>().is_err());
    assert!(Code::with_code("lost") == Code::with_status(404) && !error.is_unknown_code());
    println!("{:?}", error.one());
}
"#,
    );
    assert_eq!(
        printed(&scratch.cargo(&["run", "--release"])),
        "Some(Lost)\n"
    );
    let program = scratch.target().join("release").join(scratch.name());
    let program =
        fs::read(program.with_extension(std::env::consts::EXE_EXTENSION)).expect("a program");
    let has = |name: &&str| {
        program
            .windows(name.len())
            .any(|bytes| bytes == name.as_bytes())
    };
    FUNCTIONS.into_iter().filter(has).collect()
}

#[test]
fn a_program_has_only_the_functions_that_its_table_needs() {
    let row = "codes:\n  - {status: 404, code: lost, title: Lost, kind: not_found";
    for (keys, fields, needs) in [
        ("", "", &[][..]),
        ("body: {code: /code}\n", "", &["ignore_value"]),
        (
            "body: {format: xml, code: /Error/Code}\n",
            "",
            &["read_event_impl"],
        ),
        (
            "headers: {message: x-message}\n",
            "",
            &["read_header_facts"],
        ),
        ("", ", messages: gone", &FUNCTIONS[3..]),
    ] {
        let spec = format!("vendor: V\n{keys}{row}{fields}}}\n");
        assert_eq!(functions(&spec), needs, "{spec}");
    }
}
