//! Which row of the old table is which of the new one.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use codes_spec::{Code, Prose, Row, Table, nearest};

/// The sign by which a row was recognized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MatchedBy {
    Name,
    FormerName,
    Code,
    Alias,
    /// The rows are similar, no more than that.
    Guess,
}

pub(crate) struct Pairs {
    /// For each old row the new one, by position.
    pub(crate) of_old: Vec<Option<(usize, MatchedBy)>>,
    /// Whether a new row is some old one.
    pub(crate) taken: Vec<bool>,
}

/// Certain signs come first, so that only the remaining rows are paired by similarity.
pub(crate) fn find(old: &Table<'_>, new: &Table<'_>) -> Pairs {
    let mut finder = Finder {
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

struct Finder<'t, 'a> {
    old: &'t [Row<'a>],
    new: &'t [Row<'a>],
    pairs: Pairs,
}

impl<'t, 'a> Finder<'t, 'a> {
    fn pair(&mut self, old: usize, new: usize, by: MatchedBy) {
        self.pairs.of_old[old] = Some((new, by));
        self.pairs.taken[new] = true;
    }

    fn old_left(&self) -> impl Iterator<Item = (usize, &'t Row<'a>)> + use<'_, 't, 'a> {
        self.old
            .iter()
            .enumerate()
            .filter(|(i, _)| self.pairs.of_old[*i].is_none())
    }

    fn new_left(&self) -> impl Iterator<Item = (usize, &'t Row<'a>)> + use<'_, 't, 'a> {
        self.new
            .iter()
            .enumerate()
            .filter(|(i, _)| !self.pairs.taken[*i])
    }

    /// Pairs the rows that alone have a key, each on its side.
    fn pair_unique<K: Hash + Eq>(
        &mut self,
        by: MatchedBy,
        old: impl Fn(&'t Row<'a>) -> Vec<K>,
        new: impl Fn(&'t Row<'a>) -> Vec<K>,
    ) {
        let mut keys: HashMap<K, [Vec<usize>; 2]> = HashMap::new();
        for (i, row) in self.old_left() {
            for key in old(row) {
                keys.entry(key).or_default()[0].push(i);
            }
        }
        for (i, row) in self.new_left() {
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

    /// A row can have taken in several, itself among them.
    fn former_names(&mut self) {
        let names = self
            .new
            .iter()
            .enumerate()
            .flat_map(|(i, row)| row.former_names.iter().map(move |name| (name, i)));
        let names: HashMap<_, _> = names.collect();
        let found: Vec<_> = self
            .old_left()
            .filter_map(|(old, row)| Some((old, *names.get(&row.name)?)))
            .collect();
        for (old, new) in found {
            self.pair(old, new, MatchedBy::FormerName);
        }
    }

    /// Pairs the most alike of the rows that share statuses or texts.
    fn pair_similar(&mut self) {
        const COMPARED: usize = 32;
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        let mut words_of_new = vec![HashSet::new(); self.new.len()];
        for (i, row) in self.new_left() {
            words_of_new[i] = words(row);
            for key in keys(row) {
                places.entry(key).or_default().push(i);
            }
        }
        let mut alike = Vec::new();
        for (old, row) in self.old_left() {
            let words = words(row);
            for &new in keys(row)
                .filter_map(|key| places.get(&key))
                .flat_map(|found| found.iter().take(COMPARED))
            {
                let likeness = similarity(row, &words, &self.new[new], &words_of_new[new]);
                alike.extend(likeness.map(|likeness| (likeness, old, new)));
            }
        }
        alike.sort_unstable_by_key(|&(likeness, old, new)| (std::cmp::Reverse(likeness), old, new));
        for (_, old, new) in alike {
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

/// Where rows that may be one are looked for.
fn keys(row: &Row<'_>) -> impl Iterator<Item = String> {
    let texts = [
        row.title.as_deref(),
        row.description.as_ref().map(Prose::plain),
    ];
    let texts = texts.into_iter().flatten().map(str::to_lowercase);
    let statuses = row.statuses.iter().map(|status| status.as_str().to_owned());
    texts.chain(statuses).collect::<HashSet<_>>().into_iter()
}

/// How many of a hundred words two rows have in common, if that is half of them or their names differ by slips.
fn similarity(
    old: &Row<'_>,
    old_words: &HashSet<String>,
    new: &Row<'_>,
    new_words: &HashSet<String>,
) -> Option<usize> {
    const TOO_SHORT: usize = 4;
    // of two integers, one is not the other misspelt
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
    let is_slip =
        || old.name.len() > TOO_SHORT && nearest(&old.name, [new.name.as_ref()]).is_some();
    (share >= 50 || is_slip()).then_some(share)
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
