//! Rows that no response can tell apart.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use super::entry::RowEntry;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::table::vocabulary::CodeFormat;

/// The maximum number of rows that a warning names.
const NAMED: usize = 4;

/// Warns once for each group of rows that have the same statuses, code and detail, and no messages.
pub(super) fn check(entries: &[RowEntry<'_>], format: CodeFormat, report: &mut Report) {
    for group in groups(entries, format) {
        let [first, second, ..] = group[..] else {
            continue;
        };
        let names = group.iter().filter_map(|at| entries[*at].name.as_ref());
        let mut names: Vec<_> = names.map(|name| format!("`{}`", name.value)).collect();
        let more = names.len().saturating_sub(NAMED);
        names.truncate(NAMED);
        let mistake = rules::indistinct_rows(list(&names, more)).at(entries[second].span);
        report.push(mistake.first_at(entries[first].span));
    }
}

/// Returns groups of two or more rows that have the same key and no messages, ordered by their first rows.
fn groups(entries: &[RowEntry<'_>], format: CodeFormat) -> Vec<Vec<usize>> {
    let mut places: HashMap<_, usize> = HashMap::with_capacity(entries.len());
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (i, entry) in entries.iter().enumerate() {
        let has_messages = !entry.draft.messages.items().is_empty();
        // a row with neither status nor code is matched by its messages alone
        if entry.broken || has_messages || !entry.is_identified() {
            continue;
        }
        match places.entry(entry.key(format)) {
            Slot::Occupied(place) => groups[*place.get()].push(i),
            Slot::Vacant(place) => {
                place.insert(groups.len());
                groups.push(vec![i]);
            }
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// Lists the names: `` `A`, `B` and `C` ``, or `` `A`, `B` and 7 more `` if some are left out.
fn list(names: &[String], more: usize) -> String {
    match names {
        [] => String::new(),
        names if more > 0 => format!("{} and {more} more", names.join(", ")),
        [one] => one.clone(),
        [names @ .., last] => format!("{} and {last}", names.join(", ")),
    }
}
