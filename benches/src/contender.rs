//! The ways of writing a table that are compared, each as a crate with the same API: an enum with docs,
//! `Debug`, `Display`, `Error`, `FromStr`, getters, and lookups by code and by status.

use std::env;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::{Command, Stdio};

use codes_codegen::Options;

use crate::handwritten::{array, bare, integers, matches, phf, phf_build_script, structs, strum};
use crate::table::{Codes, Row, capitalized};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Contender {
    /// `codes!`.
    Ours,
    /// `codes!` without the feature `markdown`; only its dependencies are measured.
    WithoutMarkdown,
    /// The file that `codes generate` writes, without the macro.
    Generated,
    /// The derives of thiserror and strum.
    Strum,
    /// Methods with a `match` over all variants.
    Matches,
    /// Like `Matches`, but codes are looked up in a phf map that a build script generates.
    Phf,
    /// A static array of structs.
    Structs,
    /// Only an enum with docs: the minimum cost of any contender.
    Bare,
    /// `Bare` with an array of all variants, which any crate that lists them needs; measured only for large tables.
    Array,
}

use Contender::{Array, Bare, Generated, Matches, Ours, Phf, Structs, Strum, WithoutMarkdown};

impl Contender {
    pub(crate) const ALL: [Self; 7] = [Ours, Generated, Strum, Matches, Phf, Structs, Bare];

    /// Contenders with the full API, except `Generated`, whose lookups and binaries are the same as
    /// those of `codes!`.
    pub(crate) const COMPLETE: [Self; 5] = [Ours, Strum, Matches, Phf, Structs];

    /// Whether rustc compiles even the largest tables quickly.
    pub(crate) fn is_fast_to_compile(self) -> bool {
        matches!(self, Ours | Generated | Bare | Array)
    }

    /// Returns a name for packages and crates.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Ours => "ours",
            WithoutMarkdown => "without-markdown",
            Generated => "generated",
            Strum => "strum",
            Matches => "matches",
            Phf => "phf",
            Structs => "structs",
            Bare => "bare",
            Array => "array",
        }
    }

    /// Returns the name in the report.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Ours => "`codes!`",
            WithoutMarkdown => "`codes!` without Markdown",
            Generated => "`codes generate`",
            Strum => "thiserror + strum",
            Matches => "plain matches",
            Phf => "build script + phf",
            Structs => "array of structs",
            Bare => "bare enum",
            Array => "bare enum and array",
        }
    }

    /// Returns the lines for `[dependencies]`; `project` is the folder of this project.
    pub(crate) fn dependencies(self, project: &str) -> String {
        match self {
            Ours => format!("codes-runtime = {{ path = \"{project}/codes-runtime\" }}\n"),
            WithoutMarkdown => format!(
                "codes-runtime = {{ path = \"{project}/codes-runtime\", default-features = false, \
                 features = [\"alloc\", \"macros\"] }}\n"
            ),
            Generated => format!(
                "codes-runtime = {{ path = \"{project}/codes-runtime\", default-features = false }}\n"
            ),
            Strum => "thiserror = \"=2.0.21\"\nstrum = { version = \"=0.28.0\", features = [\"derive\"] }\n".to_owned(),
            Phf => "phf = { version = \"=0.13.1\", default-features = false }\n\n[build-dependencies]\nphf_codegen = \
                    \"=0.13.1\"\n"
                .to_owned(),
            Matches | Structs | Bare | Array => String::new(),
        }
    }

    /// Returns the files of the crate, except its manifest.
    pub(crate) fn files(self, rows: &[Row], codes: Codes) -> Vec<(&'static str, String)> {
        let source = match self {
            Ours | WithoutMarkdown => OURS_SOURCE.to_owned(),
            Generated => generated(rows),
            Bare => bare(rows),
            Array => array(rows),
            _ if codes == Codes::Integers => integers::integers(self, rows),
            Strum => strum(rows),
            Matches => matches(rows),
            Phf => phf(rows),
            Structs => structs(rows),
        };
        let mut files = vec![("src/lib.rs", source)];
        match self {
            Ours | WithoutMarkdown => files.push(("codes.yaml", yaml(rows, ""))),
            Phf => {
                let line = |row: &Row| format!("{} {}\n", row.code, row.name);
                files.push(("codes.txt", rows.iter().map(line).collect()));
                files.push(("build.rs", phf_build_script(codes)));
            }
            _ => {}
        }
        files
    }
}

const OURS_SOURCE: &str = "codes_runtime::codes! {
    /// Answers of the API.
    pub enum Code = \"codes.yaml\";
}
";

/// The argument that makes this program write generated code.
pub(crate) const GENERATE: &str = "--generate";

/// Generates code in another process. Formatting a large file takes memory, and the measured peak of a process includes
/// the memory of its parent at the start, so the peaks of processes that are started later would be too high.
fn generated(rows: &[Row]) -> String {
    let mut generate = Command::new(env::current_exe().expect("this program has a path"))
        .arg(GENERATE)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("this program starts");
    let mut stdin = generate.stdin.take().expect("a pipe");
    stdin
        .write_all(yaml(rows, "").as_bytes())
        .expect("it reads");
    drop(stdin);
    let output = generate.wait_with_output().expect("it ends");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("code is UTF-8")
}

/// Reads a spec from standard input, and prints its generated code.
pub(crate) fn generate() {
    let spec = io::read_to_string(io::stdin()).expect("a spec");
    let options = Options {
        name: "Code".to_owned(),
        visibility: "pub".to_owned(),
        doc: "Answers of the API.".to_owned(),
        ..Options::default()
    };
    let loaded = codes_spec::load("codes.yaml", spec.as_bytes());
    let code = codes_codegen::generate(loaded.table, &options).expect("the options are valid");
    print!("{code}");
}

/// Returns the spec; `head` is added before the rows.
pub(crate) fn yaml(rows: &[Row], head: &str) -> String {
    let mut out = format!("vendor: Example API\n{head}codes:\n");
    for Row {
        name,
        code,
        title,
        description,
        status,
        retry,
    } in rows
    {
        let _ = write!(
            out,
            "  - status: {status}\n    code: {code}\n    title: {title}\n    description: '{description}'\n"
        );
        if code.split('_').map(capitalized).collect::<String>() != *name {
            let _ = writeln!(out, "    name: {name}");
        }
        if *status < 300 {
            out.push_str("    outcome: ok\n");
        } else if *status < 400 {
            out.push_str("    outcome: error\n");
        }
        if let Some(retry) = retry {
            let _ = writeln!(out, "    retry: {retry}");
        }
    }
    out
}
