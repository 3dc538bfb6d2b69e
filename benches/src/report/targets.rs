//! The table of targets.

use std::fmt::Write as _;

use super::Report;
use crate::contender::Contender::{self, Generated, Matches, Ours, Phf, Strum, WithoutMarkdown};
use crate::leaf::{LONG_TEXTS, Leaf};
use crate::lookups::lookup;
use crate::measurements::{Metric, three_digits};
use crate::table::Codes;

use Baseline::{Absolute, HalfOfTheRows, HalfOfTheRowsLessArray, QuarterOfTheText, Versus};

/// The measurement that another one is divided by.
#[derive(Clone, Copy)]
enum Baseline {
    Versus(Contender),
    HalfOfTheRows,
    /// Like `HalfOfTheRows`, after the time of a bare enum with an array of its variants is subtracted from both times.
    HalfOfTheRowsLessArray,
    QuarterOfTheText,
    /// None: the limit applies to the measurement itself.
    Absolute,
}

/// A metric, the leaf that is measured, the baseline and the largest value allowed.
type Target = (Metric, Leaf, Baseline, f64);

const TARGETS: [Target; 39] = [
    (Metric::Check, ours(60), Versus(Strum), 0.60),
    (Metric::Check, ours(60), Versus(Matches), 1.10),
    (Metric::Check, ours(1_000), Versus(Strum), 0.15),
    (Metric::Check, ours(1_000), Versus(Matches), 0.60),
    (Metric::Check, ours(10_000), Versus(Strum), 0.08),
    (Metric::Check, ours(20_000), HalfOfTheRowsLessArray, 2.20),
    (Metric::Check, ours(1_000), QuarterOfTheText, 1.50),
    (Metric::CheckMemory, ours(10_000), Absolute, 200.0),
    (Metric::Check, generated(11), Versus(Matches), 1.0),
    (Metric::Check, generated(60), Versus(Matches), 1.0),
    (Metric::Check, generated(1_000), Versus(Strum), 0.10),
    (Metric::EditCheck, ours(1_000), Versus(Strum), 0.30),
    (Metric::EditCheck, generated(1_000), Versus(Strum), 0.20),
    (Metric::Release, ours(1_000), Versus(Strum), 0.07),
    (Metric::Release, ours(1_000), Versus(Matches), 0.12),
    (Metric::BytesPerRow, ours(1_000), Versus(Strum), 0.70),
    (Metric::ColdBuild, cold(Ours), Versus(Strum), 1.75),
    (
        Metric::ColdBuild,
        cold(WithoutMarkdown),
        Versus(Strum),
        1.50,
    ),
    (Metric::ColdBuild, cold(Generated), Versus(Strum), 0.12),
    (Metric::ColdBuild, cold(Generated), Absolute, 0.6),
    (FOUND, ours(60), Versus(Phf), 0.42),
    (FOUND, ours(60), Versus(Matches), 1.0),
    (NOT_FOUND, ours(60), Versus(Phf), 0.33),
    (FOUND, ours(1_000), Versus(Strum), 0.15),
    (FOUND, ours(1_000), Versus(Phf), 0.40),
    (NOT_FOUND, ours(1_000), Versus(Phf), 0.33),
    (FOUND, ours(60).with_codes(Codes::Short), Versus(Phf), 0.50),
    (
        FOUND,
        ours(1_000).with_codes(Codes::Short),
        Versus(Phf),
        0.50,
    ),
    (Metric::Lookup("classify"), ours(60), Versus(Phf), 0.55),
    (Metric::Lookup("classify"), ours(1_000), Versus(Strum), 0.20),
    (Metric::Lookup("status"), ours(60), Versus(Matches), 0.30),
    (Metric::Lookup("status"), ours(1_000), Versus(Matches), 1.5),
    (Metric::Lookup("display"), ours(1_000), Versus(Strum), 0.55),
    (Metric::Command("check"), ours(20_000), Absolute, 0.5),
    (Metric::Command("check"), ours(20_000), HalfOfTheRows, 2.2),
    (
        Metric::CommandMemory("check"),
        ours(20_000),
        Absolute,
        150.0,
    ),
    (Metric::Command("import"), ours(3_000), Absolute, 0.5),
    (Metric::Command("import"), ours(6_000), HalfOfTheRows, 2.2),
    (
        Metric::CommandMemory("import"),
        ours(6_000),
        Absolute,
        150.0,
    ),
];

pub(super) const FOUND: Metric = Metric::Lookup("code_hit_many");
const NOT_FOUND: Metric = Metric::Lookup("code_miss_many");

pub(super) const fn ours(rows: usize) -> Leaf {
    Leaf::new(Ours, rows)
}

const fn generated(rows: usize) -> Leaf {
    Leaf::new(Generated, rows)
}

const fn cold(contender: Contender) -> Leaf {
    Leaf::dependencies_of(contender)
}

