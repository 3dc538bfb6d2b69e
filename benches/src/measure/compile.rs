//! Compiling each leaf crate, with dependencies built and without the work of cargo.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

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

/// The maximum number of rounds for a leaf, which is low if rustc takes seconds.
fn most_rounds(leaf: Leaf) -> usize {
    match leaf.rows {
        ..10_000 => usize::MAX,
        _ if leaf.contender.is_fast_to_compile() => 5,
        _ => 1,
    }
}

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
        let invocations: Vec<_> = leaves
            .iter()
            .map(|&leaf| (leaf, record(workspace, leaf, workspace.cargo(arguments))))
            .collect();
        for round in 0..rounds {
            for (leaf, invocation) in &invocations {
                if round < most_rounds(*leaf) {
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

/// Builds a leaf and returns how cargo invoked rustc. Each leaf is built on its own: cargo enables the features of a
/// dependency for all packages that it builds at once, and only one contender needs the macro.
pub(super) fn record(workspace: &Workspace, leaf: Leaf, mut cargo: Command) -> Invocation {
    // cargo does not invoke rustc for crates that are up to date
    touch(&workspace.root.join(leaf.package()).join("src/lib.rs"));
    cargo.args(["--quiet", "--package", &leaf.package()]);
    let records = workspace.root.join("records");
    let (invocations, _) = run_recorded(cargo.stderr(Stdio::inherit()), workspace, &records);
    let name = leaf.package().replace('-', "_");
    let is_leaf = |invocation: &Invocation| invocation.crate_name() == name;
    let mut invocations = invocations.into_iter();
    invocations.find(is_leaf).expect("the leaf was compiled")
}

fn touch(file: &Path) {
    let text = fs::read(file).expect("the leaf was written");
    fs::write(file, text).expect("the leaf can be written");
}
