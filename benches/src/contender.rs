//! The crate that each way of writing a table comes to, with one surface: an enum with docs, `Debug`, `Display`, `Error`,
//! `FromStr`, getters, and look-ups by code and by status.

use std::fmt::Write as _;

use crate::by_hand::{PHF_BUILD, bare, matches, phf, structs, strum};
use crate::table::Row;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Contender {
    Ours,
    Strum,
    Matches,
    Phf,
    Structs,
    /// Nothing but an enum with docs: what every other has to cost at least.
    Bare,
}

use Contender::{Bare, Matches, Ours, Phf, Structs, Strum};

impl Contender {
    pub(crate) const ALL: [Self; 6] = [Ours, Strum, Matches, Phf, Structs, Bare];

    /// Whether the compiler is done with any number of rows in a moment.
    pub(crate) fn is_light(self) -> bool {
        matches!(self, Ours | Bare)
    }

    /// Those that answer.
    pub(crate) const ANSWERING: [Self; 5] = [Ours, Strum, Matches, Phf, Structs];

    pub(crate) fn id(self) -> &'static str {
        match self {
            Ours => "ours",
            Strum => "strum",
            Matches => "matches",
            Phf => "phf",
            Structs => "structs",
            Bare => "bare",
        }
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Ours => "`codes!`",
            Strum => "thiserror + strum",
            Matches => "plain matches",
            Phf => "build script + phf",
            Structs => "array of structs",
            Bare => "bare enum",
        }
    }

    /// Lines for `[dependencies]`; `project` is the folder of this project.
    pub(crate) fn dependencies(self, project: &str) -> String {
        match self {
            Ours => format!("codes-runtime = {{ path = \"{project}/codes-runtime\" }}\n"),
            Strum => "thiserror = \"=2.0.21\"\nstrum = { version = \"=0.28.0\", features = [\"derive\"] }\n".to_owned(),
            Phf => "phf = { version = \"=0.13.1\", default-features = false }\n\n[build-dependencies]\nphf_codegen = \
                    \"=0.13.1\"\n"
                .to_owned(),
            Matches | Structs | Bare => String::new(),
        }
    }

    /// The crate's files beside its manifest.
    pub(crate) fn files(self, rows: &[Row]) -> Vec<(&'static str, String)> {
        match self {
            Ours => vec![("codes.yaml", yaml(rows)), ("src/lib.rs", OURS.to_owned())],
            Strum => vec![("src/lib.rs", strum(rows))],
            Matches => vec![("src/lib.rs", matches(rows))],
            Phf => vec![
                (
                    "codes.txt",
                    rows.iter()
                        .map(|row| format!("{} {}\n", row.code, row.name))
                        .collect(),
                ),
                ("build.rs", PHF_BUILD.to_owned()),
                ("src/lib.rs", phf(rows)),
            ],
            Structs => vec![("src/lib.rs", structs(rows))],
            Bare => vec![("src/lib.rs", bare(rows))],
        }
    }
}

const OURS: &str = "codes_runtime::codes! {
    /// What the API answers.
    pub enum Code = \"codes.yaml\";
}
";

fn yaml(rows: &[Row]) -> String {
    let mut out = "vendor: Example API\ncodes:\n".to_owned();
    for Row {
        code,
        title,
        description,
        status,
        retry,
        ..
    } in rows
    {
        let _ = write!(
            out,
            "  - status: {status}\n    code: {code}\n    title: {title}\n    description: '{description}'\n"
        );
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
