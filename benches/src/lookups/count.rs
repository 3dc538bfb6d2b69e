//! Counts the instructions of lookups with valgrind, if it is installed. The counts do not depend on the load
//! of the machine.

use std::path::Path;
use std::process::Command;
use std::thread;

use super::lookup;
use super::suite::Suite;
use crate::contender::Contender;
use crate::measurements::{Measurements, Metric};
use crate::table::capitalized;
use crate::workspace::Workspace;

/// Counts instructions per key. Returns whether valgrind is installed.
pub(crate) fn count(
    workspace: &Workspace,
    suites: &[Suite],
    measurements: &mut Measurements,
) -> bool {
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("instructions are not counted: valgrind is not installed");
        return false;
    }
    for suite in suites {
        let program = workspace.build_program(&suite.package());
        for name in suite.counted() {
            let (name, _, keys) = lookup(name).expect("a known lookup");
            let has_lookup = |contender: &Contender| suite.has(name, *contender);
            for contender in suite.contenders().iter().copied().filter(has_lookup) {
                let instructions = instructions(&program, name, contender) / keys;
                measurements.add(
                    Metric::Instructions(name),
                    suite.leaf(contender),
                    instructions,
                );
            }
        }
        eprintln!("counted instructions of {}", suite.package());
    }
    true
}

/// Returns the number of instructions that looking all keys up once takes. This is the difference between two runs, so
/// that the preparation of the keys is not counted.
fn instructions(program: &Path, lookup: &str, contender: Contender) -> f64 {
    let run = |times| total(program, [lookup, &capitalized(contender.id()), times]);
    let [none, once] = thread::scope(|scope| {
        ["0", "1"]
            .map(|times| scope.spawn(move || run(times)))
            .map(|thread| thread.join().expect("a number"))
    });
    once - none
}

/// Runs the program in valgrind. The total is in the line `I refs: 1,234,567`.
fn total(program: &Path, arguments: [&str; 3]) -> f64 {
    let output = Command::new("valgrind")
        .args([
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
        ])
        .arg(program)
        .arg("--count")
        .args(arguments)
        .output()
        .expect("valgrind runs");
    let messages = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{messages}");
    let total = messages
        .lines()
        .find_map(|line| line.split_once("refs:"))
        .expect("valgrind prints the total");
    total.1.trim().replace(',', "").parse().expect("a number")
}
