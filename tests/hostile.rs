//! Names and numbers that are made to hurt: they compile and are what the spec says, or are refused in words.

use std::fmt::Write as _;

use codes_tests::scratch::{Scratch, printed};

#[test]
fn names_and_numbers_are_what_the_spec_says() {
    let scratch = Scratch::new("hostile");
    // the first letter of the second `Admin` is Cyrillic
    let (least, long) = (i64::MIN, "X".repeat(1_000));
    scratch.write(
        "specs/numbers.yaml",
        &format!(
            "vendor: V\ncode_format: hex\ncodes:\n  - {{code: {least}, name: Least}}\n  \
             - {{code: 0x7FFFFFFFFFFFFFFF, name: Most}}\n  - {{code: 0, name: {long}, former_names: [Y{long}]}}\n  \
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
    fn they_are_what_the_spec_says() {{
        assert_eq!(Numbers::with_code(i64::MIN).one(), Some(Numbers::Least));
        assert_eq!(Numbers::Least.to_string(), "-0x8000000000000000");
        assert_eq!(Numbers::with_code("0x7fffffffffffffff").one(), Some(Numbers::Most));
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

/// A row, and the rule that refuses it.
const REFUSED: [(&str, &str); 17] = [
    ("code: 18446744073709551615, name: A", "code-size"),
    ("code: 0xFFFFFFFFFFFFFFFF, name: A", "code-size"),
    ("code: -9223372036854775809, name: A", "code-size"),
    ("status: 404, name: 'r#match'", "name"),
    (
        "status: 404, name: 'A } fn main() { panic!() } enum B { C'",
        "name",
    ),
    ("status: 404, name: \"A\\u200bB\"", "name"),
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
fn what_is_no_name_is_refused_in_words() {
    let scratch = Scratch::new("refused");
    let mut library = String::new();
    for (i, (row, _)) in REFUSED.iter().enumerate() {
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
    let said = String::from_utf8_lossy(&output.stderr);
    for (i, (row, rule)) in REFUSED.iter().enumerate() {
        let words = said
            .split("error: ")
            .find(|words| words.contains(&format!("specs/case{i}.yaml:3:")));
        let words = words.unwrap_or_else(|| panic!("nothing is said of {row}\n{said}"));
        assert!(
            words.contains(&format!("[codes::{rule}]")),
            "{row}: {words}"
        );
    }
    // the words, and nothing that comes of what was written
    assert!(
        said.contains(&format!("due to {} previous errors", REFUSED.len())),
        "{said}"
    );
}
