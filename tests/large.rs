//! A table of 3,000 rows, and one of a very long text, written for the purpose and compiled in packages of their own.

use std::fmt::Write as _;

use codes_tests::scratch::Scratch;

#[test]
fn three_thousand_rows() {
    let mut spec = String::from("vendor: Large API\ncodes:\n");
    for i in 0..3_000 {
        let _ =
            writeln!(spec, "  - {{code: ERR_CASE_{i}, status: {}, description: 'Case {i} of many.'}}", 400 + i % 200);
    }
    let scratch = Scratch::new("large");
    scratch.write("specs/large.yaml", &spec);
    scratch.write(
        "src/main.rs",
        r#"
#![deny(warnings)]
use codes_runtime::{CodeTable, codes};

codes! {
    /// A large table.
    pub enum LargeCode = "specs/large.yaml";
}

fn main() {
    assert_eq!(LargeCode::ALL.len(), 3_000);
    for (i, code) in LargeCode::ALL.iter().enumerate() {
        let text = format!("ERR_CASE_{i}");
        assert_eq!(LargeCode::with_code(text.as_str()).one(), Some(*code));
        assert_eq!(LargeCode::from_name(code.name()), Some(*code));
        assert_eq!(code.status(), Some(400 + (i % 200) as u16));
        assert!(LargeCode::with_status(400 + (i % 200) as u16).contains(*code));
        assert_eq!(code.to_string(), format!("{} Case {i} of many. ({text})", 400 + i % 200));
    }
    println!("{}", LargeCode::with_status(404).len());
}
"#,
    );
    let output = scratch.cargo(&["run", "--offline", "--quiet"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "15\n");
}

/// A text of a megabyte is compiled, printed and documented like any other.
#[test]
fn a_megabyte_in_one_cell() {
    let line = "See [the <docs>](x.md), `{}` or *https://example.com/a*: it's \\\\ all there. ";
    let text = line.repeat((1 << 20) / line.len() + 1);
    let scratch = Scratch::new("megabyte");
    for kind in ["plain", "markdown"] {
        let markdown = kind == "markdown";
        let spec = format!("vendor: V\nmarkdown: {markdown}\ncodes:\n  - {{status: 404, description: \"{text}\"}}\n");
        scratch.write(&format!("specs/{kind}.yaml"), &spec);
    }
    scratch.write(
        "src/main.rs",
        r#"
//! Long texts.
#![deny(warnings)]

codes_runtime::codes! {
    enum Plain = "specs/plain.yaml";
    enum Markdown = "specs/markdown.yaml";
}

fn main() {
    let line = "See [the <docs>](x.md), `{}` or *https://example.com/a*: it's \\ all there. ";
    let description = Plain::NotFound.description().unwrap_or_default();
    assert!(description.len() > 1_000_000);
    assert_eq!(description.replace(line, ""), "");
    assert_eq!(Plain::NotFound.to_string().split_at(4), ("404 ", description));
    let line = "See the <docs>, {} or https://example.com/a: it's \\ all there.";
    assert_eq!(Markdown::NotFound.description().unwrap_or_default().replace(line, "").trim(), "");
}
"#,
    );
    for arguments in [
        &["run", "--offline", "--quiet"][..],
        &["doc", "--no-deps", "--offline", "--quiet", "--document-private-items"],
    ] {
        let output = scratch.cargo(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{said}");
    }
}
