//! Names of rows that are added or changed.

use std::collections::HashSet;

use codes_spec::load;

/// Returns the name of a row, given as YAML without indentation, and whether it is derived. A derived name that is a keyword
/// is replaced by the one that is proposed, which the row has to declare.
pub(crate) fn derived_name(yaml: &str, head: &str) -> Option<(String, bool)> {
    let lines = yaml.lines().map(|line| format!("    {line}\n"));
    let row = lines.collect::<String>();
    let row = row.get(4..).unwrap_or_default();
    let spec = format!("vendor: V\n{head}codes:\n  - {row}");
    let loaded = load("", spec.as_bytes());
    if let Some(row) = loaded.table.rows.first() {
        return Some((row.name.to_string(), true));
    }
    let mut shown = loaded.report.shown().iter();
    let proposed = shown.find_map(|diagnostic| diagnostic.proposed_name.clone());
    proposed.map(|name| (name, false))
}

/// Returns a name that is not taken, like the given one, and takes it.
pub(crate) fn free_name(name: &str, status: Option<&str>, taken: &mut HashSet<String>) -> String {
    let with_status = status
        .filter(|status| status.bytes().all(|byte| byte.is_ascii_digit()))
        .map(|status| format!("{name}{status}"));
    let numbered = (2..).map(|number| format!("{name}{number}"));
    let mut names = std::iter::once(name.to_owned())
        .chain(with_status)
        .chain(numbered);
    let free = names.find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(free.clone());
    free
}
