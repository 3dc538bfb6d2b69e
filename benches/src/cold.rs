//! Which units of a build wait for each other the longest.

use std::collections::HashMap;

use crate::unit::Unit;

/// The seconds of the longest chain of units, each of which needs the one before, and their names.
pub(crate) fn critical_path(units: &[Unit]) -> (f64, String) {
    let by_file: HashMap<String, usize> = units
        .iter()
        .enumerate()
        .map(|(i, unit)| (file(unit), i))
        .collect();
    let mut longest = vec![None; units.len()];
    let ends: Vec<_> = (0..units.len())
        .map(|i| walk(i, units, &by_file, &mut longest))
        .collect();
    ends.into_iter()
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .unwrap_or_default()
}

fn file(unit: &Unit) -> String {
    unit.option("--crate-name") + &unit.codegen("extra-filename=")
}

fn walk(
    at: usize,
    units: &[Unit],
    by_file: &HashMap<String, usize>,
    longest: &mut Vec<Option<(f64, String)>>,
) -> (f64, String) {
    if let Some(known) = &longest[at] {
        return known.clone();
    }
    let unit = &units[at];
    let package = |unit: &Unit| unit.variable("CARGO_PKG_NAME").map(ToOwned::to_owned);
    let is_script = |unit: &Unit| unit.option("--crate-name") == "build_script_build";
    // a crate with a folder for output waits for the script that fills it
    let has_output = unit.variable("OUT_DIR").is_some();
    let script = (0..units.len()).filter(|&other| {
        has_output
            && !is_script(unit)
            && is_script(&units[other])
            && package(&units[other]) == package(unit)
    });
    let before: Vec<_> = unit
        .externs()
        .filter_map(|name| by_file.get(&name).copied())
        .chain(script)
        .collect();
    let (seconds, path) = before
        .into_iter()
        .map(|before| walk(before, units, by_file, longest))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .unwrap_or_default();
    let name = package(unit)
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let name = if is_script(unit) {
        format!("{name}'s build script")
    } else {
        name
    };
    let arrow = if path.is_empty() { "" } else { " → " };
    let found = (seconds + unit.seconds, format!("{path}{arrow}{name}"));
    longest[at] = Some(found.clone());
    found
}
