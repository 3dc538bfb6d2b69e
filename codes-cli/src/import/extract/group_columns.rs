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
    /// Moves the last row to the group with a title, which is created if there is none. Without a title, the row is in
    /// the group of the row above it in the same table.
    pub(super) fn move_to_group(&mut self, title: Option<String>) {
        let group = match title {
            Some(title) => Some(self.group_with(title)),
            None => self.group_above(),
        };
        if let Some(row) = self.draft.rows.last_mut() {
            row.group = group.or(row.group);
        }
    }

    fn group_with(&mut self, title: String) -> usize {
        let groups = &mut self.draft.groups;
        *self.by_title.entry(title.clone()).or_insert_with(|| {
            groups.push(DraftGroup {
                title,
                ..DraftGroup::default()
            });
            groups.len() - 1
        })
    }

    fn group_above(&self) -> Option<usize> {
        let [.., above, last] = &self.draft.rows[..] else {
            return None;
        };
        above.group.filter(|_| above.region == last.region)
    }
}
