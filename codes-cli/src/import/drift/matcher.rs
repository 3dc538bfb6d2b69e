//! Matches the rows of a page with those of a spec.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;

use super::compared_row::ComparedRow;

pub(super) struct Matcher<'s> {
    page: &'s [ComparedRow],
    spec: &'s [ComparedRow],
    /// For each row of the page, the position of the matching row in the spec.
    pub(super) of_page: Vec<Option<usize>>,
    /// For each row of the spec, whether it is matched.
    pub(super) taken: Vec<bool>,
}

impl<'s> Matcher<'s> {
    /// Matches rows that agree in status, code and title first, then the others by fewer of these.
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

    /// Matches rows with the same key. If several rows have the key, those with the most words in common are matched,
    /// but only if there are at least `least` such words.
    fn match_by<K: Hash + Eq>(&mut self, key: impl Fn(&'s ComparedRow) -> Option<K>, least: usize) {
        const COMPARED: usize = 64;
        let mut by_key: HashMap<K, Vec<usize>> = HashMap::new();
        let (page, spec) = (self.page, self.spec);
        for (i, row) in spec.iter().enumerate().filter(|(i, _)| !self.taken[*i]) {
            if let Some(key) = key(row) {
                by_key.entry(key).or_default().push(i);
            }
        }
        // most similar pairs first, so that a removed row does not shift the matches of the others
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
                let common = row.words.intersection(&self.spec[at].words).count();
                if common >= least || found.len() == 1 {
                    pairs.push((common, i, at));
                }
            }
        }
        pairs.sort_by_key(|&(common, i, at)| (Reverse(common), i, at));
        for (_, i, at) in pairs {
            if self.of_page[i].is_none() && !self.taken[at] {
                self.of_page[i] = Some(at);
                self.taken[at] = true;
            }
        }
    }
}
