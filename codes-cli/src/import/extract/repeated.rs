//! Rows that the page has twice: in a table with details, and in one without.

use std::collections::{HashMap, HashSet};

use crate::import::model::draft::Draft;
use crate::import::model::row::DraftRow;
use crate::messages::doubts::Doubt;
use crate::messages::drafts::Skipped;
use crate::messages::source_notes::SourceDoubt;

impl Draft {
    /// Removes rows that repeat others, and adds a doubt where several remaining rows have the same key.
    pub(crate) fn drop_repeats(&mut self) {
        self.drop_rows(true);
        // a machine-readable document has one doubt about all such rows
        let is_doubted =
            |doubt: &Doubt| matches!(doubt, Doubt::Source(SourceDoubt::Repeated { .. }));
        if !self.doubts.iter().any(is_doubted) {
            self.doubt_shared_codes();
        }
    }

    /// Removes rows that repeat others, and the groups that lose all their rows.
    pub(crate) fn drop_copies(&mut self) {
        self.drop_rows(false);
    }

    fn drop_rows(&mut self, doubts_groups: bool) {
        let used = self.used_groups();
        self.drop_repeated();
        self.drop_duplicates(doubts_groups);
        let dropped = self.drop_groups(|at, _| used.contains(&at));
        self.note_groups(dropped);
    }

    fn doubt_shared_codes(&mut self) {
        let mut by_key: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, row) in self.rows.iter().enumerate() {
            if let Some(code) = row.code.as_ref().filter(|_| row.messages.is_empty()) {
                let key = (&row.statuses, code, &row.detail);
                by_key.entry(key).or_default().push(at);
            }
        }
        let shared = by_key.into_iter().filter(|(_, places)| places.len() > 1);
        let shared: Vec<_> = shared
            .map(|((_, code, _), places)| (places[0], code.clone(), places.len()))
            .collect();
        for (at, code, rows) in shared {
            self.rows[at].doubts.push(Doubt::SharedCode { code, rows });
        }
        let mut by_status: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, row) in self.rows.iter().enumerate() {
            if row.code.is_none() && row.messages.is_empty() {
                by_status.entry(&row.statuses).or_default().push(at);
            }
        }
        let shared = by_status.into_values().filter(|places| places.len() > 1);
        let shared: Vec<_> = shared.map(|places| (places[0], places.len())).collect();
        for (at, rows) in shared {
            self.rows[at].doubts.push(Doubt::SharedStatus(rows));
        }
    }

    /// Adds a doubt to rows that are repeated in another group, unless all rows of that region are repeated, as in a
    /// list of all codes. `originals` has the row that each row repeats.
    fn doubt_groups(&mut self, originals: &[Option<usize>]) {
        let rows = self.rows.iter().zip(originals);
        let with_others: HashSet<usize> = rows
            .filter(|(_, original)| original.is_none())
            .map(|(row, _)| row.region)
            .collect();
        for (at, original) in originals.iter().enumerate() {
            let Some(original) = *original else {
                continue;
            };
            let row = &self.rows[at];
            let is_elsewhere = row.is_in_other_group(&self.rows[original]);
            if is_elsewhere && with_others.contains(&row.region) {
                self.rows[original].doubt_once(Doubt::GroupsOfDuplicates);
            }
        }
    }

    /// Removes rows that add nothing to a row with the same key in another region.
    fn drop_repeated(&mut self) {
        let mut by_key: HashMap<(&[String], &str), Vec<usize>> = HashMap::new();
        for (at, row) in self.rows.iter().enumerate() {
            if let Some(code) = &row.code {
                by_key.entry((&row.statuses, code)).or_default().push(at);
            }
        }
        let mut originals = vec![None; self.rows.len()];
        for places in by_key.values().filter(|places| places.len() > 1) {
            // the row with the most facts, or the first of several such rows
            let fullest = places
                .iter()
                .rev()
                .max_by_key(|at| self.rows[**at].facts().count());
            let Some(&fullest) = fullest else {
                continue;
            };
            for &at in places {
                let (row, full) = (&self.rows[at], &self.rows[fullest]);
                let is_repeated = row.region != full.region && row.is_part_of(full);
                originals[at] = is_repeated.then_some(fullest);
            }
        }
        self.doubt_groups(&originals);
        let mut originals = originals.iter();
        let mut lines = Vec::new();
        let mut doubts = Vec::new();
        self.rows.retain_mut(|row| {
            let is_repeated = originals.next().is_some_and(Option::is_some);
            if is_repeated {
                let of_others = row.doubts.drain(..).filter(|doubt| !doubt.is_about_row());
                doubts.extend(of_others);
                lines.append(&mut row.skipped);
                lines.push(Skipped::DuplicateRow(row.line()));
            }
            !is_repeated
        });
        self.below.extend(lines);
        self.doubts.extend(doubts);
    }
}

impl DraftRow {
    /// The texts of the row other than its key.
    fn facts(&self) -> impl Iterator<Item = &str> {
        let fields = self.fields.iter().map(|(_, text)| text);
        self.texts()
            .chain(fields)
            .map(|text| text.plain.as_str())
            .chain(self.examples.iter().map(String::as_str))
    }

    fn is_part_of(&self, other: &DraftRow) -> bool {
        self.facts()
            .all(|fact| other.facts().any(|known| known.eq_ignore_ascii_case(fact)))
    }
}
