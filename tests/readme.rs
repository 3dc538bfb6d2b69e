//! The quick start of the README works when it is typed as printed.

use codes_tests::scratch::{Scratch, printed, runtime};
use codes_tests::workspace::read;

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

/// The package of the quick start, with its main file and this spec.
fn package(name: &str, readme: &str, spec: &str) -> Scratch {
    let scratch = Scratch::new(name);
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
    scratch.write("src/main.rs", block(readme, "Quick start", "rust", 0));
    scratch
}

#[test]
fn the_quick_start_prints_the_output_it_shows() {
    let readme = read("README.md");
    let spec = block(&readme, "Quick start", "yaml", 0);
    let output = block(&readme, "Quick start", "text", 0);
    let scratch = package("parcels", &readme, spec);
    assert_eq!(printed(&scratch.cargo(&["run"])), output);
}

/// The README's other snippets are doctests that read `tests/specs/parcel.yaml`, a copy of the quick start's table.
#[test]
fn snippets_use_the_table_of_the_quick_start() {
    let readme = read("README.md");
    let copy = read("tests/specs/parcel.yaml");
    assert_eq!(copy, block(&readme, "Quick start", "yaml", 0));
}

/// The README's diagnostic is the compiler's output for the quick start's table with a mistake.
#[test]
fn the_diagnostic_is_what_the_compiler_prints() {
    let readme = read("README.md");
    let spec = block(&readme, "Quick start", "yaml", 0).replacen("404", "4o4", 1);
    let scratch = package("mistaken-parcels", &readme, &spec);
    let checked = scratch.cargo(&["check"]);
    assert!(!checked.status.success());
    let printed = String::from_utf8_lossy(&checked.stderr);
    let shown = block(&readme, "Quick start", "text", 1);
    // rustc's own indentation does not matter
    let lines =
        |text: &str| -> Vec<String> { text.lines().map(|line| line.trim().into()).collect() };
    assert_eq!(lines(&printed)[..lines(shown).len()], lines(shown)[..]);
}

/// The manual's chapter on error formats shows the specs that its examples and the tests use.
#[test]
fn the_manual_shows_the_specs_of_its_examples() {
    let manual = read("codes-runtime/docs/error_formats.md");
    let shown: Vec<_> = manual.split("```yaml\n# ").skip(1).collect();
    assert_eq!(shown.len(), 9);
    for block in shown {
        let (name, rest) = block.split_once('\n').expect("a name");
        let (text, _) = rest.split_once("```").expect("a closed block");
        let spec = read(format!("tests/specs/shapes/{name}"));
        let (_, spec) = spec.split_once('\n').expect("a line for editors");
        assert_eq!(text, spec, "{name}");
    }
}
