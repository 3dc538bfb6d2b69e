//! What is no text but a name, a number or a key, made to hurt: it compiles and says what the spec says, or is refused.

use std::fmt::Write as _;

use codes_tests::scratch::Scratch;

/// Codes, names of fields and titles of groups: they are texts, and quoted in all ways that there are.
const LINES: [&str; 12] = [
    "it's \"quoted\" \\ `all` ways",
    "r#\"raw\"# \"##",
    "/* open */ */ // ///",
    "{} {0:?} {:>width$} %n %1$s ${} $crate",
    "“a” „b‚ ‘c’ «d» ‹e› 「f」 『g』 〝h〞 ＂i＂ ʼj",
    "\\n \\u{41} \\x00 \\",
    "Аdmin", // its first letter is Cyrillic
    "Admin",
    "🎉 残高 شكرا",
    "]]> --> </script> <T>",
    "a\u{200b}b\u{feff}c",
    "#[doc(hidden)] }; fn main() {}",
];

fn quoted(text: &str) -> String {
    let escaped: String = text.chars().map(|c| format!("\\U{:08x}", u32::from(c))).collect();
    format!("\"{escaped}\"")
}

/// A module for a spec with every line as a code, a field's name and a group's title, and one for numbers and long names.
fn accepted(scratch: &Scratch, library: &mut String) {
    let (mut groups, mut rows, mut checks) = (String::new(), String::new(), String::new());
    for (i, line) in LINES.iter().enumerate() {
        let text = quoted(line);
        let _ = writeln!(groups, "  {text}: {{title: {text}, about: {text}}}");
        let _ = writeln!(
            rows,
            "  - {{code: {text}, name: N{i}, title: {text}, group: {text}, tags: [tag_{i}], fields: {{{text}: {text}}}}}"
        );
        let _ = writeln!(
            checks,
            "        let row = Lines::with_code({line:?}).one().expect(\"a row\").row();\n        \
             assert_eq!((row.title(), row.field({line:?})), (Some({line:?}), Some({line:?})));\n        \
             assert_eq!(row.group().and_then(|group| group.title()), Some({line:?}));\n        \
             assert!(Lines::N{i}.is_tag_{i}());"
        );
    }
    let tags: String = (0..LINES.len()).map(|i| format!("  tag_{i}: {}\n", quoted(LINES[i]))).collect();
    scratch.write("specs/lines.yaml", &format!("vendor: V\ngroups:\n{groups}tags:\n{tags}codes:\n{rows}"));
    let long = "X".repeat(1_000);
    scratch.write(
        "specs/numbers.yaml",
        &format!(
            "vendor: V\ncode_format: hex\ncodes:\n  - {{code: {}, name: Least}}\n  - {{code: 0x7FFFFFFFFFFFFFFF, name: Most}}\n  \
             - {{code: 0, name: {long}, former_names: [Y{long}]}}\n  \
             - {{code: 1, name: Admin}}\n  - {{code: 2, name: Аdmin}}\n  - {{code: 3, name: Ａ}}\n",
            i64::MIN
        ),
    );
    let _ = writeln!(
        library,
        "#![deny(warnings, clippy::pedantic)]\n//! Cases.\nuse codes_runtime::codes;\n\n\
         codes! {{\n    /// Lines.\n    pub enum Lines = \"specs/lines.yaml\";\n    /// Numbers.\n    #[codes(quiet)]\n    pub enum Numbers = \"specs/numbers.yaml\";\n}}\n\n\
         #[cfg(test)]\nmod tests {{\n    use super::*;\n    use codes_runtime::{{Code as _, CodeTable as _}};\n\n    #[test]\n    fn they_say_what_the_spec_says() {{\n{checks}        \
         assert_eq!(Numbers::with_code(i64::MIN).one(), Some(Numbers::Least));\n        \
         assert_eq!(Numbers::Least.to_string(), \"-0x8000000000000000\");\n        \
         assert_eq!(Numbers::with_code(\"0x7fffffffffffffff\").one(), Some(Numbers::Most));\n        \
         assert_eq!(Numbers::from_name(\"Y{long}\"), Some(Numbers::{long}));\n    }}\n}}"
    );
}

#[test]
fn names_and_numbers_are_what_the_spec_says() {
    let scratch = Scratch::new("hostile");
    let mut library = String::new();
    accepted(&scratch, &mut library);
    scratch.write("src/lib.rs", &library);
    for arguments in [&["test", "--lib"][..], &["clippy"]] {
        let output = scratch.cargo(&[arguments, &["--offline", "--quiet"]].concat());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{said}\n{}", String::from_utf8_lossy(&output.stdout));
    }
}

/// A row, and the rule that refuses it.
const REFUSED: [(&str, &str); 17] = [
    ("code: 18446744073709551615, name: A", "code-size"),
    ("code: 0xFFFFFFFFFFFFFFFF, name: A", "code-size"),
    ("code: -9223372036854775809, name: A", "code-size"),
    ("status: 404, name: 'r#match'", "name"),
    ("status: 404, name: 'A } fn main() { panic!() } enum B { C'", "name"),
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
        scratch.write(&format!("specs/case{i}.yaml"), &format!("vendor: V\ncodes:\n  - {{{row}}}\n"));
        let _ = writeln!(library, "codes_runtime::codes! {{ pub enum Case{i} = \"specs/case{i}.yaml\"; }}");
    }
    scratch.write("src/lib.rs", &library);
    let output = scratch.cargo(&["check", "--offline", "--quiet"]);
    let said = String::from_utf8_lossy(&output.stderr);
    for (i, (row, rule)) in REFUSED.iter().enumerate() {
        let words = said.split("error: ").find(|words| words.contains(&format!("specs/case{i}.yaml:3:")));
        let words = words.unwrap_or_else(|| panic!("nothing is said of {row}\n{said}"));
        assert!(words.contains(&format!("[codes::{rule}]")), "{row}: {words}");
    }
    // the words, and nothing that comes of what was written
    assert!(said.contains(&format!("due to {} previous errors", REFUSED.len())), "{said}");
}
