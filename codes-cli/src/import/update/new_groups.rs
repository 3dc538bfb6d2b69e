//! Groups that only the source has.

use super::session::Session;
use crate::import::model::draft::DraftGroup;
use crate::import::writer;
use crate::messages::update::{self as messages, Note};

impl Session<'_, '_> {
    /// Returns the id of a source row's group in the spec, or `None` if the spec has no groups. Adds the group if the
    /// spec has groups, but not this one.
    pub(super) fn group_of(&mut self, at: usize) -> Option<String> {
        let group = self.draft.rows[at].group?;
        let source = self.draft.groups.get(group)?;
        if self.groups.0[group].is_some() || self.table.groups.is_empty() {
            return self.groups.0[group].clone();
        }
        let id = self.free_id(&source.id);
        let new = DraftGroup {
            id: id.clone(),
            title: source.title.clone(),
            about: source.about.clone(),
        };
        let name = source.name().to_owned();
        match self.editor.add_group(&writer::group(new, self.table)) {
            Ok(()) => {
                self.new_groups += 1;
                self.notes.push(Note::GroupAdded { group: name });
                self.groups.0[group] = Some(id.clone());
                Some(id)
            }
            Err(reason) => {
                self.left_out(format!("group `{name}`"), &reason.to_string());
                None
            }
        }
    }

    /// Reports the group of a new row if the spec has no groups.
    pub(super) fn report_group(&mut self, at: usize) {
        let group = self.draft.rows[at].group;
        let group = group.and_then(|group| self.draft.groups.get(group));
        if let Some(group) = group.filter(|_| self.table.groups.is_empty()) {
            self.left_out(format!("group `{}`", group.name()), messages::NO_GROUPS);
        }
    }

    fn free_id(&self, id: &str) -> String {
        let is_taken = |id: &String| {
            let mut groups = self.table.groups.iter();
            groups.any(|group| group.id == *id)
                || self.groups.0.iter().flatten().any(|own| own == id)
        };
        let numbered = (2..).map(|number| format!("{id}_{number}"));
        let mut ids = std::iter::once(id.to_owned()).chain(numbered);
        ids.find(|id| !is_taken(id)).unwrap_or_default()
    }
}
