//! Building all dependencies of a contender from scratch.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::run_recorded;
use crate::contender::Contender;
use crate::critical_path::critical_path;
use crate::invocation::run;
use crate::leaf::Leaf;
use crate::measurements::{Measurements, Metric};
use crate::workspace::{PROJECT, Workspace, manifest, write};

/// The contenders with dependencies.
const CONTENDERS: [Contender; 5] = [
    Contender::Ours,
    Contender::WithoutMarkdown,
    Contender::Generated,
    Contender::Strum,
    Contender::Phf,
];

/// A contender's first cold build.
pub(crate) struct ColdBuild {
    pub(crate) contender: Contender,
    /// The crates on the critical path.
    pub(crate) path: String,
    /// The processor time of each package in seconds.
    pub(crate) packages: BTreeMap<String, f64>,
}

/// Measures cold builds.
pub(crate) fn cold_builds(
    workspace: &Workspace,
    rounds: usize,
    measurements: &mut Measurements,
) -> Vec<ColdBuild> {
    let mut builds = Vec::new();
    for round in 0..rounds {
        for contender in CONTENDERS {
            let build = cold_build(workspace, contender, measurements);
            if round == 0 {
                builds.push(build);
            }
        }
        eprintln!("cold build, round {} of {rounds}", round + 1);
    }
    builds
}

fn cold_build(
    workspace: &Workspace,
    contender: Contender,
    measurements: &mut Measurements,
) -> ColdBuild {
    let root = write_package(workspace, contender);
    let target = root.join("target");
    let _ = fs::remove_dir_all(&target);
    run(workspace.cargo(&["fetch", "--quiet"]).current_dir(&root));
    // one job, so that crates do not slow each other down
    let mut cargo = workspace.cargo(&["build", "--quiet", "--jobs", "1"]);
    cargo.current_dir(&root).env("CARGO_TARGET_DIR", &target);
    let (invocations, usage) = run_recorded(&mut cargo, workspace, &root.join("records"));
    let path = critical_path(&invocations);
    let leaf = Leaf::dependencies_of(contender);
    measurements.add(Metric::ColdBuild, leaf, usage.seconds);
    measurements.add(Metric::CriticalPath, leaf, path.seconds);
    let mut packages = BTreeMap::new();
    for invocation in &invocations {
        *packages.entry(invocation.package()).or_default() += invocation.seconds;
    }
    ColdBuild {
        contender,
        path: path.crates,
        packages,
    }
}

/// Writes an empty package with the contender's dependencies.
fn write_package(workspace: &Workspace, contender: Contender) -> PathBuf {
    let root = workspace.root.join("cold").join(contender.id());
    let manifest = manifest("cold", &contender.dependencies(PROJECT)) + "\n[workspace]\n";
    write(&root.join("Cargo.toml"), &manifest);
    write(&root.join("src/lib.rs"), "");
    // cargo builds build-dependencies, which only this contender has, only if there is a build script
    if contender == Contender::Phf {
        write(&root.join("build.rs"), "fn main() {}\n");
    }
    let lock = fs::read_to_string(workspace.root.join("Cargo.lock"))
        .expect("the workspace has a lock file");
    write(&root.join("Cargo.lock"), &lock);
    root
}
