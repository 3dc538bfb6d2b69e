//! Measures what `codes!` costs in comparison with handwritten tables.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml` measures everything and writes
//! `BENCHMARKS.md`. With `-- --quick`, it leaves out the largest tables and most rounds; with
//! `-- --check`, it only tests that all contenders compile and give equal results; with
//! `-- --lookups`, `-- --instructions`, `-- --edits` or `-- --command`, it measures and prints only these.

mod contender;
mod critical_path;
mod handwritten;
mod invocation;
mod leaf;
mod lookups;
mod machine;
mod measure;
mod measurements;
mod plot;
mod report;
mod stages;
mod table;
mod workspace;

use std::path::Path;
use std::process::ExitCode;

use contender::Contender;
use leaf::{LONG_TEXTS, Leaf};
use lookups::suite::Suite;
use measurements::Measurements;
use report::Report;
use workspace::{PROJECT, Workspace, read, write};

/// What to measure, and how often.
struct Plan {
    sizes: &'static [usize],
    rounds: usize,
    cold_rounds: usize,
}

/// The sizes of the tables in which lookups are measured.
const LOOKUP_SIZES: [usize; 2] = [60, 1_000];

const FULL: Plan = Plan {
    sizes: &[11, 60, 260, 1_000, 10_000, 20_000],
    rounds: 11,
    cold_rounds: 3,
};

const QUICK: Plan = Plan {
    sizes: &[11, 60, 260, 1_000],
    rounds: 5,
    cold_rounds: 1,
};

fn main() -> ExitCode {
    if let Some(folder) = std::env::var_os(invocation::RECORDS) {
        return invocation::record(&folder);
    }
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => measure_and_write(&FULL, ""),
        ["--quick"] => measure_and_write(&QUICK, " -- --quick"),
        ["--check"] => check(),
        ["--lookups"] => measure_lookups(QUICK.rounds),
        ["--instructions"] => measure_lookups(0),
        ["--edits"] => measure_edits(),
        ["--command"] => measure_command(),
        [contender::GENERATE] => contender::generate(),
        _ => {
            eprintln!(
                "usage: codes-benches [--quick | --check | --lookups | --instructions | --edits | --command]"
            );
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// Tests the contenders, and that the README has the summary of the report. Writes neither README nor report.
fn check() {
    let [readme, report] =
        ["README.md", "BENCHMARKS.md"].map(|name| read(&Path::new(PROJECT).join(name)));
    assert_eq!(
        report::summary_of(&readme),
        report::summary_of(&report),
        "the table of costs in README.md is not the summary in BENCHMARKS.md"
    );
    let suites = Suite::all(&[60]);
    let generated = Leaf::new(Contender::Generated, 60);
    let workspace = Workspace::write(&[generated], &suites, &[]);
    lookups::check(&workspace, &suites);
    workspace.run(&["check", "--quiet", "--package", &generated.package()]);
    stages::measure(1);
}

/// Prints how long lookups take, and how many instructions.
fn measure_lookups(rounds: usize) {
    let suites = Suite::all(&LOOKUP_SIZES);
    let workspace = Workspace::write(&[], &suites, &[]);
    let mut measurements = Measurements::default();
    lookups::measure(&workspace, &suites, rounds, &mut measurements);
    let counted = lookups::count(&workspace, &suites, &mut measurements);
    println!("{}", report::lookups(&measurements, counted));
}

/// Prints how long compiling takes after an edit.
fn measure_edits() {
    let workspace = Workspace::write(&leaves(&measure::EDIT_SIZES), &[], &[]);
    let mut measurements = Measurements::default();
    measure::edits(&workspace, QUICK.rounds, &mut measurements);
    println!("{}", report::edits(&measurements));
}

/// Prints what the command `codes` costs.
fn measure_command() {
    let workspace = Workspace::write(&leaves(&[11]), &[], &[]);
    let mut measurements = Measurements::default();
    measure::commands(&workspace, QUICK.rounds, &mut measurements);
    println!("{}", report::commands(&measurements));
}

fn measure_and_write(plan: &Plan, arguments: &str) {
    let report = measure(plan, arguments);
    let project = Path::new(PROJECT);
    let svg = plot::svg(&report.measurements, plan.sizes);
    let readme = read(&project.join("README.md"));
    let readme = readme.replace(report::summary_of(&readme), &report.summary());
    write(&project.join("README.md"), &readme);
    write(&project.join("BENCHMARKS.md"), &report.markdown());
    write(&project.join("benches/check.svg"), &svg);
}

fn measure(plan: &Plan, arguments: &str) -> Report {
    let leaves = leaves(plan.sizes);
    let suites = Suite::all(&LOOKUP_SIZES);
    let workspace = Workspace::write(&leaves, &suites, &LOOKUP_SIZES);
    let mut measurements = Measurements::default();
    let figures = &mut measurements;
    lookups::check(&workspace, &suites);
    measure::compile(&workspace, &leaves, plan.rounds, figures);
    measure::edits(&workspace, plan.rounds, figures);
    lookups::measure(&workspace, &suites, plan.rounds, figures);
    let counted = lookups::count(&workspace, &suites, figures);
    measure::binary_sizes(&workspace, LOOKUP_SIZES, figures);
    let cold_builds = measure::cold_builds(&workspace, plan.cold_rounds, figures);
    measure::commands(&workspace, plan.rounds, figures);
    Report {
        measurements,
        sizes: plan.sizes,
        cold_builds,
        counted,
        stages: stages::measure(21),
        command: format!("cargo run --release --manifest-path benches/Cargo.toml{arguments}"),
    }
}

/// Every contender in every size, except slow contenders in the largest one; arrays in large sizes; and leaves with
/// long texts.
fn leaves(sizes: &[usize]) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for &rows in sizes {
        for contender in Contender::ALL {
            if rows <= 10_000 || contender.is_fast_to_compile() {
                leaves.push(Leaf::new(contender, rows));
            }
        }
    }
    let large = sizes.iter().filter(|rows| **rows >= 10_000);
    leaves.extend(large.map(|&rows| Leaf::new(Contender::Array, rows)));
    if sizes.contains(&LONG_TEXTS.rows) {
        let bare = Leaf {
            contender: Contender::Bare,
            ..LONG_TEXTS
        };
        leaves.extend([LONG_TEXTS, bare]);
    }
    leaves
}
