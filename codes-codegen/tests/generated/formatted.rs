//! rustfmt leaves a generated file alone, whatever is in it.

use std::io::Write;
use std::process::{Command, Stdio};

use codes_codegen::Options;

use super::file;

/// A row whose attributes and docs are wider than any line.
const WIDE: &str = "\
vendor: V
markdown: true
codes:
  - status: 404
    code: CODE
    title: T
    aliases: [CODEa, CODEb, CODEc]
    former_names: [NAMEa, NAMEb]
    description: \"One  \\nTwo\\n\\n    code   \\n\"
    deprecated: {since: CODE, note: use `CODE` or <b>CODE</b>}
  - {status: 405, code: short, aliases: [a, b, c], deprecated: {note: Use *it*}}
  - {status: 406, code: code_of_20_characters, aliases: [another_of_20_chars]}
  - {status: 407, code: code_of_20_letters_, aliases: [more_letters, and_more, and_even_more]}
";

#[test]
fn rustfmt_changes_nothing() {
    let spec = WIDE
        .replace("CODE", &"code_".repeat(30))
        .replace("NAME", &"Name".repeat(20));
    let options = Options {
        name: "Name".repeat(10),
        visibility: "pub(in crate::some::module)".to_owned(),
        runtime: Some(format!("::{}", ["module"; 8].join("::"))),
        serde: true,
        doc: "One  \nTwo ".to_owned(),
        ..super::options()
    };
    for options in [options, super::options()] {
        let text = file(spec.as_bytes(), &options).expect("valid options");
        for style in ["2015", "2024"] {
            for width in ["max_width=100", "max_width=80"] {
                let arguments = [
                    "--edition=2024",
                    "--style-edition",
                    style,
                    "--config",
                    width,
                ];
                let formatted = rustfmt(&text, &arguments);
                for (formatted, line) in formatted.lines().zip(text.lines()) {
                    assert_eq!(formatted, line, "{arguments:?}");
                }
                assert_eq!(formatted, text);
            }
        }
    }
}

fn rustfmt(text: &str, arguments: &[&str]) -> String {
    let mut rustfmt = Command::new("rustfmt")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("rustfmt runs");
    let mut input = rustfmt.stdin.take().expect("a pipe");
    input.write_all(text.as_bytes()).expect("written");
    drop(input);
    let done = rustfmt.wait_with_output().expect("it ends");
    assert!(done.status.success());
    String::from_utf8(done.stdout).expect("UTF-8")
}
