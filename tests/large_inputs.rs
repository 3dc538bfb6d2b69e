//! Large inputs build within a memory limit: a thousand specs in one crate, the largest spec that is
//! allowed, and a very long text.

use std::fmt::Write as _;

use codes_tests::scratch::{Scratch, printed};

/// The memory limit of the compiler in KiB, including the stacks of its threads.
const MEMORY_LIMIT: u32 = 3_000_000;

/// Builds and runs `main.rs`, and returns its output.
fn run(scratch: &Scratch) -> String {
    // dependencies are built first, without the limit
    scratch.write("src/main.rs", "fn main() {}");
    printed(&scratch.cargo(&["build"]));
    scratch.write(
        "src/main.rs",
        &std::fs::read_to_string(scratch.path("main.rs")).expect("the program"),
    );
    #[cfg(unix)]
    let output = scratch.cargo_within(MEMORY_LIMIT, &["run"]);
    #[cfg(not(unix))]
    let output = scratch.cargo(&["run"]);
    printed(&output)
}

#[test]
fn a_thousand_specs_build() {
    let scratch = Scratch::new("thousand_specs");
    let (mut items, mut counts) = (String::new(), String::new());
    for i in 0..1_000 {
        let rows: String = (0..10)
            .map(|row| format!("  - {{status: 4{row:02}, code: E{i}_{row}, title: Title {row}}}\n"))
            .collect();
        scratch.write(
            &format!("specs/{i}.yaml"),
            &format!("vendor: Vendor {i}\ncodes:\n{rows}"),
        );
        let _ = writeln!(items, "    pub enum Code{i} = \"specs/{i}.yaml\";");
        let _ = writeln!(counts, "    count += Code{i}::with_code(\"E{i}_7\").len();");
    }
    scratch.write(
        "main.rs",
        &format!(
            "use codes_runtime::{{CodeTable, codes}};\n\ncodes! {{\n{items}}}\n\n\
             fn main() {{\n    let mut count = 0;\n{counts}    println!(\"{{count}}\");\n}}\n"
        ),
    );
    assert_eq!(run(&scratch), "1000\n");
}

#[test]
fn twenty_thousand_rows_build() {
    let scratch = Scratch::new("largest_spec");
    let mut spec = String::from("vendor: Large API\ncodes:\n");
    for i in 0..20_000 {
        let text = "A description of the length that vendors typically give to one status.";
        let _ = writeln!(
            spec,
            "  - {{code: {i}, status: {}, title: Case {i}, description: '{text}'}}",
            400 + i % 200
        );
    }
    scratch.write("specs/large.yaml", &spec);
    scratch.write(
        "main.rs",
        "use codes_runtime::{CodeTable, codes};\n\ncodes! { pub enum Large = \"specs/large.yaml\"; }\n\nfn main() {\n    \
         assert!((0..20_000).all(|code| Large::with_code(code).one() == Some(Large::ALL[code as usize])));\n    \
         println!(\"{}\", Large::ALL.len());\n}\n",
    );
    assert_eq!(run(&scratch), "20000\n");
}

#[test]
fn a_megabyte_of_text_is_printed_and_documented() {
    let line = "See [the <docs>](x.md), `{}` or *https://example.com/a*: it's \\\\ all there. ";
    let text = line.repeat((1 << 20) / line.len() + 1);
    let scratch = Scratch::new("megabyte");
    for kind in ["plain", "markdown"] {
        let markdown = kind == "markdown";
        let spec = format!(
            "vendor: V\nmarkdown: {markdown}\ncodes:\n  - {{status: 404, description: \"{text}\"}}\n"
        );
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
    assert_eq!(Plain::NotFound.to_string(), "404 See [the <docs>](x.md), `{}` or *https://example.com/a*: it's \\ all there.");
    let line = "See the <docs>, {} or https://example.com/a: it's \\ all there.";
    assert_eq!(Markdown::NotFound.description().unwrap_or_default().replace(line, "").trim(), "");
}
"#,
    );
    for arguments in [
        &["run"][..],
        &["doc", "--no-deps", "--document-private-items"],
    ] {
        printed(&scratch.cargo(arguments));
    }
}
