//! The table of targets.

use std::fmt::Write as _;

use super::Report;
use crate::contender::Contender::{self, Generated, Matches, Ours, Phf, Strum};
use crate::leaf::{LONG_TEXTS, Leaf};
use crate::lookups::LOOKUPS;
use crate::measurements::{Metric, three_digits};

use Baseline::{Absolute, HalfOfTheRows, QuarterOfTheText, Versus};

/// What a measurement is divided by.
#[derive(Clone, Copy)]
enum Baseline {
    Versus(Contender),
    HalfOfTheRows,
    QuarterOfTheText,
    /// Nothing: the target is absolute.
    Absolute,
}

/// A metric, the contender, the number of rows, the baseline and the largest value allowed.
type Target = (Metric, Contender, usize, Baseline, f64);

const TARGETS: [Target; 29] = [
    (Metric::Check, Ours, 60, Versus(Strum), 0.70),
    (Metric::Check, Ours, 60, Versus(Matches), 1.10),
    (Metric::Check, Ours, 1_000, Versus(Strum), 0.15),
    (Metric::Check, Ours, 1_000, Versus(Matches), 0.60),
    (Metric::Check, Ours, 10_000, Versus(Strum), 0.08),
    (Metric::Check, Ours, 20_000, HalfOfTheRows, 2.20),
    (Metric::Check, Ours, 1_000, QuarterOfTheText, 1.50),
    (Metric::CheckMemory, Ours, 10_000, Absolute, 200.0),
    (Metric::Check, Generated, 11, Versus(Matches), 1.0),
    (Metric::Check, Generated, 60, Versus(Matches), 1.0),
    (Metric::Check, Generated, 1_000, Versus(Strum), 0.10),
    (Metric::Release, Ours, 1_000, Versus(Strum), 0.07),
    (Metric::Release, Ours, 1_000, Versus(Matches), 0.12),
    (Metric::BytesPerRow, Ours, 1_000, Versus(Strum), 0.70),
    (Metric::ColdBuild, Ours, 0, Versus(Strum), 1.75),
    (Metric::ColdBuild, Generated, 0, Versus(Strum), 0.12),
    (Metric::ColdBuild, Generated, 0, Absolute, 0.6),
    (Metric::Lookup("code_hit_many"), Ours, 60, Absolute, 5.5),
    (
        Metric::Lookup("code_hit_many"),
        Ours,
        60,
        Versus(Matches),
        1.0,
    ),
    (Metric::Lookup("code_miss_many"), Ours, 60, Absolute, 5.0),
    (Metric::Lookup("code_hit_many"), Ours, 1_000, Absolute, 6.0),
    (
        Metric::Lookup("code_hit_many"),
        Ours,
        1_000,
        Versus(Strum),
        0.15,
    ),
    (
        Metric::Lookup("code_hit_many"),
        Ours,
        1_000,
        Versus(Phf),
        0.40,
    ),
    (Metric::Lookup("code_miss_many"), Ours, 1_000, Absolute, 5.0),
    (Metric::Lookup("classify"), Ours, 60, Absolute, 7.0),
    (Metric::Lookup("classify"), Ours, 1_000, Versus(Strum), 0.20),
    (Metric::Lookup("status"), Ours, 60, Versus(Matches), 0.50),
    (Metric::Lookup("status"), Ours, 1_000, Absolute, 2.5),
    (Metric::Lookup("display"), Ours, 1_000, Versus(Strum), 0.55),
];

impl Report {
    /// Writes the targets and whether they are met.
    pub(super) fn targets(&self, out: &mut String) {
        out.push_str(
            "\n## Targets\n\nThe column \"ours\" divided by the baseline, and the limit that it should not exceed.\n\n\
             | | ours | rows | baseline | limit | measured | |\n|---|---|---:|---|---:|---:|---|\n",
        );
        for target in TARGETS {
            let (metric, ours, rows, baseline, limit) = target;
            let (measured, result) = match self.measured(target) {
                None => ("–".to_owned(), "not measured"),
                Some(value) if value <= limit => (format_measured(value), "met"),
                Some(value) => (format_measured(value), "**not met**"),
            };
            let name = name(metric);
            let rows = if rows == 0 {
                "–".to_owned()
            } else {
                rows.to_string()
            };
            let baseline = match baseline {
                Versus(contender) => contender.title(),
                HalfOfTheRows => "half of the rows",
                QuarterOfTheText => "a quarter of the text",
                Absolute => "–",
            };
            let _ = writeln!(
                out,
                "| {name} | {} | {rows} | {baseline} | {limit:.2} | {measured} | {result} |",
                ours.title()
            );
        }
    }

    fn measured(&self, (metric, ours, rows, baseline, _): Target) -> Option<f64> {
        let leaf = |contender| match rows {
            0 => Leaf::dependencies_of(contender),
            rows => Leaf::new(contender, rows),
        };
        let ours = leaf(ours);
        let leaves = match baseline {
            Versus(contender) => [ours, leaf(contender)],
            HalfOfTheRows => [ours, Leaf::new(ours.contender, rows / 2)],
            QuarterOfTheText => [LONG_TEXTS, ours],
            Absolute => return self.measurements.median(metric, ours),
        };
        self.measurements.ratio(metric, leaves)
    }
}

/// Formats ratios with one digit more than their limits.
fn format_measured(value: f64) -> String {
    if value < 1.0 {
        format!("{value:.3}")
    } else {
        three_digits(value)
    }
}

fn name(metric: Metric) -> &'static str {
    match metric {
        Metric::Check => "`check`",
        Metric::Build => "`build`",
        Metric::Release => "`build --release`",
        Metric::CheckMemory => "peak memory of `check`, MiB",
        Metric::BytesPerRow => "bytes per row",
        Metric::ColdBuild => "cold build",
        Metric::CriticalPath => "critical path",
        Metric::Lookup(benchmark) => LOOKUPS
            .iter()
            .find(|(name, ..)| *name == benchmark)
            .map_or(benchmark, |(_, title, _)| title),
    }
}
