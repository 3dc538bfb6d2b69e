//! Pairs the rows of the old table with those of the new one.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use codes_spec::{Code, Prose, Row, Table, nearest};

/// How two rows were recognized as the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MatchedBy {
    Name,
    FormerName,
    Code,
    Alias,
    /// The rows have similar statuses or texts.
    Guess,
}

pub(crate) struct Pairs {
    /// For each old row, the position of the new one.
    pub(crate) of_old: Vec<Option<(usize, MatchedBy)>>,
    /// For each new row, whether it is paired.
    pub(crate) taken: Vec<bool>,
}

/// Pairs rows by name and code first, so that only the remaining rows are paired by similarity.
pub(crate) fn find(old: &Table<'_>, new: &Table<'_>) -> Pairs {
    let mut finder = PairFinder {
        old: &old.rows,
        new: &new.rows,
        pairs: Pairs {
            of_old: vec![None; old.rows.len()],
            taken: vec![false; new.rows.len()],
        },
    };
    finder.pair_unique(
        MatchedBy::Name,
        |row| vec![&row.name],
        |row| vec![&row.name],
    );
    finder.former_names();
    finder.pair_unique(MatchedBy::Code, code_and_statuses, code_and_statuses);
    finder.pair_unique(
        MatchedBy::Code,
        |row| row.code.iter().collect(),
        |row| row.code.iter().collect(),
    );
    finder.pair_unique(
        MatchedBy::Alias,
        |row| row.code.iter().collect(),
        |row| row.aliases.iter().collect(),
    );
    finder.pair_unique(
        MatchedBy::Alias,
        |row| row.aliases.iter().collect(),
        |row| row.code.iter().collect(),
    );
    finder.pair_similar();
    finder.pairs
}

struct PairFinder<'t, 'a> {
    old: &'t [Row<'a>],
    new: &'t [Row<'a>],
    pairs: Pairs,
}

impl<'t, 'a> PairFinder<'t, 'a> {
    fn pair(&mut self, old: usize, new: usize, by: MatchedBy) {
        self.pairs.of_old[old] = Some((new, by));
        self.pairs.taken[new] = true;
    }

    fn unpaired_old(&self) -> impl Iterator<Item = (usize, &'t Row<'a>)> + use<'_, 't, 'a> {
        self.old
            .iter()
            .enumerate()
            .filter(|(i, _)| self.pairs.of_old[*i].is_none())
    }

    fn unpaired_new(&self) -> impl Iterator<Item = (usize, &'t Row<'a>)> + use<'_, 't, 'a> {
        self.new
            .iter()
            .enumerate()
            .filter(|(i, _)| !self.pairs.taken[*i])
    }

    /// Pairs rows by keys that only one row on each side has.
    fn pair_unique<K: Hash + Eq>(
        &mut self,
        by: MatchedBy,
        old: impl Fn(&'t Row<'a>) -> Vec<K>,
        new: impl Fn(&'t Row<'a>) -> Vec<K>,
    ) {
        let mut keys: HashMap<K, [Vec<usize>; 2]> = HashMap::new();
        for (i, row) in self.unpaired_old() {
            for key in old(row) {
                keys.entry(key).or_default()[0].push(i);
            }
        }
        for (i, row) in self.unpaired_new() {
            for key in new(row) {
                keys.entry(key).or_default()[1].push(i);
            }
        }
        let mut found: Vec<_> = keys
            .into_values()
            .filter_map(|[old, new]| Some((single(&old)?, single(&new)?)))
            .collect();
        found.sort_unstable();
        for (old, new) in found {
            if self.pairs.of_old[old].is_none() && !self.pairs.taken[new] {
                self.pair(old, new, by);
            }
        }
    }

    /// Pairs rows with the new row that lists their name as a former name. Several old rows may become one.
    fn former_names(&mut self) {
        let names = self
            .new
            .iter()
            .enumerate()
            .flat_map(|(i, row)| row.former_names.iter().map(move |name| (name, i)));
        let names: HashMap<_, _> = names.collect();
        let found: Vec<_> = self
            .unpaired_old()
            .filter_map(|(old, row)| Some((old, *names.get(&row.name)?)))
            .collect();
        for (old, new) in found {
            self.pair(old, new, MatchedBy::FormerName);
        }
    }

    /// Pairs rows that share a status or text, the most similar first.
    fn pair_similar(&mut self) {
        const COMPARED: usize = 32;
        let mut rows_by_key: HashMap<String, Vec<usize>> = HashMap::new();
        let mut words_of_new = vec![HashSet::new(); self.new.len()];
        for (i, row) in self.unpaired_new() {
            words_of_new[i] = words(row);
            for key in keys(row) {
                rows_by_key.entry(key).or_default().push(i);
            }
        }
        let mut similar = Vec::new();
        for (old, row) in self.unpaired_old() {
            let words = words(row);
            for &new in keys(row)
                .filter_map(|key| rows_by_key.get(&key))
                .flat_map(|found| found.iter().take(COMPARED))
            {
                let score = similarity(row, &words, &self.new[new], &words_of_new[new]);
                similar.extend(score.map(|score| (score, old, new)));
            }
        }
        similar.sort_unstable_by_key(|&(score, old, new)| (std::cmp::Reverse(score), old, new));
        for (_, old, new) in similar {
            if self.pairs.of_old[old].is_none() && !self.pairs.taken[new] {
                self.pair(old, new, MatchedBy::Guess);
            }
        }
    }
}

fn code_and_statuses<'t, 'a>(row: &'t Row<'a>) -> Vec<(&'t Code<'a>, String)> {
    row.code
        .iter()
        .map(|code| (code, row.show_statuses()))
        .collect()
}

fn single(rows: &[usize]) -> Option<usize> {
    if let [row] = rows { Some(*row) } else { None }
}

/// The row's texts and statuses. Rows are compared for similarity only if they share one of these.
fn keys(row: &Row<'_>) -> impl Iterator<Item = String> {
    let texts = [
        row.title.as_deref(),
        row.description.as_ref().map(Prose::plain),
    ];
    let texts = texts.into_iter().flatten().map(str::to_lowercase);
    let statuses = row.statuses.iter().map(|status| status.as_str().to_owned());
    texts.chain(statuses).collect::<HashSet<_>>().into_iter()
}

/// The percentage of words that two rows have in common, if it is at least 50 or the names differ by a typo.
fn similarity(
    old: &Row<'_>,
    old_words: &HashSet<String>,
    new: &Row<'_>,
    new_words: &HashSet<String>,
) -> Option<usize> {
    const TOO_SHORT: usize = 4;
    // different integers are different codes, not typos
    if matches!(
        (&old.code, &new.code),
        (Some(Code::Int(_) | Code::Range(..)), Some(_))
    ) && old.title != new.title
    {
        return None;
    }
    let common = old_words.intersection(new_words).count();
    let share = (200 * common)
        .checked_div(old_words.len() + new_words.len())
        .unwrap_or(0);
    let is_typo =
        || old.name.len() > TOO_SHORT && nearest(&old.name, [new.name.as_ref()]).is_some();
    (share >= 50 || is_typo()).then_some(share)
}

/// The words of a row's name and texts, in lower case.
fn words(row: &Row<'_>) -> HashSet<String> {
    let mut text = String::new();
    for c in row.name.chars() {
        text.extend(c.is_uppercase().then_some(' '));
        text.push(c);
    }
    for part in row
        .title
        .iter()
        .map(AsRef::as_ref)
        .chain(row.description.iter().map(Prose::plain))
    {
        text.push(' ');
        text.push_str(part);
    }
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
