//! The keys of the rows, and the keys of a page that no row has.

use std::collections::{HashMap, HashSet};

use crate::import::audit::keys::PageKey;
use crate::import::model::draft::Draft;
use crate::import::roles::forms;
use crate::messages::doubts::Doubt;

/// Returns a doubt if there are keys that no row has: error statuses, or codes that are written like those of the rows.
pub(super) fn left_out(rows: &RowKeys<'_>, keys: &[PageKey]) -> Option<Doubt> {
    let left_out = keys.iter().filter(|key| rows.lack(key));
    let mut seen = HashSet::new();
    let mut left_out = left_out.filter(|key| seen.insert(&*key.key));
    let first = left_out.next()?;
    Some(Doubt::KeysLeftOut {
        first: first.key.clone(),
        keys: left_out.count() + 1,
    })
}

/// The keys of the rows of a draft.
pub(super) struct RowKeys<'d> {
    known: HashSet<&'d str>,
    /// How many codes have each form: the codes of the rows or, if the rows have none, those of the page.
    forms: HashMap<String, usize>,
    /// How many codes must have a form, for another code of that form to count as missing.
    least: usize,
    of_codes: bool,
    is_http: bool,
    /// For each column of a table, how many of its keys the rows have, and how many they lack.
    columns: HashMap<(usize, usize), (usize, usize)>,
    /// The tables with a column of which the rows have at least half of the keys.
    read: HashSet<usize>,
}

impl<'d> RowKeys<'d> {
    pub(super) fn of(draft: &'d Draft, keys: &'d [PageKey]) -> Self {
        let codes = || draft.rows.iter().filter_map(|row| row.code.as_deref());
        let statuses = draft.rows.iter().flat_map(|row| &row.statuses);
        let aliases = draft.rows.iter().flat_map(|row| &row.aliases);
        let names = draft.rows.iter().flat_map(|row| &row.name);
        let texts = statuses.chain(aliases).chain(names).map(String::as_str);
        let titles = draft.rows.iter().flat_map(|row| &row.title);
        let titles = titles.map(|title| title.plain.as_str());
        let known: HashSet<&str> = codes().chain(texts).chain(titles).collect();
        let of_codes = codes().next().is_some();
        let mut forms: HashMap<String, usize> = HashMap::new();
        let of_page = keys.iter().filter(|key| !of_codes && !key.is_status);
        for code in codes().chain(of_page.map(|key| &*key.key)) {
            *forms.entry(forms::form(code)).or_default() += 1;
        }
        let mut columns: HashMap<_, (usize, usize)> = HashMap::new();
        for key in keys {
            if let Some(column) = key.column {
                let (has, lacks) = columns.entry(column).or_default();
                *(if known.contains(&*key.key) {
                    has
                } else {
                    lacks
                }) += 1;
            }
        }
        let read = columns.iter().filter(|(_, (has, lacks))| has >= lacks);
        RowKeys {
            read: read.map(|((table, _), _)| *table).collect(),
            least: if of_codes {
                draft.rows.len().div_ceil(3)
            } else {
                3
            },
            is_http: draft.facts.protocol.is_none(),
            known,
            forms,
            of_codes,
            columns,
        }
    }

    pub(super) fn have(&self, key: &PageKey) -> bool {
        self.known.contains(&*key.key)
    }

    pub(super) fn lack(&self, key: &PageKey) -> bool {
        // in a table that was read, a column whose keys are mostly missing from the rows has values of another kind
        let is_other = key.column.is_some_and(|column| {
            let (has, lacks) = self.columns[&column];
            self.read.contains(&column.0) && has < lacks
        });
        if self.known.contains(&*key.key) || is_other {
            return false;
        }
        if key.is_sure {
            return true;
        }
        if key.is_status {
            let has_class = |digits: usize| {
                let class = key.key[..digits].to_owned() + &"xx"[..3 - digits];
                self.known.contains(&*class)
            };
            return self.is_http && !has_class(1) && !has_class(2);
        }
        let form = forms::form(&key.key);
        let is_like_codes = if self.of_codes {
            forms::is_telling(&form)
        } else {
            forms::is_of_codes(&form)
        };
        is_like_codes
            && self
                .forms
                .get(&form)
                .is_some_and(|rows| *rows >= self.least)
    }
}
