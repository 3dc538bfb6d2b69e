//! Hostile specs: extreme names and codes either compile and keep their values, or are rejected with a
//! diagnostic.

use std::fmt::Write as _;

use codes_tests::scratch::{Scratch, printed};

#[test]
fn extreme_names_and_codes_keep_their_values() {
    let scratch = Scratch::new("hostile");
    // the first letter of the second `Admin` is Cyrillic
    let (min, long) = (i64::MIN, "X".repeat(999));
    scratch.write(
        "specs/numbers.yaml",
        &format!(
            "vendor: V\ncode_format: hex\ncodes:\n  - {{code: {min}, name: Min}}\n  \
             - {{code: 0x7FFFFFFFFFFFFFFF, name: Max}}\n  - {{code: 0, name: {long}, former_names: [Y{long}]}}\n  \
             - {{code: 1, name: Admin}}\n  - {{code: 2, name: Аdmin}}\n  - {{code: 3, name: Ａ}}\n"
        ),
    );
    let library = format!(
        r#"//! Cases.
#![deny(warnings, clippy::pedantic)]

codes_runtime::codes! {{
    /// Numbers.
    #[codes(quiet)]
    pub enum Numbers = "specs/numbers.yaml";
}}

#[cfg(test)]
mod tests {{
    use super::*;
    use codes_runtime::CodeTable as _;

    #[test]
    fn values_are_kept() {{
        assert_eq!(Numbers::with_code(i64::MIN).one(), Some(Numbers::Min));
        assert_eq!(Numbers::Min.to_string(), "-0x8000000000000000");
        assert_eq!(Numbers::with_code("0x7fffffffffffffff").one(), Some(Numbers::Max));
        assert_eq!(Numbers::from_name("Y{long}"), Some(Numbers::{long}));
        assert_eq!([Numbers::ALL[3].name(), Numbers::ALL[4].name()], ["Admin", "Аdmin"]);
    }}
}}
"#
    );
    scratch.write("src/lib.rs", &library);
    for arguments in [&["test", "--lib"][..], &["clippy"]] {
        printed(&scratch.cargo(arguments));
    }
}

/// Rows, each with the rule that rejects it.
const REJECTED: [(&str, &str); 17] = [
    ("code: 18446744073709551615, name: A", "code-size"),
    ("code: 0xFFFFFFFFFFFFFFFF, name: A", "code-size"),
    ("code: -9223372036854775809, name: A", "code-size"),
    ("status: 404, name: 'r#match'", "name"),
    (
        "status: 404, name: 'A } fn main() { panic!() } enum B { C'",
        "name",
    ),
    ("status: 404, name: \"A\\u200bB\"", "invisible"),
    ("status: 404, name: \"A\\u202eB\"", "unprintable"),
    ("status: 404, title: \"A\\u202eB\"", "unprintable"),
    ("status: 404, name: crate", "keyword"),
    ("status: 404, name: Self", "keyword"),
    ("status: 404, name: '{}'", "name"),
    ("status: 404, name: '\"'", "name"),
    ("status: 404, name: A, former_names: ['B; C']", "name"),
    ("status: 404, name: A, tags: ['x(); fn y']", "unknown-tag"),
    ("status: 404, name: A, group: '*/'", "unknown-group"),
    ("status: 404, name: A, url: 'javascript:alert(1)'", "url"),
    ("status: 404, name: A, url: 'data:text/html,x'", "url"),
];

#[test]
fn invalid_names_and_codes_are_rejected_with_a_diagnostic() {
    let scratch = Scratch::new("rejected");
    let mut library = String::new();
    for (i, (row, _)) in REJECTED.iter().enumerate() {
        scratch.write(
            &format!("specs/case{i}.yaml"),
            &format!("vendor: V\ncodes:\n  - {{{row}}}\n"),
        );
        let _ = writeln!(
            library,
            "codes_runtime::codes! {{ pub enum Case{i} = \"specs/case{i}.yaml\"; }}"
        );
    }
    scratch.write("src/lib.rs", &library);
    let output = scratch.cargo(&["check"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    for (i, (row, rule)) in REJECTED.iter().enumerate() {
        let location = format!("specs/case{i}.yaml:3:");
        let error = errors
            .split("error: ")
            .find(|error| error.contains(&location))
            .unwrap_or_else(|| panic!("no error for {row}\n{errors}"));
        assert!(
            error.contains(&format!("[codes::{rule}]")),
            "{row}: {error}"
        );
    }
    // no further errors from code generated for invalid rows
    assert!(
        errors.contains(&format!("due to {} previous errors", REJECTED.len())),
        "{errors}"
    );
}
