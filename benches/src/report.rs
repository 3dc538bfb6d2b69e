//! `BENCHMARKS.md`.

use std::fmt::Write as _;

use crate::contender::Contender::{self, Matches, Ours, Phf, Strum};
use crate::figures::{Figures, Sample, What, digits};
use crate::leaf::Leaf;
use crate::lookups::LOOK_UPS;
use crate::machine;

pub(crate) struct Report {
    pub(crate) figures: Figures,
    pub(crate) sizes: Vec<usize>,
    pub(crate) look_up_sizes: Vec<usize>,
    pub(crate) paths: Vec<(Contender, String)>,
    pub(crate) stages: String,
    pub(crate) command: String,
}

/// What shall hold: of what, for how many rows, against whom, and the largest ratio.
const TARGETS: [(What, usize, Contender, f64); 17] = [
    (What::Check, 60, Strum, 0.70),
    (What::Check, 60, Matches, 1.10),
    (What::Check, 1_000, Strum, 0.14),
    (What::Check, 1_000, Matches, 0.60),
    (What::Check, 10_000, Strum, 0.05),
    (What::Check, 10_000, Matches, 0.10),
    (What::Release, 1_000, Strum, 0.07),
    (What::Release, 1_000, Matches, 0.12),
    (What::LookUp("code_hit"), 1_000, Strum, 0.25),
    (What::LookUp("code_hit"), 1_000, Phf, 0.60),
    (What::LookUp("status"), 1_000, Matches, 0.10),
    (What::LookUp("display"), 1_000, Strum, 0.50),
    (What::Bytes, 1_000, Strum, 0.70),
    (What::Cold, 0, Strum, 1.60),
    (What::Check, 20_000, Ours, 2.20),
    (What::CheckMemory, 10_000, Ours, 250.0),
    (What::Check, 1_000, Ours, 4.40),
];

const HEAD: &str = "# What it costs

`codes!` beside what people write by hand, over one made-up table of any size: rows of some 170 bytes of text, each with status, code,
title and description. All crates have the same surface (an enum with docs, `Debug`, `Display`, `Error`, `FromStr`, getters, look-ups
by code and by status), and a test has seen them answer alike. This page is written by

";

const HOW: &str = "
Of the compiler's work, cargo is asked once how it calls rustc for the leaf crate; that call is then repeated without cargo, with
dependencies built and without incremental compilation, so a figure is the processor time (user and system) of rustc for this crate
alone, whatever else the machine does. What the build script of phf takes is left out. Contenders take turns; figures are medians, with
half the distance between the quartiles, and ratios are medians of the rounds' ratios. Of look-ups, it is the least of the rounds'
medians: what else the machine does only adds.
";

const COLD: &str = "
## Cold build of all dependencies, CPU s

Ours include this project's own crates. Crates are built one at a time, so that none slows another. The critical path is the longest
chain of crates of which each needs the one before.

| | all | critical path | which |
|---|---:|---:|---|
";

impl Report {
    pub(crate) fn markdown(&self) -> String {
        let mut out = format!(
            "{HEAD}```sh\n{}\n```\n\non {}.\n{HOW}",
            self.command,
            machine::describe()
        );
        out += "\n![CPU time of cargo check over the number of rows](benches/check.svg)\n";
        self.targets(&mut out);
        for (what, title) in [
            (What::Check, "`cargo check`, CPU ms"),
            (What::Build, "`cargo build`, CPU ms"),
            (What::Release, "`cargo build --release`, CPU ms"),
            (What::CheckMemory, "Peak memory of `cargo check`, MiB"),
        ] {
            let _ = write!(out, "\n## {title}\n\n");
            self.by_rows(&mut out, what, &self.sizes, &Contender::ALL);
        }
        self.growth(&mut out);
        for &rows in &self.look_up_sizes {
            self.look_ups(&mut out, rows);
        }
        let bytes = self.look_up_sizes.last().copied().unwrap_or_default();
        out += "\n## Bytes a row in a stripped program\n\n";
        self.by_rows(&mut out, What::Bytes, &[bytes], &Contender::ANSWERING);
        self.cold(&mut out);
        let _ = write!(
            out,
            "\n## Inside the macro\n\nCPU ms for 1,000 rows, without optimization, as macros run:\n\n{}",
            self.stages
        );
        out
    }

    fn leaf(contender: Contender, rows: usize) -> Leaf {
        Leaf {
            contender,
            rows,
            sentences: usize::from(rows > 0),
        }
    }

