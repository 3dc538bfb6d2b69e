//! Reads the output of divan.

use super::lookup;
use super::suite::Suite;
use crate::leaf::Leaf;
use crate::measurements::Metric;

/// Parses divan's tree: a line for each lookup, and below it one for each contender, with the median in
/// the third column. Returns nanoseconds per key.
pub(super) fn parse(output: &str, suite: Suite) -> Vec<((Metric, Leaf), f64)> {
    let mut current = None;
    let mut times = Vec::new();
    for line in output.lines() {
        let cells: Vec<_> = line
            .trim_start_matches(['│', '├', '─', '╰', ' '])
            .split('│')
            .map(str::trim)
            .collect();
        let name = cells[0].split_whitespace().next().unwrap_or_default();
        current = lookup(name).or(current);
        let contender = suite
            .contenders()
            .iter()
            .find(|contender| contender.id().eq_ignore_ascii_case(name));
        if let (Some((name, _, keys)), Some(contender), Some(median)) =
            (current, contender, cells.get(2))
            && suite.has(name, *contender)
        {
            let key = (Metric::Lookup(name), suite.leaf(*contender));
            times.push((key, nanoseconds(median) / keys));
        }
    }
    times
}

fn nanoseconds(text: &str) -> f64 {
    let (number, unit) = text.split_once(' ').expect("a time has a unit");
    let number: f64 = number.parse().expect("a time is a number");
    match unit {
        "ns" => number,
        "µs" => number * 1e3,
        "ms" => number * 1e6,
        _ => number * 1e9,
    }
}
