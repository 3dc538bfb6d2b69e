//! Columns that the author chose as the groups of the rows.

use crate::import::extract::collector::Collector;
use crate::import::extract::regions::Region;
use crate::import::model::draft::DraftGroup;
use crate::import::roles::columns::Reason;
use crate::import::roles::role::Role;

impl Region {
    /// Whether the author chose a column of groups.
    pub(super) fn chooses_groups(&self) -> bool {
        let mut columns = self.roles.iter().zip(&self.reasons);
        columns.any(|column| column == (&Role::Group, &Reason::Chosen))
    }
}

impl Collector {
    /// Moves the last row to the group with a title, which is created if there is none.
    pub(super) fn move_to_group(&mut self, title: String) {
        let groups = &mut self.draft.groups;
        let at = *self.by_title.entry(title.clone()).or_insert_with(|| {
            groups.push(DraftGroup {
                title,
                ..DraftGroup::default()
            });
            groups.len() - 1
        });
        if let Some(row) = self.draft.rows.last_mut() {
            row.group = Some(at);
        }
    }
}
