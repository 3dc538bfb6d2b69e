//! Runs the benchmarks of lookups and reads their output.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

use crate::contender::Contender;
use crate::leaf::Leaf;
use crate::measurements::{Measurements, Metric};
use crate::workspace::Workspace;

/// The benchmarks in `lookups/bench.rs`, each with its title in the report and the number of its keys.
pub(crate) const LOOKUPS: [(&str, &str, f64); 10] = [
    ("code_hit", "by code, found, 1,000 keys", 1_000.0),
    ("code_hit_many", "by code, found, 20,000 keys", 20_000.0),
    ("code_miss", "by code, not found, 1,000 keys", 1_000.0),
    (
        "code_miss_many",
        "by code, not found, 20,000 keys",
        20_000.0,
    ),
    ("name", "by variant name", 20_000.0),
    ("status", "by status", 20_000.0),
    ("classify", "classify by status, code and message", 20_000.0),
    ("display", "`Display`", 20_000.0),
    ("title", "`title()`", 20_000.0),
    ("get_status", "`status()`", 20_000.0),
];

/// Tests that all contenders give equal results.
pub(crate) fn check(workspace: &Workspace, sizes: &[usize]) {
    for rows in sizes {
        workspace.run(&["test", "--quiet", "--package", &package(*rows)]);
        eprintln!("{rows} rows: all contenders give equal results");
    }
}

/// Measures all lookups. Other load on the machine can only slow them down, so the lowest median of all
/// rounds is kept.
pub(crate) fn measure(
    workspace: &Workspace,
    sizes: &[usize],
    rounds: usize,
    measurements: &mut Measurements,
) {
    for &rows in sizes {
        let program = workspace.build_program(&package(rows));
        let mut lowest = BTreeMap::new();
        for _ in 0..rounds {
            let output = Command::new(&program)
                .args(["--bench", "--sample-count", "50"])
                .stderr(Stdio::inherit())
                .output()
                .expect("the program runs");
            for (key, time) in parse(&String::from_utf8_lossy(&output.stdout), rows) {
                let known = lowest.entry(key).or_insert(time);
                *known = time.min(*known);
            }
        }
        for ((metric, leaf), time) in lowest {
            measurements.add(metric, leaf, time);
        }
        eprintln!("measured lookups in {rows} rows");
    }
}

fn package(rows: usize) -> String {
    format!("lookups-{rows}")
}

/// Parses divan's tree: a line for each lookup, and below it one for each contender, with the median in
/// the third column. Returns nanoseconds per key.
fn parse(output: &str, rows: usize) -> Vec<((Metric, Leaf), f64)> {
    let mut lookup = None;
    let mut times = Vec::new();
    for line in output.lines() {
        let cells: Vec<_> = line
            .trim_start_matches(['│', '├', '─', '╰', ' '])
            .split('│')
            .map(str::trim)
            .collect();
        let name = cells[0].split_whitespace().next().unwrap_or_default();
        if let Some((known, _, keys)) = LOOKUPS.iter().find(|(known, ..)| *known == name) {
            lookup = Some((*known, *keys));
        }
        let contender = Contender::COMPLETE
            .into_iter()
            .find(|contender| contender.id().eq_ignore_ascii_case(name));
        if let (Some((lookup, keys)), Some(contender), Some(median)) =
            (lookup, contender, cells.get(2))
        {
            let key = (Metric::Lookup(lookup), Leaf::new(contender, rows));
            times.push((key, nanoseconds(median) / keys));
        }
    }
    times
}

fn nanoseconds(text: &str) -> f64 {
    let (number, unit) = text.split_once(' ').expect("a time has a unit");
    let number: f64 = number.parse().expect("a time is a number");
    match unit {
        "ns" => number,
        "µs" => number * 1e3,
        "ms" => number * 1e6,
        _ => number * 1e9,
    }
}
