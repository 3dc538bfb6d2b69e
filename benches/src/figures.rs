//! Measurements, and what is said of them.

use std::collections::BTreeMap;
use std::fmt;

use crate::leaf::Leaf;

/// What was measured of a leaf, or of a contender's dependencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    Check,
    Build,
    Release,
    CheckMemory,
    Bytes,
    Cold,
    CriticalPath,
    LookUp(&'static str),
}

/// Repeated measurements of one thing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sample(Vec<f64>);

impl Sample {
    pub(crate) fn median(&self) -> f64 {
        self.quantile(2)
    }

    /// Over another that was measured in turn with it: the median of what the rounds say, for a slow minute slows both.
    fn over(&self, other: &Sample) -> f64 {
        Sample(
            self.0
                .iter()
                .zip(&other.0)
                .map(|(ours, theirs)| ours / theirs)
                .collect(),
        )
        .median()
    }

    fn quantile(&self, quarters: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
            .get((sorted.len() - 1) * quarters / 4)
            .copied()
            .unwrap_or(f64::NAN)
    }

    /// Half of what lies between the quartiles, in parts of the median.
    fn spread(&self) -> f64 {
        (self.quantile(3) - self.quantile(1)) / 2.0 / self.median()
    }
}

/// `172 ±3 %`; three digits, no spread of a single measurement.
impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&digits(self.median()))?;
        if self.0.len() > 1 {
            write!(f, " ±{:.0} %", 100.0 * self.spread())
        } else {
            Ok(())
        }
    }
}

/// A number with three digits that count.
pub(crate) fn digits(number: f64) -> String {
    match number.abs() {
        100.0.. => format!("{number:.0}"),
        10.0.. => format!("{number:.1}"),
        0.1.. => format!("{number:.2}"),
        _ => format!("{number:.3}"),
    }
}

#[derive(Default)]
pub(crate) struct Figures(BTreeMap<(What, Leaf), Sample>);

impl Figures {
    pub(crate) fn add(&mut self, what: What, leaf: Leaf, value: f64) {
        self.0.entry((what, leaf)).or_default().0.push(value);
    }

    pub(crate) fn get(&self, what: What, leaf: Leaf) -> Option<&Sample> {
        self.0.get(&(what, leaf))
    }

    pub(crate) fn median(&self, what: What, leaf: Leaf) -> Option<f64> {
        self.get(what, leaf).map(Sample::median)
    }

    pub(crate) fn ratio(&self, what: What, [ours, theirs]: [Leaf; 2]) -> Option<f64> {
        Some(self.get(what, ours)?.over(self.get(what, theirs)?))
    }
}
