//! Runs the programs of look-ups, and reads what they print.

use std::collections::BTreeMap;
use std::process::Stdio;

use crate::contender::Contender;
use crate::figures::{Figures, What};
use crate::leaf::{Leaf, Workspace};

/// What `lookups/bench.rs` measures, and what it is called.
pub(crate) const LOOK_UPS: [(&str, &str); 7] = [
    ("code_hit", "by code, found"),
    ("code_miss", "by code, not found"),
    ("status", "by status"),
    ("classify", "classify"),
    ("display", "`Display`"),
    ("title", "`title()`"),
    ("get_status", "`status()`"),
];

/// How many keys each look-up goes through.
const KEYS: f64 = 1_000.0;

/// All contenders give the same answers, or the run ends here.
pub(crate) fn check(workspace: &Workspace, sizes: &[usize]) {
    for rows in sizes {
        workspace.run(&["test", "--quiet", "--package", &format!("lookups-{rows}")]);
        eprintln!("{rows} rows: all answer alike");
    }
}

pub(crate) fn measure(
    workspace: &Workspace,
    sizes: &[usize],
    rounds: usize,
    figures: &mut Figures,
) {
    for &rows in sizes {
        let package = format!("lookups-{rows}");
        workspace.run(&["build", "--release", "--quiet", "--package", &package]);
        let mut least = BTreeMap::new();
        for _ in 0..rounds {
            let mut program =
                std::process::Command::new(workspace.root.join("target/release").join(&package));
            let output = program
                .args(["--bench", "--sample-count", "50"])
                .stderr(Stdio::inherit())
                .output();
            for (measured, time) in read(
                &String::from_utf8_lossy(&output.expect("the program runs").stdout),
                rows,
            ) {
                let known = least.entry(measured).or_insert(time);
                *known = time.min(*known);
            }
        }
        for ((what, leaf), time) in least {
            figures.add(what, leaf, time);
        }
        eprintln!("look-ups among {rows} rows");
    }
}

/// Takes divan's tree: a line for a look-up, and under it one for each contender, whose third time is the median.
fn read(printed: &str, rows: usize) -> Vec<((What, Leaf), f64)> {
    let mut look_up = None;
    let mut times = Vec::new();
    for line in printed.lines() {
        let cells: Vec<_> = line
            .trim_start_matches(['│', '├', '─', '╰', ' '])
            .split('│')
            .map(str::trim)
            .collect();
        let first = cells[0].split_whitespace().next().unwrap_or_default();
        look_up = LOOK_UPS
            .iter()
            .map(|(name, _)| *name)
            .find(|name| *name == first)
            .or(look_up);
        let is_named = |contender: &Contender| contender.id().eq_ignore_ascii_case(first);
        let contender = Contender::ANSWERING.into_iter().find(is_named);
        if let (Some(look_up), Some(contender), Some(median)) = (look_up, contender, cells.get(2)) {
            let leaf = Leaf {
                contender,
                rows,
                sentences: 1,
            };
            times.push(((What::LookUp(look_up), leaf), nanoseconds(median) / KEYS));
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
