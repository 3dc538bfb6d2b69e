//! Labelled texts: keys of a row below its heading, and keys of the table above all rows.

use crate::import::extract::collector::Collector;
use crate::import::model::draft::DraftGroup;
use crate::import::model::text::Text;
use crate::import::roles::role::Role;
use crate::import::roles::status;
use crate::import::roles::table_facts::{self, TableFact};
use crate::import::roles::vocabulary;

impl Collector {
    pub(super) fn item(&mut self, depth: usize, text: Text) {
        if let Some((outer, fact)) = self.fact.filter(|(outer, _)| depth > *outer) {
            return match self.draft.groups.last_mut() {
                // an item nested below a group describes the group
                Some(group) if fact == TableFact::Groups && depth > outer + 1 => {
                    group.about.push(text);
                }
                _ => self.take_fact(fact, text),
            };
        }
        self.fact = self.fact_of(&text).map(|(fact, _)| (depth, fact));
        if let Some((fact, rest)) = self.fact_of(&text) {
            if !rest.plain.is_empty() {
                self.take_fact(fact, rest);
            }
            return;
        }
        match self.row {
            Some(_) if self.label_depth > 0 && depth > self.label_depth => {
                self.labelled_item(text);
            }
            Some(_) => {
                self.label_depth = if text.label.is_some() { depth } else { 0 };
                self.labelled(vec![text]);
            }
            None => self.prose(vec![text]),
        }
    }

    /// Returns the key that the label of a text sets, and the rest of the text. The key belongs to the table or to the
    /// group of the current section.
    fn fact_of(&self, text: &Text) -> Option<(TableFact, Text)> {
        let (label, rest) = text
            .labelled()
            .filter(|_| text.label.is_some() && self.row.is_none())?;
        let fact = table_facts::fact(label)?;
        let fits = match &self.section {
            Some(section) => section.group.is_none() && fact == TableFact::About,
            None => self.draft.rows.is_empty(),
        };
        fits.then_some((fact, rest))
    }

    fn take_fact(&mut self, fact: TableFact, text: Text) {
        match (fact, &mut self.section) {
            (TableFact::About, Some(section)) => section.texts.push(text),
            (TableFact::About, None) => self.draft.about.push(text),
            (TableFact::Notes, _) => self.draft.notes.push(text),
            (TableFact::Groups, _) => {
                let (id, title) = match text.labelled() {
                    Some((id, title)) => (id.to_owned(), title.plain),
                    None => (text.plain, String::new()),
                };
                let group = DraftGroup {
                    id,
                    title,
                    about: Vec::new(),
                };
                let at = self.draft.groups.len();
                self.declared.entry(group.heading()).or_insert(at);
                self.draft.groups.push(group);
            }
            _ => self.draft.facts.take(fact, &text),
        }
    }

    /// Handles labelled lines below the heading of a row.
    pub(super) fn labelled(&mut self, lines: Vec<Text>) {
        let mut texts: Vec<Text> = Vec::new();
        for line in lines {
            let is_bold = line.label.is_some();
            let known = line
                .labelled()
                .and_then(|(label, rest)| match vocabulary::label(label) {
                    Some(role) => Some((role, label.to_owned(), rest)),
                    None => is_bold.then(|| (Role::Field, label.to_owned(), rest)),
                });
            match known {
                Some((role, label, rest)) => {
                    self.under_label(std::mem::take(&mut texts));
                    self.label = Some((role, label));
                    texts.push(rest);
                }
                None => texts.push(line),
            }
        }
        self.under_label(texts);
    }

    fn under_label(&mut self, lines: Vec<Text>) {
        let text = Text::join(lines, " ");
        let (role, label) = self
            .label
            .clone()
            .unwrap_or((Role::Description, String::new()));
        let Some(row) = self.draft.rows.last_mut().filter(|_| !text.is_empty()) else {
            return;
        };
        // a label such as `Status:` may be followed by an outcome or a number
        let is_number = role == Role::Outcome
            && row.statuses.is_empty()
            && status::leading_statuses(&text.plain).is_some();
        // a status or code is a single line; further text below it describes the row
        if matches!(role, Role::Status | Role::Code) && row.has(role) {
            self.label = None;
            return row.place(Role::Description, text, "");
        }
        match role {
            _ if text.source == "—" => row.clear_heading(role),
            _ if is_number => row.place(Role::Status, text, &label),
            _ => row.place(role, text, &label),
        }
    }

    /// Handles an item of a list below a label.
    fn labelled_item(&mut self, text: Text) {
        let (role, label) = self
            .label
            .clone()
            .unwrap_or((Role::Description, String::new()));
        let Some(row) = self.draft.rows.last_mut() else {
            return;
        };
        match text.labelled() {
            Some((_, rest)) if role == Role::Fields => {
                let end = text.label.map_or(0, |(end, _)| end);
                let name = &text.plain[..end];
                row.fields
                    .push((name.strip_suffix(':').unwrap_or(name).to_owned(), rest));
            }
            _ => row.place(role, text, &label),
        }
    }
}
