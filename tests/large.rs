//! A table of 3,000 rows, written for the purpose and compiled in a package of its own.

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
