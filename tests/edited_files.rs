//! A generated file that was edited by hand does not compile where its rows are used.

use codes_tests::scratch::{Scratch, printed};
use codes_tests::workspace::read;

/// Builds a program that only prints a title, with a generated file in which `from` was replaced.
fn build(from: &str, to: &str) -> Result<(), String> {
    let file = read("tests/generated/points_code.rs");
    assert!(from == to || file.contains(from), "{from}");
    let scratch = Scratch::new("edited-files");
    scratch.write("src/lib.rs", "pub mod points_code;\n");
    scratch.write("src/points_code.rs", &file.replacen(from, to, 1));
    scratch.write(
        "src/main.rs",
        "fn main() {\n    println!(\"{}\", edited_files::points_code::PointsCode::NotFound.title().unwrap_or_default());\n}\n",
    );
    let check = scratch.cargo(&["check", "--lib"]);
    if !check.status.success() {
        return Err(String::from_utf8_lossy(&check.stderr).into_owned());
    }
    let run = scratch.cargo(&["run"]);
    if run.status.success() {
        printed(&run);
        return Ok(());
    }
    Err(String::from_utf8_lossy(&run.stderr).into_owned())
}

#[test]
fn a_part_that_was_edited_is_reported() {
    assert_eq!(build("", ""), Ok(()));
    for (from, to) in [
        // another length: `cargo check` reports it
        ("text: \"", "text: \"Old "),
        // the same length: reported where a title is read
        ("text: \"P", "text: \"B"),
        ("rows: b\"\\x06", "rows: b\"\\x07"),
        ("first_status: 200", "first_status: 201"),
        ("flags: 0", "flags: 1"),
    ] {
        let errors = build(from, to).expect_err(from);
        assert!(
            errors.contains("a table in a generated file was edited; edit the spec instead"),
            "{from} -> {to}: {errors}"
        );
        assert_eq!(errors.matches("error[E").count(), 1, "{errors}");
    }
}
