//! The table of costs, which is in the README too.

use std::fmt::Write as _;

use super::Report;
use super::targets::{FOUND, ours};
use crate::contender::Contender::{self, Generated, Matches, Ours, Phf, Strum};
use crate::leaf::Leaf;
use crate::measurements::{Metric, three_digits};

pub(super) const INTRODUCTION: &str = "\
The cost of `codes!` divided by that of the alternative. Below 1, `codes!` is cheaper; where it is more expensive, the figure is bold. Lookups are for
20,000 keys, and `check` is for an error response with a body of 120 bytes.
";

const HEADER: &str = "| `codes!` compared with |";

const ALTERNATIVES: [Contender; 3] = [Matches, Strum, Phf];

/// The title of each row, the metric that it compares, and the leaf of `codes!` or `codes generate`.
const ROWS: [(&str, Metric, Leaf); 8] = [
    ("`cargo check`, 60 rows", Metric::Check, ours(60)),
    ("`cargo check`, 1,000 rows", Metric::Check, ours(1_000)),
    (
        "`cargo check` after an edit, 1,000 rows",
        Metric::EditCheck,
        ours(1_000),
    ),
    (
        "`cargo build --release`, 1,000 rows",
        Metric::Release,
        ours(1_000),
    ),
    ("lookup by code, 60 rows", FOUND, ours(60)),
    (
        "`check` of a response (by hand: serde_json and `match`)",
        Metric::Lookup("short_error"),
        ours(60),
    ),
    (
        "first build with dependencies",
        Metric::ColdBuild,
        Leaf::dependencies_of(Ours),
    ),
    (
        "first build, `codes generate` instead of `codes!`",
        Metric::ColdBuild,
        Leaf::dependencies_of(Generated),
    ),
];

impl Report {
    pub(crate) fn summary(&self) -> String {
        let titles = ALTERNATIVES.map(|contender| match contender {
            Matches => "plain `match`es",
            other => other.title(),
        });
        let mut out = format!("{HEADER} {} |\n|---|---:|---:|---:|\n", titles.join(" | "));
        for (title, metric, leaf) in ROWS {
            let cells = ALTERNATIVES.map(|contender| self.compared(metric, leaf, contender));
            let seconds = match metric {
                Metric::ColdBuild => self.measurements.median(metric, leaf),
                _ => None,
            };
            let seconds = seconds.map(|seconds| format!(" ({} CPU s)", three_digits(seconds)));
            let title = title.to_owned() + &seconds.unwrap_or_default();
            let _ = writeln!(out, "| {title} | {} |", cells.join(" | "));
        }
        out
    }

    fn compared(&self, metric: Metric, leaf: Leaf, contender: Contender) -> String {
        let other = Leaf { contender, ..leaf };
        let ratio = self.measurements.ratio(metric, [leaf, other]);
        ratio.map_or_else(|| "–".to_owned(), format_ratio)
    }
}

/// Formats a ratio, which is bold if it is above 1.
fn format_ratio(ratio: f64) -> String {
    match ratio {
        ..0.2 => format!("{ratio:.2}"),
        ..1.05 => format!("{ratio:.1}"),
        ..10.0 => format!("**{ratio:.1}**"),
        _ => format!("**{ratio:.0}**"),
    }
}

/// Returns the table in a document, up to the end of its last line.
pub(crate) fn summary_of(document: &str) -> &str {
    let start = document.find(HEADER).expect("the table is in the document");
    let table = &document[start..];
    &table[..table.find("\n\n").map_or(table.len(), |end| end + 1)]
}
