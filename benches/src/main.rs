//! What `codes!` costs, beside what people write by hand.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml` measures all and writes `BENCHMARKS.md`; with `-- --quick` it leaves
//! out the largest tables and most rounds; with `-- --check` it only sees that all contenders compile and answer alike.

mod by_hand;
mod cold;
mod contender;
mod figures;
mod leaf;
mod lookups;
mod machine;
mod measure;
mod plot;
mod report;
mod stages;
mod table;
mod unit;

use std::path::Path;
use std::process::ExitCode;

use contender::Contender;
use figures::Figures;
use leaf::{Leaf, PROJECT, Workspace, put};
use report::{LONGER, Report};

/// How much is measured.
struct Plan {
    sizes: Vec<usize>,
    look_up_sizes: Vec<usize>,
    rounds: usize,
    cold_rounds: usize,
}

fn main() -> ExitCode {
    if let Some(folder) = std::env::var_os(unit::RECORD) {
        return unit::record(&folder);
    }
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let plan = match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["--check"] => {
            let workspace = Workspace::write(&leaves(&[60]), &[60]);
            lookups::check(&workspace, &[60]);
            stages::measure(1);
            return ExitCode::SUCCESS;
        }
        ["--quick"] => Plan {
            sizes: vec![11, 60, 260, 1_000],
            look_up_sizes: vec![60, 1_000],
            rounds: 5,
            cold_rounds: 1,
        },
        [] => Plan {
            sizes: vec![11, 60, 260, 1_000, 10_000, 20_000],
            look_up_sizes: vec![60, 1_000],
            rounds: 15,
            cold_rounds: 5,
        },
        _ => {
            eprintln!("it takes `--quick`, `--check`, or nothing");
            return ExitCode::from(2);
        }
    };
    let report = measure(&plan, &arguments);
    let svg = plot::svg(&report.figures, &plan.sizes);
    put(
        &Path::new(PROJECT).join("BENCHMARKS.md"),
        &report.markdown(),
    );
    put(&Path::new(PROJECT).join("benches/check.svg"), &svg);
    ExitCode::SUCCESS
}

fn measure(plan: &Plan, arguments: &[String]) -> Report {
    let leaves = leaves(&plan.sizes);
    let workspace = Workspace::write(&leaves, &plan.look_up_sizes);
    let mut figures = Figures::default();
    lookups::check(&workspace, &plan.look_up_sizes);
    measure::compile(&workspace, &leaves, plan.rounds, &mut figures);
    lookups::measure(&workspace, &plan.look_up_sizes, plan.rounds, &mut figures);
    measure::sizes(&workspace, [60, 1_000], &mut figures);
    let paths = measure::cold(&workspace, plan.cold_rounds, &mut figures);
    let command = [
        "cargo run --release --manifest-path benches/Cargo.toml".to_owned(),
        arguments.join(" "),
    ];
    Report {
        figures,
        sizes: plan.sizes.clone(),
        look_up_sizes: plan.look_up_sizes.clone(),
        paths,
        stages: stages::measure(21),
        command: if arguments.is_empty() {
            command[0].clone()
        } else {
            command.join(" -- ")
        },
    }
}

/// Every contender in every size, and ours with longer texts; the largest size is ours alone.
fn leaves(sizes: &[usize]) -> Vec<Leaf> {
    let of_size = |&rows: &usize| {
        let contenders = Contender::ALL.into_iter();
        let contenders = contenders.filter(move |contender| rows <= 10_000 || contender.is_light());
        contenders.map(move |contender| Leaf {
            contender,
            rows,
            sentences: 1,
        })
    };
    let longer = [
        LONGER,
        Leaf {
            contender: Contender::Bare,
            ..LONGER
        },
    ];
    sizes
        .iter()
        .flat_map(of_size)
        .chain(longer.into_iter().filter(|leaf| sizes.contains(&leaf.rows)))
        .collect()
}
