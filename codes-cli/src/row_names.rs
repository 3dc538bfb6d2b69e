//! Names of rows. `codes-spec` derives and proposes them, so rows are loaded as specs to learn them.

use std::collections::{HashMap, HashSet};

use codes_spec::{Diagnostics, Table, load};

/// Returns the name of the first row of a spec, and whether it is derived. If the derived name is a keyword, returns the
/// proposed one, which the row must declare.
pub(crate) fn of_first_row(spec: &str) -> Option<(String, bool)> {
    let loaded = load("", spec.as_bytes());
    if let Some(row) = loaded.table.rows.first() {
        return Some((row.name.to_string(), true));
    }
    proposed(&loaded.report).map(|name| (name, false))
}

/// Returns the name of a row given as YAML without indentation, and whether it is derived. `head` has the keys of the
/// table that affect how the row is read.
pub(crate) fn derived(yaml: &str, head: &str) -> Option<(String, bool)> {
    let lines = yaml.lines().map(|line| format!("    {line}\n"));
    let row = lines.collect::<String>();
    let row = row.get(4..).unwrap_or_default();
    of_first_row(&format!("vendor: V\n{head}codes:\n  - {row}"))
}

/// Returns the first name that a report proposes.
pub(crate) fn proposed(report: &Diagnostics<'_>) -> Option<String> {
    let mut shown = report.shown().iter();
    shown.find_map(|diagnostic| diagnostic.proposed_name.clone())
}

/// The names that are taken in a table.
pub(crate) struct TakenNames {
    names: HashSet<String>,
    /// The last number that was added to a name, so that many equal names take linear time.
    numbers: HashMap<String, usize>,
}

impl TakenNames {
    pub(crate) fn new(names: impl IntoIterator<Item = String>) -> Self {
        TakenNames {
            names: names.into_iter().collect(),
            numbers: HashMap::new(),
        }
    }

    /// Returns the names and former names of a table.
    pub(crate) fn of(table: &Table<'_>) -> Self {
        let rows = table.rows.iter();
        let names = rows.flat_map(|row| row.former_names.iter().chain([&row.name]));
        TakenNames::new(names.map(ToString::to_string))
    }

    /// Reserves and returns a name. If it is taken, appends the status or a number.
    pub(crate) fn take_like(&mut self, name: &str, status: Option<&str>) -> String {
        let with_status = status
            .filter(|status| status.bytes().all(|byte| byte.is_ascii_digit()))
            .map(|status| format!("{name}{status}"));
        self.take([Some(name.to_owned()), with_status], name)
    }

    /// Takes the first candidate that is free, or else the stem with a number.
    pub(crate) fn take<const N: usize>(
        &mut self,
        candidates: [Option<String>; N],
        stem: &str,
    ) -> String {
        for candidate in candidates.into_iter().flatten() {
            if self.names.insert(candidate.clone()) {
                return candidate;
            }
        }
        let number = self.numbers.entry(stem.to_owned()).or_insert(1);
        loop {
            *number += 1;
            let name = format!("{stem}{number}");
            if self.names.insert(name.clone()) {
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TakenNames;

    #[test]
    fn taken_names_get_the_status_or_the_next_number() {
        let mut taken = TakenNames::new(["Lost", "Lost2", "Lost404"].map(str::to_owned));
        assert_eq!(taken.take_like("Found", None), "Found");
        assert_eq!(taken.take_like("Found", Some("404")), "Found404");
        assert_eq!(taken.take_like("Found", Some("4xx")), "Found2");
        assert_eq!(taken.take_like("Lost", Some("404")), "Lost3");
        assert_eq!(taken.take([Some("Gone".to_owned())], "Lost"), "Gone");
        assert_eq!(taken.take([Some("Gone".to_owned())], "Lost"), "Lost4");
        assert_eq!(taken.take([None], "Lost"), "Lost5");
    }
}
