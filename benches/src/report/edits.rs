//! The tables of compiling after an edit.

use std::fmt::Write as _;

use super::{cell, titles};
use crate::contender::Contender;
use crate::leaf::Leaf;
use crate::measure::{EDIT_CONTENDERS, EDIT_SIZES};
use crate::measurements::{Measurements, Metric};

const INTRODUCTION: &str = "
## After an edit, ms

The time that rustc takes, with incremental compilation, after the description of one row was edited: in the spec, in the generated file, or in the
handwritten code. In parentheses, the median of the ratios of this time to that of thiserror + strum.

";

pub(crate) fn edits(measurements: &Measurements) -> String {
    let mut out = INTRODUCTION.to_owned();
    let _ = writeln!(
        out,
        "| | rows | {}\n|---|---:|{}",
        titles(&EDIT_CONTENDERS),
        "---:|".repeat(EDIT_CONTENDERS.len())
    );
    for (metric, title) in [
        (Metric::EditCheck, "`cargo check`"),
        (Metric::EditBuild, "`cargo build`"),
    ] {
        for rows in EDIT_SIZES {
            let strum = Leaf::new(Contender::Strum, rows);
            let cells = EDIT_CONTENDERS.map(|contender| {
                let leaf = Leaf::new(contender, rows);
                let time = cell(measurements, metric, leaf);
                match measurements.ratio(metric, [leaf, strum]) {
                    Some(ratio) if leaf != strum => format!("{time} ({ratio:.2})"),
                    _ => time,
                }
            });
            let _ = writeln!(out, "| {title} | {rows} | {} |", cells.join(" | "));
        }
    }
    out
}