/// The main reasons for costs that are still high.
const LIMITS: &str = "
The main reasons for the remaining costs:

- First builds: `codes!` needs a YAML parser and, by default, a Markdown parser. The packages and their times are listed with the
  cold builds. `codes generate` needs neither. Half of the time for codes-spec is rustc's analysis (types, borrows, metadata); the rest is
  divided among 9,800 functions, and no generic function takes more than 3 % of the generated code.
- `cargo check` of `codes!`: cargo builds macros without optimization, and reading the YAML is most of what the macro adds.
- `cargo check` of a generated file with 1,000 rows: 348 million instructions. The enum alone takes 84, its docs 73, the array of all
  variants 104, and an empty crate 16.
- Lookups by code: every byte of a code counts in its hash and is compared, which takes about 100 instructions. Of the time of a lookup, hashing takes
  37 %, finding the slot 40 % and comparing the code 23 %. A `match` over few codes takes less, as long as the processor can predict its
  branches.
- Checking a response: `check` follows the pointers of the spec, looks at all headers that it names, and decides by the table whether the response is
  an error.
";

impl Report {
    /// Writes the targets and whether they are met.
    pub(super) fn targets(&self, out: &mut String) {
        out.push_str(
            "\n## Targets\n\nThe measurement of \"ours\" divided by that of the baseline, \
             and the limit that the result should not exceed.\n\n\
             | | ours | rows | baseline | limit | measured | |\n|---|---|---:|---|---:|---:|---|\n",
        );
        for target in TARGETS {
            let (metric, leaf, baseline, limit) = target;
            let (measured, result) = match self.measured(target) {
                None => ("–".to_owned(), "not measured"),
                Some(value) if value <= limit => (format_measured(value), "met"),
                Some(value) => (format_measured(value), "**not met**"),
            };
            let name = name(metric) + kind(leaf.codes);
            let rows = match leaf.rows {
                0 => "–".to_owned(),
                rows => rows.to_string(),
            };
            let baseline = match baseline {
                Versus(contender) => contender.title(),
                HalfOfTheRows => "half of the rows",
                HalfOfTheRowsLessArray => {
                    "half of the rows, both without rustc's time for an enum and array"
                }
                QuarterOfTheText => "a quarter of the text",
                Absolute => "–",
            };
            let ours = leaf.contender.title();
            let _ = writeln!(
                out,
                "| {name} | {ours} | {rows} | {baseline} | {limit:.2} | {measured} | {result} |"
            );
        }
        out.push_str(LIMITS);
    }

    fn measured(&self, (metric, ours, baseline, _): Target) -> Option<f64> {
        let leaves = match baseline {
            Versus(contender) => [ours, Leaf { contender, ..ours }],
            HalfOfTheRows => [ours, half_of(ours)],
            HalfOfTheRowsLessArray => {
                let less_array = |leaf| {
                    let array = Leaf {
                        contender: Contender::Array,
                        ..leaf
                    };
                    let [time, least] =
                        [leaf, array].map(|leaf| self.measurements.median(metric, leaf));
                    Some(time? - least?)
                };
                return Some(less_array(ours)? / less_array(half_of(ours))?);
            }
            QuarterOfTheText => [LONG_TEXTS, ours],
            Absolute => return self.measurements.median(metric, ours),
        };
        self.measurements.ratio(metric, leaves)
    }
}

fn half_of(leaf: Leaf) -> Leaf {
    Leaf {
        rows: leaf.rows / 2,
        ..leaf
    }
}

/// Formats a measured value. Below 1, it has one decimal more than the limit.
fn format_measured(value: f64) -> String {
    if value < 1.0 {
        format!("{value:.3}")
    } else {
        three_digits(value)
    }
}

fn name(metric: Metric) -> String {
    let name = match metric {
        Metric::Check => "`check`",
        Metric::Build => "`build`",
        Metric::Release => "`build --release`",
        Metric::CheckMemory => "peak memory of `check`, MiB",
        Metric::EditCheck => "`check` after an edit",
        Metric::EditBuild => "`build` after an edit",
        Metric::BytesPerRow => "bytes per row",
        Metric::ColdBuild => "cold build",
        Metric::CriticalPath => "critical path",
        Metric::Command(name) => return format!("`codes {name}`, s"),
        Metric::CommandMemory(name) => return format!("peak memory of `codes {name}`, MiB"),
        Metric::Lookup(name) | Metric::Instructions(name) => {
            lookup(name).map_or(name, |(_, title, _)| title)
        }
    };
    name.to_owned()
}

/// The suffix of a lookup's name.
fn kind(codes: Codes) -> &'static str {
    match codes {
        Codes::Words => "",
        Codes::Short => ", short codes",
        Codes::Long => ", long codes",
        Codes::Integers => ", integers",
    }
}
