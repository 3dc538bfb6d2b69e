//! Expansions do not depend on the names, lints, edition or standard library of the crate around them.

use std::fs;
use std::path::Path;

use codes_tests::scratch::{Scratch, printed, runtime};

/// Writes a package of the scratch workspace, with a source file from `hygiene/`.
fn package(scratch: &Scratch, name: &str, edition: &str, file: &str, sections: &str) {
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n{sections}"
    );
    scratch.write(&format!("{name}/Cargo.toml"), &manifest);
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("hygiene")
        .join(file);
    scratch.write(
        &format!("{name}/src/lib.rs"),
        &fs::read_to_string(source).expect("a source"),
    );
}

/// Names of variants that could conflict with names in expansions or with the prelude. `Err` and `Error`
/// are associated types of implemented traits; the last ones are keywords in some contexts.
const NAMES: [&str; 25] = [
    "Code",
    "CodeTable",
    "Table",
    "Row",
    "Some",
    "None",
    "Option",
    "Ok",
    "Err",
    "Error",
    "Result",
    "str",
    "u16",
    "bool",
    "name",
    "status",
    "union",
    "Send",
    "core",
    "std",
    "auto",
    "default",
    "safe",
    "raw",
    "macro_rules",
];

/// Former names, which become associated constants, with the same possible conflicts.
const FORMER_NAMES: &str = "Clone, Default, rows, tables, Send2, Vec, Box, String, i64, concat";

fn write_specs(scratch: &Scratch) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    scratch.write(
        "specs/features.yaml",
        &fs::read_to_string(folder.join("specs/features.yaml")).expect("a spec"),
    );
    let rows: String = NAMES
        .iter()
        .map(|name| format!("  - {{status: 500, name: {name}, title: {name}}}\n"))
        .collect();
    scratch.write("specs/names.yaml", &format!("vendor: Names\ncodes:\n{rows}  - {{status: 500, name: Renamed, title: Renamed, former_names: [{FORMER_NAMES}]}}\n"));
}

fn workspace() -> Scratch {
    let scratch = Scratch::new("hygiene");
    write_specs(&scratch);
    let dependency = |name: &str, options: &str| {
        format!(
            "[dependencies]\n{name} = {{ path = '{}'{options} }}\n",
            runtime()
        )
    };
    let usual = dependency("codes-runtime", "");
    package(&scratch, "strict", "2024", "strict.rs", &usual);
    package(
        &scratch,
        "shadowed",
        "2021",
        "shadowed.rs",
        &dependency("renamed", ", package = \"codes-runtime\""),
    );
    for edition in ["2015", "2018", "2021", "2024"] {
        package(
            &scratch,
            &format!("edition{edition}"),
            edition,
            "edition.rs",
            &usual,
        );
    }
    let bare = dependency(
        "codes-runtime",
        ", default-features = false, features = [\"macros\", \"markdown\"]",
    );
    package(
        &scratch,
        "bare",
        "2024",
        "bare.rs",
        &(bare + "\n[lib]\ncrate-type = [\"staticlib\"]\n"),
    );
    scratch.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"2\"\nmembers = [\"strict\", \"shadowed\", \"edition*\", \"bare\"]\n\n\
         [profile.dev]\npanic = \"abort\"\n",
    );
    scratch
}

#[test]
fn expansions_compile_in_any_crate() {
    let scratch = workspace();
    // built alone: a crate with its own panic handler conflicts with the standard library in tests
    let bare = ["build", "--package", "bare"].as_slice();
    let check = [
        "clippy",
        "--workspace",
        "--exclude",
        "bare",
        "--all-targets",
    ]
    .as_slice();
    let test = ["test", "--workspace", "--exclude", "bare"].as_slice();
    for arguments in [bare, check, test] {
        printed(&scratch.cargo(arguments));
    }
}
