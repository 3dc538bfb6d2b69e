//! Matches the groups of the source with those of the spec.

use std::collections::HashSet;

use codes_spec::Table;

use crate::import::drift::Matched;
use crate::import::model::draft::Draft;
use crate::import::writer;

/// For each group of the source, the id of the group of the spec that its rows get.
pub(super) struct SourceGroups(pub(super) Vec<Option<String>>);

impl SourceGroups {
    /// Matches each group of the source with the group of the spec that has the same title, or else with the only group
    /// of the spec that its rows are in.
    pub(super) fn of(draft: &Draft, table: &Table<'_>, matched: &Matched) -> Self {
        // for each group of the source, the groups that its rows are in according to the spec
        let mut groups_of_rows = vec![HashSet::new(); draft.groups.len()];
        for (row, spec) in draft.rows.iter().zip(&matched.of_page) {
            if let (Some(group), Some(spec)) = (row.group, spec) {
                groups_of_rows[group].extend(table.rows[*spec].group);
            }
        }
        let of_rows = |group: usize| {
            let known = &groups_of_rows[group];
            let one = known.iter().next().filter(|_| known.len() == 1)?;
            Some(table.groups[*one].id.to_string())
        };
        let groups = draft.groups.iter().enumerate();
        let groups = groups.map(|(at, group)| {
            let known = writer::group_id(group.name(), table).map(str::to_owned);
            known.or_else(|| of_rows(at))
        });
        SourceGroups(groups.collect())
    }
}
