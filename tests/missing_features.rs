//! The compiler reports missing features: checking responses against a table with `body` needs the feature that reads
//! the bodies, and a table with Markdown needs the feature that parses Markdown.

use std::process::Output;

use codes_tests::scratch::{Scratch, printed, runtime};

/// A program that checks a response, with these features of `codes-runtime`.
fn program(name: &str, spec: &str, features: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\nhttp = \"1\"\n\
             codes-runtime = {{ path = '{}', {features} }}\n",
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
    program(
        "missing-features",
        spec,
        &format!("features = [{features}]"),
    )
    .cargo(&["run"])
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

#[test]
fn the_compiler_names_the_feature_that_markdown_needs() {
    let features = r#"default-features = false, features = ["macros", "http"]"#;
    let run = |spec: &str| program("missing-markdown", spec, features).cargo(&["run"]);
    let plain = format!("vendor: V\nmarkdown: false\nnotes: [plain *text*]\n{ROW}");
    assert_eq!(printed(&run(&plain)), "V: 404 Lost\n");
    let output = run(&plain.replace("false", "true"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(
        errors.contains("`markdown: true` needs the feature `markdown`"),
        "{errors}"
    );
    assert!(errors.contains("spec.yaml:2:11"), "{errors}");
}
