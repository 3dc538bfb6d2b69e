//! The command `codes`, built with optimization.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::contender::{Contender, yaml};
use crate::invocation::run;
use crate::leaf::Leaf;
use crate::measurements::{Measurements, Metric};
use crate::table::Row;
use crate::workspace::{PROJECT, Workspace, write};

/// The subcommands that are measured, each with the numbers of rows of its input.
pub(crate) const COMMANDS: [(&str, [usize; 3]); 2] = [
    ("check", [5_000, 10_000, 20_000]),
    ("import", [1_500, 3_000, 6_000]),
];

/// Measures processor time and memory.
pub(crate) fn commands(workspace: &Workspace, rounds: usize, measurements: &mut Measurements) {
    let codes = build(workspace);
    let inputs: Vec<_> = COMMANDS
        .iter()
        .flat_map(|(name, sizes)| sizes.map(|rows| (*name, Leaf::new(Contender::Ours, rows))))
        .map(|(name, leaf)| (name, leaf, write_input(workspace, name, leaf)))
        .collect();
    for _ in 0..rounds {
        for (name, leaf, input) in &inputs {
            let mut command = Command::new(&codes);
            command.arg(name).arg(input);
            if *name == "import" {
                command.args(["--vendor", "Example API"]);
            }
            let usage = run(command.stdout(Stdio::null()).stderr(Stdio::null()));
            measurements.add(Metric::Command(name), *leaf, usage.seconds);
            measurements.add(Metric::CommandMemory(name), *leaf, usage.mebibytes);
        }
    }
    eprintln!("measured the command");
}

/// Builds the command in a target directory of its own.
fn build(workspace: &Workspace) -> PathBuf {
    let target = workspace.root.join("command");
    let mut cargo = workspace.cargo(&["build", "--release", "--quiet", "--package", "codes-cli"]);
    run(cargo.current_dir(PROJECT).env("CARGO_TARGET_DIR", &target));
    target.join("release/codes")
}

/// Writes a spec for `check`, or a page for `import`.
fn write_input(workspace: &Workspace, name: &str, leaf: Leaf) -> PathBuf {
    let rows = leaf.table();
    let (extension, text) = match name {
        "check" => ("yaml", yaml(&rows, "")),
        _ => ("html", page(&rows)),
    };
    let path = workspace
        .root
        .join(format!("inputs/{name}-{}.{extension}", leaf.rows));
    write(&path, &text);
    path
}

fn page(rows: &[Row]) -> String {
    let head = "<!DOCTYPE html><title>Errors</title><h1>Errors</h1>\n<table>\n\
                <tr><th>Status<th>Code<th>Title<th>Description\n";
    let rows = rows.iter().map(|row| {
        let Row {
            status,
            code,
            title,
            description,
            ..
        } = row;
        format!("<tr><td>{status}<td><code>{code}</code><td>{title}<td>{description}\n")
    });
    head.to_owned() + &rows.collect::<String>() + "</table>\n"
}
