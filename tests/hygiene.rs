//! Expansions trust nothing that stands around them: they are compiled in packages that differ in all that packages can.

use std::fs;
use std::path::Path;

use codes_tests::scratch::{Scratch, printed, runtime};

/// A package of the workspace, from a file in `hygiene/`.
fn package(scratch: &Scratch, name: &str, edition: &str, file: &str, more: &str) {
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n{more}"
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

/// Names that expansions, or Rust, use for something else. `Err` and `Error` are types of the traits that are implemented.
/// The last ones are keywords here and there.
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

/// Names that rows had, and what they meet.
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
    let on = |name: &str, more: &str| {
        format!(
            "[dependencies]\n{name} = {{ path = '{}'{more} }}\n",
            runtime()
        )
    };
    let usual = on("codes-runtime", "");
    package(&scratch, "strict", "2024", "strict.rs", &usual);
    package(
        &scratch,
        "shadowed",
        "2021",
        "shadowed.rs",
        &on("renamed", ", package = \"codes-runtime\""),
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
    let bare = on(
        "codes-runtime",
        ", default-features = false, features = [\"macros\"]",
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
fn expansions_stand_anywhere() {
    let scratch = workspace();
    // a library with a panic handler of its own cannot stand beside what has another
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
