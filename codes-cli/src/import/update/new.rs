//! Rows that only the source has.

use codes_spec::Code;

use super::session::Session;
use crate::import::model::row::DraftRow;
use crate::messages::update::{self as messages, Note};
use crate::row_names;

impl Session<'_, '_> {
    /// Adds a row of the source after a row of the spec, or at the end.
    pub(super) fn new_row(&mut self, at: usize, after: Option<usize>) {
        let mut row = self.fitting(at);
        let label = row.line();
        if let Some(reason) = self.reason_against(&row) {
            self.notes.push(Note::NotAdded { row: label, reason });
            return;
        }
        self.report_group(at);
        row.name = None;
        // tags and groups are declared elsewhere, and do not change the name
        let bare = DraftRow {
            tags: Vec::new(),
            ..row.clone()
        };
        let derived = row_names::derived(&self.style.row(&bare, None), &self.style.head());
        let Some((name, is_derived)) = derived else {
            let reason = messages::NO_NAME.to_owned();
            self.notes.push(Note::NotAdded { row: label, reason });
            return;
        };
        let status = row.statuses.first().map(String::as_str);
        let free = self.taken.take_like(&name, status);
        row.name = Some(free).filter(|free| *free != name || !is_derived);
        let group = self.group_of(at);
        let yaml = self.style.row(&row, group.as_deref());
        match self.editor.add_row(after, &yaml) {
            Ok(()) => {
                self.added.push(after);
                self.notes.push(Note::Added { row: label });
            }
            Err(reason) => self.notes.push(Note::NotAdded {
                row: label,
                reason: reason.to_string(),
            }),
        }
    }

    /// Returns why a row cannot be added.
    fn reason_against(&self, row: &DraftRow) -> Option<String> {
        let code = row.code.as_deref()?;
        let is_code =
            |own: &Code<'_>| own.show(self.table.code_format) == code || *own.source() == *code;
        let owner = self
            .table
            .rows
            .iter()
            .find(|row| row.aliases.iter().any(is_code));
        if let Some(owner) = owner {
            return Some(messages::code_is_alias(&owner.name));
        }
        let number = code.parse::<i64>().ok();
        let covers = |own: &Code<'_>| match own {
            Code::Range(low, high, _) => {
                number.is_some_and(|number| (low..=high).contains(&&number))
            }
            Code::Class(class) => code.starts_with(class.trim_end_matches('*')),
            own => is_code(own),
        };
        let mut reserved = self.table.reserved.iter();
        reserved
            .any(covers)
            .then(|| messages::CODE_IS_RESERVED.to_owned())
    }

    /// Returns a row of the source with only the tags that the spec declares. Others are reported.
    pub(super) fn fitting(&mut self, at: usize) -> DraftRow {
        let mut row = self.draft.rows[at].clone();
        row.skipped.clear();
        row.doubts.clear();
        let is_declared = |tag: &String| self.table.tags.iter().any(|known| known.id == *tag);
        let (declared, others) = row.tags.into_iter().partition(is_declared);
        row.tags = declared;
        for tag in others {
            self.left_out(format!("tag `{tag}`"), messages::UNDECLARED_TAG);
        }
        row
    }

    /// Reports a group or tag that the spec does not get, unless it was reported before.
    pub(super) fn left_out(&mut self, what: String, reason: &str) {
        if self.left_out.insert(what.clone()) {
            let reason = reason.to_owned();
            self.notes.push(Note::LeftOut { what, reason });
        }
    }
}
