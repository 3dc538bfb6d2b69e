//! The tables of lookups.

use std::fmt::Write as _;

use super::{cell, titles};
use crate::LOOKUP_SIZES;
use crate::contender::Contender;
use crate::leaf::Leaf;
use crate::lookups::suite::{BY_CODE, OTHER_CODES, Suite};
use crate::lookups::{LOOKUPS, RESPONSES, lookup};
use crate::measurements::{Measurements, Metric};

const CONTENDERS: [Contender; 5] = Contender::COMPLETE;

const RESPONSES_INTRODUCTION: &str = "
## Checking a response, ns

`check` of status, headers and a JSON body, compared with serde_json's derive and plain matches. Both return an error that owns the response's code and
message and has its delay, and a test checks that the results are equal.

| | rows | `codes!` | by hand |
|---|---:|---:|---:|
";

const INSTRUCTIONS: &str = "
## Instructions

The number of instructions of one lookup or check, as counted by valgrind. It does not depend on other load on the machine.
";

/// All tables of lookups; `counted` says whether instructions were counted.
pub(crate) fn lookups(measurements: &Measurements, counted: bool) -> String {
    let mut out = String::new();
    for rows in LOOKUP_SIZES {
        let _ = write!(out, "\n## Lookups in {rows} rows, ns\n\n| {}", header(""));
        for (name, title, _) in LOOKUPS {
            let leaf = |contender| Leaf::new(contender, rows);
            let cells = CONTENDERS
                .map(|contender| cell(measurements, Metric::Lookup(name), leaf(contender)));
            let _ = writeln!(out, "| {title} | {} |", cells.join(" | "));
        }
    }
    out += "\n## Lookups by codes of other kinds, ns\n\n20,000 keys.\n\n";
    other_codes(&mut out, measurements, Metric::Lookup);
    out += RESPONSES_INTRODUCTION;
    responses(&mut out, measurements, Metric::Lookup);
    out += INSTRUCTIONS;
    if counted {
        instructions(&mut out, measurements);
    } else {
        out += "Instructions were not counted here: valgrind is not installed.\n";
    }
    out
}

fn header(before: &str) -> String {
    format!(
        "{before}| {}\n|---|{}{}\n",
        titles(&CONTENDERS),
        if before.is_empty() { "" } else { "---:|" },
        "---:|".repeat(CONTENDERS.len())
    )
}

/// A row for each kind and size.
fn other_codes(out: &mut String, measurements: &Measurements, metric: fn(&'static str) -> Metric) {
    let _ = write!(out, "| {}", header("| rows "));
    for (codes, kind) in OTHER_CODES {
        for (name, result) in BY_CODE.into_iter().zip(["found", "not found"]) {
            for rows in LOOKUP_SIZES {
                let leaf = |contender| Leaf::new(contender, rows).with_codes(codes);
                let cells =
                    CONTENDERS.map(|contender| cell(measurements, metric(name), leaf(contender)));
                let _ = writeln!(out, "| {kind}, {result} | {rows} | {} |", cells.join(" | "));
            }
        }
    }
}

fn responses(out: &mut String, measurements: &Measurements, metric: fn(&'static str) -> Metric) {
    for (name, title, _) in RESPONSES {
        for rows in LOOKUP_SIZES {
            let cells = Suite::Responses(rows)
                .contenders()
                .iter()
                .map(|&contender| cell(measurements, metric(name), Leaf::new(contender, rows)));
            let cells: Vec<_> = cells.collect();
            let _ = writeln!(out, "| {title} | {rows} | {} |", cells.join(" | "));
        }
    }
}

fn instructions(out: &mut String, measurements: &Measurements) {
    let _ = write!(out, "\n| {}", header("| rows "));
    for name in Suite::Codes(crate::table::Codes::Words, 0).counted() {
        let (_, title, _) = lookup(name).unwrap_or_default();
        for rows in LOOKUP_SIZES {
            let cells = CONTENDERS.map(|contender| {
                cell(
                    measurements,
                    Metric::Instructions(name),
                    Leaf::new(contender, rows),
                )
            });
            let _ = writeln!(out, "| {title} | {rows} | {} |", cells.join(" | "));
        }
    }
    out.push('\n');
    other_codes(out, measurements, Metric::Instructions);
    out.push_str("\n| | rows | `codes!` | by hand |\n|---|---:|---:|---:|\n");
    responses(out, measurements, Metric::Instructions);
}
