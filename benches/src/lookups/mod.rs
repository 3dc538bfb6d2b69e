//! Runs the benchmarks of lookups and reads their output.

mod count;
mod output;
pub(crate) mod suite;

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

use crate::measurements::Measurements;
use crate::workspace::Workspace;

pub(crate) use count::count;
use suite::Suite;

/// The lookups in tables with text codes: the name of each benchmark, its title in the report, and the number of its
/// keys.
pub(crate) const LOOKUPS: [Lookup; 10] = [
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

/// Checks of whole responses, with the same fields as [`LOOKUPS`].
pub(crate) const RESPONSES: [Lookup; 3] = [
    ("short_error", "an error, body of 120 bytes", 2_000.0),
    ("long_error", "an error, body of 2 KiB", 2_000.0),
    ("success", "a success", 2_000.0),
];

pub(crate) type Lookup = (&'static str, &'static str, f64);

/// Returns a lookup or check by the name of its benchmark.
pub(crate) fn lookup(name: &str) -> Option<Lookup> {
    let mut all = LOOKUPS.into_iter().chain(RESPONSES);
    all.find(|(known, ..)| *known == name)
}

/// Tests that all contenders give equal results.
pub(crate) fn check(workspace: &Workspace, suites: &[Suite]) {
    for suite in suites {
        workspace.run(&["test", "--quiet", "--package", &suite.package()]);
        eprintln!("{}: all contenders give equal results", suite.package());
    }
}

/// Measures all lookups. Other load on the machine can only slow them down, so the lowest median of all
/// rounds is kept.
pub(crate) fn measure(
    workspace: &Workspace,
    suites: &[Suite],
    rounds: usize,
    measurements: &mut Measurements,
) {
    for suite in suites {
        let program = workspace.build_program(&suite.package());
        let mut lowest = BTreeMap::new();
        for _ in 0..rounds {
            let output = Command::new(&program)
                .args(["--bench", "--sample-count", "50"])
                .args(suite.lookups())
                .stderr(Stdio::inherit())
                .output()
                .expect("the program runs");
            for (key, time) in output::parse(&String::from_utf8_lossy(&output.stdout), *suite) {
                let known = lowest.entry(key).or_insert(time);
                *known = time.min(*known);
            }
        }
        for ((metric, leaf), time) in lowest {
            measurements.add(metric, leaf, time);
        }
        eprintln!("measured {}", suite.package());
    }
}
