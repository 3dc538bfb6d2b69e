//! Compiling each leaf crate, with dependencies built and without the work of cargo.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use super::run_recorded;
use crate::invocation::Invocation;
use crate::leaf::Leaf;
use crate::measurements::{Measurements, Metric};
use crate::workspace::Workspace;

/// The commands of cargo that are measured.
const COMMANDS: [(Metric, &[&str]); 3] = [
    (Metric::Check, &["check"]),
    (Metric::Build, &["build"]),
    (Metric::Release, &["build", "--release"]),
];

/// Leaves with at least this many rows take so long that a few rounds are enough.
const LARGE: usize = 10_000;
const ROUNDS_OF_LARGE: usize = 5;

/// Measures the time of rustc for each leaf, and the memory of `check`.
pub(crate) fn compile(
    workspace: &Workspace,
    leaves: &[Leaf],
    rounds: usize,
    measurements: &mut Measurements,
) {
    for (metric, arguments) in COMMANDS {
        let leaves: Vec<_> = leaves
            .iter()
            .copied()
            .filter(|leaf| metric == Metric::Check || leaf.is_built())
            .collect();
        let invocations = record(workspace, &leaves, arguments);
        for round in 0..rounds {
            for (leaf, invocation) in &invocations {
                if leaf.rows < LARGE || round < ROUNDS_OF_LARGE {
                    let usage = invocation.repeat();
                    measurements.add(metric, *leaf, 1e3 * usage.seconds);
                    if metric == Metric::Check {
                        measurements.add(Metric::CheckMemory, *leaf, usage.mebibytes);
                    }
                }
            }
            eprintln!("{metric:?}, round {} of {rounds}", round + 1);
        }
    }
}

/// Builds all leaves once and returns how cargo invoked rustc for each.
fn record(workspace: &Workspace, leaves: &[Leaf], arguments: &[&str]) -> Vec<(Leaf, Invocation)> {
    for leaf in leaves {
        // cargo does not invoke rustc for crates that are up to date
        touch(&workspace.root.join(leaf.package()).join("src/lib.rs"));
    }
    let packages = leaves
        .iter()
        .flat_map(|leaf| ["--package".to_owned(), leaf.package()]);
    let mut cargo = workspace.cargo(arguments);
    cargo.arg("--quiet").args(packages).stderr(Stdio::inherit());
    let records = workspace.root.join("records");
    let (mut invocations, _) = run_recorded(&mut cargo, workspace, &records);
    let mut take = |leaf: Leaf| {
        let name = leaf.package().replace('-', "_");
        let index = invocations
            .iter()
            .position(|invocation| invocation.crate_name() == name)
            .expect("the leaf was compiled");
        (leaf, invocations.swap_remove(index))
    };
    leaves.iter().map(|leaf| take(*leaf)).collect()
}

fn touch(file: &Path) {
    let text = fs::read(file).expect("the leaf was written");
    fs::write(file, text).expect("the leaf can be written");
}
