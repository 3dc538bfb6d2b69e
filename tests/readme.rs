//! The quick start of the README works when it is typed as printed.

use std::fs;

use codes_tests::scratch::{Scratch, printed, runtime};

/// The text of a section's nth code block of a language.
fn block<'t>(readme: &'t str, heading: &str, language: &str, nth: usize) -> &'t str {
    let section = readme
        .split("\n## ")
        .find(|section| section.starts_with(heading))
        .unwrap_or_else(|| panic!("no section {heading}"));
    let fence = format!("\n```{language}\n");
    let mut blocks = section.split(&fence).skip(1);
    let rest = blocks
        .nth(nth)
        .unwrap_or_else(|| panic!("no {language} block"));
    rest.split_once("```").expect("a closed block").0
}

fn readme() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md")).expect("the README")
}

#[test]
fn the_quick_start_prints_what_it_says() {
    let readme = readme();
    let [spec, main, output] = [("yaml", 0), ("rust", 0), ("text", 0)]
        .map(|(language, nth)| block(&readme, "Quick start", language, nth));
    let scratch = Scratch::new("parcels");
    scratch.write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"parcels\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\nhttp = \"1\"\n\
             codes-runtime = {{ path = '{}', features = [\"http\", \"json\"] }}\n",
            runtime()
        ),
    );
    scratch.write("specs/parcel.yaml", spec);
    scratch.write("src/main.rs", main);
    assert_eq!(printed(&scratch.cargo(&["run"])), output);
}

/// The README's other snippets are doctests over this copy of its table.
#[test]
fn snippets_use_the_table_of_the_quick_start() {
    let copy = concat!(env!("CARGO_MANIFEST_DIR"), "/specs/parcel.yaml");
    let copy = fs::read_to_string(copy).expect("the copy");
    assert_eq!(copy, block(&readme(), "Quick start", "yaml", 0));
}

/// The example of a diagnostic is a real one.
#[test]
fn the_diagnostic_is_what_the_table_would_give() {
    let readme = readme();
    let spec = block(&readme, "Quick start", "yaml", 0).replacen("404", "4o4", 1);
    let line = spec
        .lines()
        .position(|line| line.contains("4o4"))
        .expect("a row")
        + 1;
    let shown = block(&readme, "Quick start", "text", 1);
    assert!(
        shown.contains(&format!("specs/parcel.yaml:{line}:13\n")),
        "{shown}"
    );
    assert!(
        shown.contains(&format!("{line} |   - status: 4o4\n")),
        "{shown}"
    );
}
