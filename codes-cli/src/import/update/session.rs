//! The state of an update, and its steps.

use std::collections::HashSet;

use codes_spec::{Row, Table};

use super::groups::SourceGroups;
use super::request::{Problem, Update, Updated};
use super::style::SpecStyle;
use super::verify::{self, UpdatedRow};
use crate::edit::{Editor, Entry};
use crate::import::drift::{self, Matched};
use crate::import::model::draft::Draft;
use crate::messages::edit::Refusal;
use crate::messages::update::Note;
use crate::row_names::TakenNames;

/// The state of an update.
pub(super) struct Session<'u, 't> {
    pub(super) draft: &'u Draft,
    pub(super) table: &'u Table<'u>,
    pub(super) style: SpecStyle<'u>,
    pub(super) editor: Editor<'t>,
    pub(super) notes: Vec<Note>,
    /// The names that rows have or had.
    pub(super) taken: TakenNames,
    /// The rows whose text is changed.
    pub(super) touched: HashSet<usize>,
    pub(super) removed: HashSet<usize>,
    /// For each added row, the row of the spec that it follows, or `None` at the end.
    pub(super) added: Vec<Option<usize>>,
    pub(super) groups: SourceGroups,
    pub(super) new_groups: usize,
    /// The groups and tags of the source that the spec does not get.
    pub(super) left_out: HashSet<String>,
}

impl Update<'_> {
    /// Returns the updated text of a spec without errors.
    pub(super) fn apply(&self, text: &str) -> Result<Updated, Problem> {
        let matched = drift::matched(self.draft, self.table);
        if matched.of_page.iter().all(Option::is_none) {
            return Err(Problem::NothingInCommon);
        }
        let editor = Editor::new(text).map_err(Problem::CannotEdit)?;
        let mut session = Session {
            draft: self.draft,
            table: self.table,
            style: SpecStyle(self.table),
            editor,
            notes: Vec::new(),
            taken: TakenNames::of(self.table),
            touched: HashSet::new(),
            removed: HashSet::new(),
            added: Vec::new(),
            groups: SourceGroups::of(self.draft, self.table, &matched),
            new_groups: 0,
            left_out: HashSet::new(),
        };
        let texts = session.rows(&matched, self);
        session.gone(&matched, self.remove);
        session.retrieved(self.retrieved);
        session.finish(text, texts)
    }
}

impl Session<'_, '_> {
    /// Updates and adds rows in the order of the source, and returns how many texts differ and are not listed.
    fn rows(&mut self, matched: &Matched, update: &Update<'_>) -> usize {
        let is_kept = |row: usize| matched.taken[row] || !update.remove;
        let mut texts = 0;
        let mut previous = None;
        for at in 0..self.draft.rows.len() {
            match matched.of_page[at] {
                Some(row) => {
                    let (page, spec) = (&matched.page[at], &matched.spec[row]);
                    texts += self.changed(at, row, page, spec, update.texts);
                    previous = Some(row);
                }
                None => self.new_row(at, previous.or_else(|| near_next(matched, at, is_kept))),
            }
        }
        texts
    }

    fn retrieved(&mut self, date: Option<&str>) {
        let Some(date) = date.filter(|date| {
            self.table
                .retrieved
                .is_none_or(|retrieved| retrieved.to_string() != *date)
        }) else {
            return;
        };
        match self.editor.set_in_table(&Entry::inline("retrieved", date)) {
            Ok(()) => self.notes.push(Note::Changed {
                row: self.table.vendor.to_string(),
                key: "retrieved",
                new: date.to_owned(),
            }),
            Err(reason) => self.notes.push(Note::RetrievedRefused { reason }),
        }
    }

    fn finish(self, text: &str, texts: usize) -> Result<Updated, Problem> {
        let rows = 0..self.table.rows.len();
        let places = UpdatedRow::order(
            rows.filter(|row| !self.removed.contains(row)),
            &self.added,
            self.table.rows.len(),
        );
        let updated = self.editor.finish(text).map_err(Problem::CannotEdit)?;
        verify::verify(
            self.table,
            &updated,
            &places,
            &self.touched,
            self.new_groups,
        )?;
        Ok(Updated {
            text: updated,
            notes: self.notes,
            texts,
        })
    }

    /// Records a change of a row, or why it could not be made.
    pub(super) fn note(
        &mut self,
        row: usize,
        key: &'static str,
        done: Result<(), Refusal>,
        new: &str,
    ) {
        let name = self.label(&self.table.rows[row]);
        match done {
            Ok(()) => {
                self.touched.insert(row);
                self.notes.push(Note::Changed {
                    row: name,
                    key,
                    new: new.to_owned(),
                });
            }
            Err(reason) => self.notes.push(Note::Refused {
                line: self.editor.line_of(row),
                row: name,
                key,
                reason,
            }),
        }
    }

    /// A row as it is displayed, with its name.
    pub(super) fn label(&self, row: &Row<'_>) -> String {
        let display = self.table.display(row);
        let name = format!("({})", row.name);
        if display.ends_with(&name) {
            display
        } else {
            format!("{display} {name}")
        }
    }
}

/// Returns the spec row after which a new row is added: the last kept row before the match of the next source row, or
/// else that match.
fn near_next(matched: &Matched, at: usize, is_kept: impl Fn(usize) -> bool) -> Option<usize> {
    let next = *matched.of_page[at..].iter().flatten().next()?;
    (0..next).rev().find(|row| is_kept(*row)).or(Some(next))
}
