//! Generated files in a crate without the macro.

#[allow(missing_docs, reason = "the file documents its enum")]
pub mod broker_code;
#[allow(missing_docs, reason = "the file documents its enum")]
pub mod features_code;
#[allow(missing_docs, reason = "the file documents its enum")]
pub mod points_code;

use std::process::Output;

use codes_runtime::CodeTable;
use codes_tests::scratch::{Scratch, printed, runtime};

use broker_code::BrokerCode;
use features_code::FeaturesCode;
use points_code::PointsCode;

const POINTS: &str = include_str!("points_code.rs");
const BROKER: &str = include_str!("broker_code.rs");
const FEATURES: &str = include_str!("features_code.rs");

mod expanded {
    codes_runtime::codes! {
        pub enum PointsCode = "specs/points.yaml";
        #[codes(quiet)]
        pub enum FeaturesCode = "specs/features.yaml";
        #[codes(repr = i32)]
        pub enum BrokerCode = "specs/broker.yaml";
    }
}

fn assert_equal<A: CodeTable, B: CodeTable>() {
    assert_eq!(A::ALL.len(), B::ALL.len());
    for (file, expanded) in A::ALL.iter().zip(B::ALL) {
        assert_eq!(
            format!("{file:?}: {file}"),
            format!("{expanded:?}: {expanded}")
        );
        assert_eq!(file.row().description(), expanded.row().description());
        assert_eq!(A::from_name(file.name()), Some(*file));
        if let Some(status) = file.status() {
            assert_eq!(A::with_status(status).len(), B::with_status(status).len());
        }
    }
}

#[test]
fn a_file_and_an_expansion_behave_alike() {
    assert_equal::<PointsCode, expanded::PointsCode>();
    assert_equal::<FeaturesCode, expanded::FeaturesCode>();
    assert_equal::<BrokerCode, expanded::BrokerCode>();
    assert_eq!(BrokerCode::Unexpected as i32, -1);
    assert_eq!("NoResults".parse(), Ok(PointsCode::NoResults));
    assert!(FeaturesCode::NotHere.is_billing());
}

/// A package that only contains generated files, and in which the runtime has another name.
fn package(name: &str, edition: &str, points: &str) -> Scratch {
    let scratch = Scratch::new(name);
    let runtime = runtime();
    scratch.write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n[workspace]\n\n\
             [dependencies]\nrenamed = {{ package = \"codes-runtime\", path = '{runtime}', default-features = false }}\n"
        ),
    );
    let renamed = |file: &str| file.replace("::codes_runtime", "::renamed");
    scratch.write("src/points_code.rs", &renamed(points));
    scratch.write("src/broker_code.rs", &renamed(BROKER));
    scratch.write("src/features_code.rs", &renamed(FEATURES));
    scratch.write(
        "src/lib.rs",
        "//! Codes.\n#![no_std]\n#![forbid(unsafe_code)]\n#![deny(warnings, missing_docs, clippy::all, clippy::pedantic)]\n\
         mod private {\n    #![allow(missing_docs)]\n    include!(\"points_code.rs\");\n}\n\
         /// Points.\npub mod points_code;\n/// Broker.\npub mod broker_code;\n/// Features.\npub mod features_code;\n\
         const _: Option<private::PointsCode> = None;\n",
    );
    scratch
}

#[test]
fn files_have_no_warnings_in_either_edition_without_std() {
    for (name, edition) in [("generated-2021", "2021"), ("generated-2024", "2024")] {
        let scratch = package(name, edition, POINTS);
        assert_eq!(printed(&scratch.cargo(&["clippy"])), "");
    }
}

fn errors(output: &Output) -> String {
    assert!(!output.status.success());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_file_for_another_layout_does_not_compile() {
    let points = POINTS.replace("__layout!(1)", "__layout!(2)");
    let output = errors(&package("generated-layout", "2024", &points).cargo(&["check"]));
    let expected = "this file was generated for another version of codes-runtime; run `codes generate --update`";
    assert!(output.contains(expected), "{output}");
}

/// What the compiler says of an edited table.
const EDITED: &str = "edit the spec instead, and run `codes generate --update`";

#[test]
fn an_edit_that_changes_a_length_does_not_compile() {
    let points = POINTS.replace("API key, or", "API keys, or");
    assert_ne!(points, POINTS);
    let output = errors(&package("generated-length", "2024", &points).cargo(&["check"]));
    assert!(output.contains(EDITED), "{output}");
}

/// Expressions that use a table in different ways.
const LOOKUP: &str = "!points_code::PointsCode::with_code(\"\").is_empty()";
const TITLE: &str = "points_code::PointsCode::NoResults.title().is_some()";

#[test]
fn uses_of_an_edited_table_do_not_compile() {
    for (name, old, new, usage) in [
        (
            "generated-text",
            "(NoResults)There",
            "(NoRusults)There",
            LOOKUP,
        ),
        (
            "generated-index",
            r#"code_seeds: b"\x01"#,
            r#"code_seeds: b"\x02"#,
            LOOKUP,
        ),
        (
            "generated-title",
            "(NoResults)There",
            "(NoRusults)There",
            TITLE,
        ),
        ("generated-record", r"\xCC\0\0#y", r"\xCD\0\0#y", TITLE),
    ] {
        let points = POINTS.replace(old, new);
        assert_ne!(points, POINTS, "{name}");
        let output = errors(&with_usage(name, &points, usage).cargo(&["build"]));
        assert!(output.contains(EDITED), "{output}");
        assert_eq!(output.matches("error[E").count(), 1, "{output}");
    }
    for usage in [LOOKUP, TITLE] {
        printed(&with_usage("generated-unedited", POINTS, usage).cargo(&["build"]));
    }
}

/// A package that uses a table.
fn with_usage(name: &str, points: &str, usage: &str) -> Scratch {
    let scratch = package(name, "2024", points);
    let function = format!(
        "\n/// Uses the table.\npub fn uses() -> bool {{\n    #[allow(unused_imports)]\n    use renamed::CodeTable as _;\n    {usage}\n}}\n"
    );
    let lib = std::fs::read_to_string(scratch.path("src/lib.rs")).expect("a file");
    scratch.write("src/lib.rs", &(lib + &function));
    scratch
}
