//! Tables without statuses and codes whose rows are messages, or causes of one error.

use super::{Columns, Reading};
use crate::import::roles::message;
use crate::import::roles::role::Role;
use crate::import::roles::vocabulary;
use crate::import::roles::wordings::Wording;

impl Columns<'_> {
    pub(super) fn read_messages(&self) -> Option<Reading> {
        let is_key = |said: &Option<Wording>| matches!(said, Some(Wording::Http | Wording::Code));
        let has_messages = || (0..self.said.len()).any(|i| self.has_messages(i));
        let are_rows = !self.said.iter().any(is_key) && (has_messages() || self.has_causes());
        if !are_rows {
            return None;
        }
        let mut reading = self.with_keys(None, None, Vec::new());
        reading.messages = (0..self.said.len()).find(|i| self.has_exact_messages(*i));
        // without other texts, the causes tell the rows apart
        let has_texts = |role: &Role| matches!(role, Role::Title | Role::Description | Role::Text);
        if !reading.roles.iter().any(has_texts) && self.is_free(0) {
            reading.roles[0] = Role::Text;
            let doubt = self.split_texts(&mut reading.roles);
            reading.doubts.extend(doubt);
        }
        Some(reading)
    }

    /// Whether a column has the messages of responses: its heading says so, or all of them are quoted or code.
    fn has_exact_messages(&self, column: usize) -> bool {
        let is_named = || vocabulary::names_messages(self.heading(column));
        let are_quoted = || {
            let mut cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.all(|cell| cell.is_empty() || message::quoted(cell).is_some())
        };
        self.has_messages(column) && (is_named() || are_quoted())
    }

    fn has_messages(&self, column: usize) -> bool {
        let is_said = matches!(self.said[column], Some(Wording::Message | Wording::Error));
        is_said && self.has_phrases(column)
    }

    /// Whether the table starts with a column of phrases, all its headings are known, and one is of causes or remedies.
    /// A table of fields has names in its first column.
    fn has_causes(&self) -> bool {
        let is_cause = |said: &Option<Wording>| said.is_some_and(Wording::explains);
        let is_text = |said: &Option<Wording>| {
            use Wording::{Description, Is, Message, Remark, Title};
            let is_fact = matches!(said, Some(Is(Role::Retry | Role::Example | Role::Url)));
            let is_text = matches!(said, Some(Title | Message | Description | Remark));
            is_cause(said) || is_text || is_fact
        };
        self.said.iter().all(is_text) && self.said.iter().any(is_cause) && self.has_phrases(0)
    }

    /// Whether most cells of a column have several words, or are in a script that does not separate them.
    fn has_phrases(&self, column: usize) -> bool {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let filled = cells.filter(|cell| !cell.is_empty());
        let phrases = filled
            .clone()
            .filter(|cell| cell.plain.contains(' ') || !cell.plain.is_ascii());
        phrases.count() * 2 > filled.count()
    }
}
