//! Which row of the page is which row of the spec.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;

use super::compared_row::ComparedRow;

pub(super) struct Matcher<'s> {
    page: &'s [ComparedRow],
    spec: &'s [ComparedRow],
    /// For each row of the page, the position of its row in the spec.
    pub(super) of_page: Vec<Option<usize>>,
    /// Whether a row of the spec is that of a row on the page.
    pub(super) taken: Vec<bool>,
}

impl<'s> Matcher<'s> {
    /// Matches rows that agree in most first, then those left by less.
    pub(super) fn find(page: &'s [ComparedRow], spec: &'s [ComparedRow]) -> Self {
        let mut matcher = Matcher {
            page,
            spec,
            of_page: vec![None; page.len()],
            taken: vec![false; spec.len()],
        };
        let has_code = |row: &&ComparedRow| !row.code.is_empty();
        matcher.match_by(|row| Some((&row.status, &row.code, &row.title)), 0);
        matcher.match_by(
            |row| {
                Some(row)
                    .filter(has_code)
                    .map(|row| (&row.status, &row.code))
            },
            0,
        );
        matcher.match_by(|row| Some(row).filter(has_code).map(|row| &row.code), 0);
        matcher.match_by(|row| (!row.title.is_empty()).then_some(&row.title), 0);
        matcher.match_by(|row| (!row.status.is_empty()).then_some(&row.status), 1);
        matcher
    }

    /// Matches rows that have one key; of several, those that have most words in common.
    /// Where there are several, fewer words than `least` are none.
    fn match_by<K: Hash + Eq>(&mut self, key: impl Fn(&'s ComparedRow) -> Option<K>, least: usize) {
        const COMPARED: usize = 64;
        let mut by_key: HashMap<K, Vec<usize>> = HashMap::new();
        let (page, spec) = (self.page, self.spec);
        for (i, row) in spec.iter().enumerate().filter(|(i, _)| !self.taken[*i]) {
            if let Some(key) = key(row) {
                by_key.entry(key).or_default().push(i);
            }
        }
        // the most alike first, so that a row that is gone leaves the others to their likes
        let mut pairs = Vec::new();
        for (i, row) in page
            .iter()
            .enumerate()
            .filter(|(i, _)| self.of_page[*i].is_none())
        {
            let Some(found) = key(row).and_then(|key| by_key.get(&key)) else {
                continue;
            };
            let start = found.partition_point(|at| at + COMPARED / 2 < i);
            for &at in found[start.min(found.len().saturating_sub(COMPARED))..]
                .iter()
                .take(COMPARED)
            {
                let alike = row.words.intersection(&self.spec[at].words).count();
                if alike >= least || found.len() == 1 {
                    pairs.push((alike, i, at));
                }
            }
        }
        pairs.sort_by_key(|&(alike, i, at)| (Reverse(alike), i, at));
        for (_, i, at) in pairs {
            if self.of_page[i].is_none() && !self.taken[at] {
                self.of_page[i] = Some(at);
                self.taken[at] = true;
            }
        }
    }
}
