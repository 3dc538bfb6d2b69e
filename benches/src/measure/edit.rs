//! Compiling a leaf crate again after one text was edited, with incremental compilation.

use super::compile::record;
use crate::contender::Contender;
use crate::leaf::Leaf;
use crate::measurements::{Measurements, Metric};
use crate::workspace::{Workspace, write};

pub(crate) const EDIT_CONTENDERS: [Contender; 4] = [
    Contender::Ours,
    Contender::Generated,
    Contender::Strum,
    Contender::Matches,
];

pub(crate) const EDIT_SIZES: [usize; 2] = [60, 1_000];

/// Measures how long rustc takes after an edit.
pub(crate) fn edits(workspace: &Workspace, rounds: usize, measurements: &mut Measurements) {
    let leaves: Vec<_> = EDIT_SIZES
        .iter()
        .flat_map(|&rows| EDIT_CONTENDERS.map(|contender| Leaf::new(contender, rows)))
        .collect();
    for (metric, command) in [(Metric::EditCheck, "check"), (Metric::EditBuild, "build")] {
        let invocations: Vec<_> = leaves
            .iter()
            .map(|&leaf| {
                let mut cargo = workspace.cargo(&[command]);
                cargo.env("CARGO_INCREMENTAL", "1");
                (leaf, versions(leaf), record(workspace, leaf, cargo))
            })
            .collect();
        for round in 0..rounds {
            for (leaf, versions, invocation) in &invocations {
                for (path, text) in &versions[(round + 1) % 2] {
                    write(&workspace.root.join(leaf.package()).join(path), text);
                }
                measurements.add(metric, *leaf, 1e3 * invocation.repeat().elapsed);
            }
            eprintln!("{metric:?}, round {} of {rounds}", round + 1);
        }
    }
}

/// The files before and after an edit.
fn versions(leaf: Leaf) -> [Vec<(&'static str, String)>; 2] {
    let mut rows = leaf.table();
    let before = leaf.contender.files(&rows, leaf.codes);
    rows[leaf.rows / 2].description += " Edited.";
    [before, leaf.contender.files(&rows, leaf.codes)]
}
