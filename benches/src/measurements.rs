//! Measured values and their statistics.

use std::collections::BTreeMap;
use std::fmt;

use crate::leaf::Leaf;

/// A quantity that is measured for a leaf, or for the dependencies of a contender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Metric {
    Check,
    Build,
    Release,
    CheckMemory,
    /// The time of `check` after an edit, in milliseconds.
    EditCheck,
    EditBuild,
    BytesPerRow,
    ColdBuild,
    CriticalPath,
    Lookup(&'static str),
    /// The number of instructions per lookup or check.
    Instructions(&'static str),
    /// The processor time of a subcommand of `codes`, in seconds. `CommandMemory` is its peak memory.
    Command(&'static str),
    CommandMemory(&'static str),
}

/// Repeated measurements of one quantity, in the order in which they were made.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sample(Vec<f64>);

impl Sample {
    pub(crate) fn median(&self) -> f64 {
        self.quartile(2)
    }

    /// The median of the ratios of each round. The two samples must have been measured in turn, so that
    /// a slow phase of the machine affects both.
    fn ratio(&self, other: &Sample) -> f64 {
        let pairs = self.0.iter().zip(&other.0);
        Sample(pairs.map(|(a, b)| a / b).collect()).median()
    }

    fn quartile(&self, number: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let index = (sorted.len() - 1) * number / 4;
        sorted.get(index).copied().unwrap_or(f64::NAN)
    }

    /// Half the interquartile range as a fraction of the median.
    fn spread(&self) -> f64 {
        (self.quartile(3) - self.quartile(1)) / 2.0 / self.median()
    }
}

/// `172 ±3 %`, or only `172` for a single measurement.
impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&three_digits(self.median()))?;
        if self.0.len() > 1 {
            write!(f, " ±{:.0} %", 100.0 * self.spread())
        } else {
            Ok(())
        }
    }
}

/// Formats a number with about three significant digits.
pub(crate) fn three_digits(number: f64) -> String {
    match number.abs() {
        100.0.. => format!("{number:.0}"),
        10.0.. => format!("{number:.1}"),
        0.1.. => format!("{number:.2}"),
        _ => format!("{number:.3}"),
    }
}

/// All measurements of a run.
#[derive(Default)]
pub(crate) struct Measurements(BTreeMap<(Metric, Leaf), Sample>);

impl Measurements {
    pub(crate) fn add(&mut self, metric: Metric, leaf: Leaf, value: f64) {
        self.0.entry((metric, leaf)).or_default().0.push(value);
    }

    pub(crate) fn get(&self, metric: Metric, leaf: Leaf) -> Option<&Sample> {
        self.0.get(&(metric, leaf))
    }

    pub(crate) fn median(&self, metric: Metric, leaf: Leaf) -> Option<f64> {
        self.get(metric, leaf).map(Sample::median)
    }

    /// The value of the first leaf divided by that of the second.
    pub(crate) fn ratio(&self, metric: Metric, leaves: [Leaf; 2]) -> Option<f64> {
        let [a, b] = leaves.map(|leaf| self.get(metric, leaf));
        Some(a?.ratio(b?))
    }
}
