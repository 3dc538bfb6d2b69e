//! The tables of growth with the number of rows.

use std::fmt::Write as _;

use super::Report;
use crate::contender::Contender;
use crate::leaf::{LONG_TEXTS, Leaf};
use crate::measurements::{Metric, three_digits};

const DOUBLING: &str = "
rustc itself needs more than twice the time for twice the variants: it checks that discriminants are unique, finds the variant of each path, and
validates each element of an array by searching all variants. CPU time of `cargo check` for 20,000 rows divided by that for 10,000:

| | |
|---|---:|
";

const LARGE: [usize; 2] = [20_000, 10_000];

impl Report {
    /// Shows whether the cost per row is constant.
    pub(super) fn growth(&self, out: &mut String) {
        out.push_str(
            "\n## Growth\n\nCPU ms of `cargo check` per row, `codes!` minus the bare enum:\n\n\
             | rows | text | ms per row |\n|---:|---:|---:|\n",
        );
        let leaves = self
            .sizes
            .iter()
            .map(|&rows| Leaf::new(Contender::Ours, rows));
        for leaf in leaves.chain([LONG_TEXTS]) {
            let bare = Leaf {
                contender: Contender::Bare,
                ..leaf
            };
            let [ours, bare] =
                [leaf, bare].map(|leaf| self.measurements.median(Metric::Check, leaf));
            if let (Some(ours), Some(bare)) = (ours, bare) {
                let per_row = three_digits((ours - bare) / leaf.rows as f64);
                let _ = writeln!(out, "| {} | ×{} | {per_row} |", leaf.rows, leaf.sentences);
            }
        }
        self.doubling(out);
    }

    /// Shows how much of the growth is rustc's own.
    fn doubling(&self, out: &mut String) {
        let contenders = [
            Contender::Ours,
            Contender::Generated,
            Contender::Bare,
            Contender::Array,
        ];
        let ratios: Vec<_> = contenders
            .into_iter()
            .filter_map(|contender| {
                let leaves = LARGE.map(|rows| Leaf::new(contender, rows));
                let ratio = self.measurements.ratio(Metric::Check, leaves)?;
                Some(format!(
                    "| {} | {} |\n",
                    contender.title(),
                    three_digits(ratio)
                ))
            })
            .collect();
        if !ratios.is_empty() {
            *out += DOUBLING;
            *out += &ratios.concat();
        }
    }
}
