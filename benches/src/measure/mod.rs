//! Measures builds. Contenders are interleaved, so that noise affects all of them equally.

mod cold_build;
mod command;
mod compile;
mod edit;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::contender::Contender;
use crate::invocation::{Invocation, RECORDS, Usage, run};
use crate::leaf::Leaf;
use crate::measurements::{Measurements, Metric};
use crate::workspace::{Workspace, create_folder, program};

pub(crate) use cold_build::{ColdBuild, cold_builds};
pub(crate) use command::{COMMANDS, commands};
pub(crate) use compile::compile;
pub(crate) use edit::{EDIT_CONTENDERS, EDIT_SIZES, edits};

/// Runs cargo with this program as the wrapper of rustc. Returns the invocations of rustc and what the
/// whole build used.
fn run_recorded(
    cargo: &mut Command,
    workspace: &Workspace,
    records: &Path,
) -> (Vec<Invocation>, Usage) {
    let _ = fs::remove_dir_all(records);
    create_folder(records);
    let this_program = std::env::current_exe().expect("this program has a path");
    cargo
        .env("RUSTC_WRAPPER", this_program)
        .env("RUSTC", rustc(workspace))
        .env(RECORDS, records);
    let usage = run(cargo);
    (Invocation::read_all(records), usage)
}

/// The path of rustc itself: the `rustc` of rustup would look for the toolchain each time.
fn rustc(workspace: &Workspace) -> PathBuf {
    let output = Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(&workspace.root)
        .output()
        .expect("rustc runs");
    Path::new(String::from_utf8_lossy(&output.stdout).trim()).join("bin/rustc")
}

/// Measures the bytes per row in a stripped binary, from two programs of different size.
pub(crate) fn binary_sizes(
    workspace: &Workspace,
    [small, large]: [usize; 2],
    measurements: &mut Measurements,
) {
    for contender in Contender::COMPLETE {
        let bytes = |rows: usize| {
            let path = workspace.build_program(&program(contender, rows));
            fs::metadata(path).expect("the program was built").len() as f64
        };
        let per_row = (bytes(large) - bytes(small)) / (large - small) as f64;
        measurements.add(Metric::BytesPerRow, Leaf::new(contender, large), per_row);
    }
}
