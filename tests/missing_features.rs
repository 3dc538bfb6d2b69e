//! A table whose responses have bodies does not compile where they are checked without the feature that reads them.

use std::process::Output;

use codes_tests::scratch::{Scratch, printed, runtime};

/// A program that checks a response, with these features of `codes-runtime`.
fn program(spec: &str, features: &str) -> Scratch {
    let scratch = Scratch::new("missing-features");
    scratch.write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"missing-features\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\nhttp = \"1\"\n\
             codes-runtime = {{ path = '{}', features = [{features}] }}\n",
            runtime()
        ),
    );
    scratch.write("spec.yaml", spec);
    scratch.write(
        "src/main.rs",
        r#"#![deny(warnings)]

use codes_runtime::CodeTable;

codes_runtime::codes! {
    enum Code = "spec.yaml";
}

fn main() {
    println!("{}", Code::check(404_u16, &http::HeaderMap::new(), b"").unwrap_err());
}
"#,
    );
    scratch
}

fn run(spec: &str, features: &str) -> Output {
    program(spec, features).cargo(&["run"])
}

const ROW: &str = "codes:\n  - {status: 404, code: lost, title: Lost}\n";

#[test]
fn the_compiler_names_the_feature_that_a_body_needs() {
    let json = format!("vendor: V\nbody: {{code: /code}}\n{ROW}");
    let xml = format!("vendor: V\nbody: {{format: xml, code: /Error/Code}}\n{ROW}");
    for (spec, features, needs) in [
        (&json, r#""http""#, "json"),
        (&json, r#""http", "xml""#, "json"),
        (&xml, r#""http", "json""#, "xml"),
    ] {
        let output = run(spec, features);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{features}");
        let message = format!("enable the feature `{needs}` of codes-runtime");
        assert!(errors.contains(&message), "{features}\n{errors}");
    }
    let plain = format!("vendor: V\n{ROW}");
    for (spec, features) in [
        (&json, r#""http", "json""#),
        (&xml, r#""http", "xml""#),
        (&plain, r#""http""#),
    ] {
        assert_eq!(printed(&run(spec, features)), "V: 404 Lost\n", "{features}");
    }
}