    fn targets(&self, out: &mut String) {
        out.push_str(
            "\n## Targets\n\nOurs over theirs.\n\n| | rows | theirs | at most | is | |\n|---|---:|---|---:|---:|---|\n",
        );
        for (what, rows, theirs, most) in TARGETS {
            let ours = Self::leaf(Ours, rows);
            let over = |pair| self.figures.ratio(what, pair);
            let (name, of, ratio) = match (what, rows, theirs) {
                (What::CheckMemory, ..) => (
                    "peak memory of `check`, MiB",
                    "–",
                    self.figures.median(what, ours),
                ),
                (_, 20_000, Ours) => (
                    "`check`, twice the rows",
                    "itself",
                    over([ours, Self::leaf(Ours, 10_000)]),
                ),
                (_, _, Ours) => (
                    "`check`, four times the text",
                    "itself",
                    over([LONGER, ours]),
                ),
                _ => (
                    title(what),
                    theirs.title(),
                    over([ours, Self::leaf(theirs, rows)]),
                ),
            };
            let rows = if rows == 0 {
                "–".to_owned()
            } else {
                rows.to_string()
            };
            let (is, met) = match ratio {
                None => ("–".to_owned(), "not measured"),
                Some(ratio) => (
                    to_compare(ratio),
                    if ratio <= most { "met" } else { "**not met**" },
                ),
            };
            let _ = writeln!(out, "| {name} | {rows} | {of} | {most:.2} | {is} | {met} |");
        }
    }

    fn by_rows(&self, out: &mut String, what: What, sizes: &[usize], contenders: &[Contender]) {
        let titles: Vec<_> = contenders
            .iter()
            .map(|contender| contender.title())
            .collect();
        let _ = writeln!(
            out,
            "| rows | {} |\n|---:|{}",
            titles.join(" | "),
            "---:|".repeat(titles.len())
        );
        for &rows in sizes {
            let cells = contenders
                .iter()
                .map(|&contender| self.cell(what, Self::leaf(contender, rows)));
            let _ = writeln!(
                out,
                "| {rows} | {} |",
                cells.collect::<Vec<_>>().join(" | ")
            );
        }
    }

    fn cell(&self, what: What, leaf: Leaf) -> String {
        self.figures
            .get(what, leaf)
            .map_or_else(|| "–".to_owned(), Sample::to_string)
    }

    /// Whether cost grows with rows and text, and not faster.
    fn growth(&self, out: &mut String) {
        let _ = write!(
            out,
            "\n## Growth\n\n`cargo check` of `codes!`, CPU ms a row above a bare enum's:\n\n| rows | text | |\n|---:|---:|---:|\n"
        );
        for leaf in self
            .sizes
            .iter()
            .map(|&rows| Self::leaf(Ours, rows))
            .chain([LONGER])
        {
            let bare = Leaf {
                contender: Contender::Bare,
                ..leaf
            };
            let [ours, bare] = [leaf, bare].map(|leaf| self.figures.median(What::Check, leaf));
            let Some((ours, bare)) = ours.zip(bare) else {
                continue;
            };
            let a_row = digits((ours - bare) / leaf.rows as f64);
            let _ = writeln!(out, "| {} | ×{} | {a_row} |", leaf.rows, leaf.sentences);
        }
    }

    fn look_ups(&self, out: &mut String, rows: usize) {
        let titles: Vec<_> = Contender::ANSWERING
            .iter()
            .map(|contender| contender.title())
            .collect();
        let _ = write!(
            out,
            "\n## Look-ups among {rows} rows, ns\n\n| | {} |\n|---|{}\n",
            titles.join(" | "),
            "---:|".repeat(titles.len())
        );
        for (name, title) in LOOK_UPS {
            let cells = Contender::ANSWERING
                .map(|contender| self.cell(What::LookUp(name), Self::leaf(contender, rows)));
            let _ = writeln!(out, "| {title} | {} |", cells.join(" | "));
        }
    }

    fn cold(&self, out: &mut String) {
        out.push_str(COLD);
        for (contender, path) in &self.paths {
            let leaf = Self::leaf(*contender, 0);
            let [all, longest] = [What::Cold, What::CriticalPath].map(|what| self.cell(what, leaf));
            let _ = writeln!(
                out,
                "| {} | {all} | {longest} | {path} |",
                contender.title()
            );
        }
    }
}

/// The same rows with four times the descriptions.
pub(crate) const LONGER: Leaf = Leaf {
    contender: Ours,
    rows: 1_000,
    sentences: 4,
};

/// A ratio with a digit more than its limit has.
fn to_compare(ratio: f64) -> String {
    if ratio < 1.0 {
        format!("{ratio:.3}")
    } else {
        digits(ratio)
    }
}

fn title(what: What) -> &'static str {
    match what {
        What::Check => "`check`",
        What::Build => "`build`",
        What::Release => "`build --release`",
        What::CheckMemory => "memory",
        What::Bytes => "bytes a row",
        What::Cold => "cold build",
        What::CriticalPath => "critical path",
        What::LookUp(name) => LOOK_UPS
            .iter()
            .find(|(other, _)| *other == name)
            .map_or(name, |(_, title)| title),
    }
}
