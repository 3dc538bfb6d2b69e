//! What a page says now against what a spec says: rows added, gone, renamed, changed.

use std::collections::{HashMap, HashSet};
use std::fmt;

use codes_spec::{Outcome, Row as SpecRow, Table};

use super::draft::{Draft, Row};
use crate::json::Json;
use crate::wrap::visible;

/// What is compared of a row, whichever side it stands on.
struct Side {
    status: String,
    code: String,
    title: String,
    group: String,
    outcome: Option<&'static str>,
    texts: Vec<(&'static str, String)>,
    /// The words by which rows that are alike are told apart.
    words: HashSet<String>,
}

/// What page and spec say differently.
#[derive(Debug)]
pub(crate) struct Difference {
    /// `added`, `gone`, `renamed` or `changed`.
    what: &'static str,
    /// The row's name in the spec, and its status and code there.
    row: Option<(String, String)>,
    /// The key of the format; none where it is the row itself.
    key: Option<&'static str>,
    old: String,
    new: String,
}

/// All differences: those of the page's rows in their order, then the rows that are gone.
pub(crate) fn report(draft: &Draft, table: &Table<'_>, texts: bool) -> Vec<Difference> {
    let page: Vec<Side> = draft.rows.iter().map(|row| of_draft(row, draft)).collect();
    let spec: Vec<Side> = table.rows.iter().map(|row| of_spec(row, table)).collect();
    let mut matches = Matches {
        page: &page,
        spec: &spec,
        of_page: vec![None; page.len()],
        taken: vec![false; spec.len()],
    };
    matches.find();
    let mut all = Vec::new();
    for (row, at) in page.iter().zip(&matches.of_page) {
        match at {
            Some(at) => all.extend(differences(row, &spec[*at], &table.rows[*at], texts)),
            None => {
                all.push(Difference {
                    what: "added",
                    row: None,
                    key: None,
                    old: String::new(),
                    new: row.line(),
                });
            }
        }
    }
    let gone = spec
        .iter()
        .zip(&matches.taken)
        .zip(&table.rows)
        .filter(|((_, taken), _)| !**taken);
    all.extend(gone.map(|((row, _), named)| {
        let name = Some((named.name.to_string(), row.facts()));
        Difference {
            what: "gone",
            row: name,
            key: None,
            old: row.line(),
            new: String::new(),
        }
    }));
    all
}

/// `changed: 402 NoString (NoString): code: …`
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |text: &str| {
            if text.is_empty() {
                "nothing".to_owned()
            } else {
                format!("`{text}`")
            }
        };
        let line = match (&self.row, self.key) {
            (Some((name, facts)), Some(key)) => {
                format!(
                    "{facts} ({name}): {key}: {} is {} now",
                    shown(&self.old),
                    shown(&self.new)
                )
            }
            (Some((name, _)), None) => format!("{} ({name})", self.old),
            (None, _) => self.new.clone(),
        };
        write!(
            f,
            "{}: {}",
            self.what,
            visible(&line.replace(char::is_control, " "))
        )
    }
}

impl Difference {
    pub(crate) fn json(&self) -> Json {
        let text = |text: &str| Json::from((!text.is_empty()).then(|| text.to_owned()));
        Json::Object(vec![
            ("change", self.what.into()),
            ("row", self.row.as_ref().map(|(name, _)| text(name)).into()),
            ("key", self.key.unwrap_or("codes").into()),
            ("old", text(&self.old)),
            ("new", text(&self.new)),
        ])
    }
}

struct Matches<'s> {
    page: &'s [Side],
    spec: &'s [Side],
    of_page: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl<'s> Matches<'s> {
    /// Rows that agree in most come together first; those left, by less.
    fn find(&mut self) {
        self.by(|row| Some((&row.status, &row.code, &row.title)), 0);
        self.by(
            |row| (!row.code.is_empty()).then_some((&row.status, &row.code)),
            0,
        );
        self.by(|row| (!row.code.is_empty()).then_some(&row.code), 0);
        self.by(|row| (!row.title.is_empty()).then_some(&row.title), 0);
        self.by(|row| (!row.status.is_empty()).then_some(&row.status), 1);
    }

    /// Matches rows that have one key; of several, those that have most words in common.
    /// Where there are several, fewer words than `least` are none.
    fn by<K: std::hash::Hash + Eq>(&mut self, key: impl Fn(&'s Side) -> Option<K>, least: usize) {
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
        pairs.sort_by_key(|&(alike, i, at)| (std::cmp::Reverse(alike), i, at));
        for (_, i, at) in pairs {
            if self.of_page[i].is_none() && !self.taken[at] {
                self.of_page[i] = Some(at);
                self.taken[at] = true;
            }
        }
    }
}

fn of_draft(row: &Row, draft: &Draft) -> Side {
    let plain = |texts: &[super::page::Text]| {
        texts
            .iter()
            .map(|text| squeezed(&text.plain))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let title = row
        .title
        .as_ref()
        .map_or(String::new(), |title| squeezed(&title.plain));
    let group = row
        .group
        .and_then(|i| draft.groups.get(i))
        .map_or(String::new(), |group| squeezed(&group.title));
    let texts = vec![
        ("description", plain(&row.description)),
        ("when", plain(&row.when)),
        ("action", plain(&row.action)),
    ];
    let code = row.code.clone().unwrap_or_default();
    let outcome = row.outcome.map(Outcome::as_str);
    Side {
        status: statuses(row.statuses.iter().map(String::as_str)),
        words: words(&title, &texts),
        code,
        title,
        group,
        outcome,
        texts,
    }
}

fn of_spec(row: &SpecRow<'_>, table: &Table<'_>) -> Side {
    let title = squeezed(row.title.as_deref().unwrap_or_default());
    let group = row.group.and_then(|i| table.groups.get(i));
    let group = group.map_or(String::new(), |group| {
        squeezed(group.title.as_deref().unwrap_or(&group.id))
    });
    let plain = |prose: &codes_spec::Prose<'_>| squeezed(prose.plain());
    let texts = vec![
        (
            "description",
            row.description.as_ref().map(plain).unwrap_or_default(),
        ),
        (
            "when",
            row.when.iter().map(plain).collect::<Vec<_>>().join(" "),
        ),
        ("action", row.action.as_ref().map(plain).unwrap_or_default()),
    ];
    let mut words = words(&title, &texts);
    words.extend(row.messages.iter().flat_map(|message| split(message)));
    Side {
        status: statuses(row.statuses.iter().map(codes_spec::Status::as_str)),
        code: row.code.as_ref().map_or(String::new(), |code| {
            code.show(table.code_format).into_owned()
        }),
        outcome: Some(row.outcome.as_str()),
        title,
        group,
        texts,
        words,
    }
}

fn statuses<'t>(statuses: impl Iterator<Item = &'t str>) -> String {
    let mut all: Vec<_> = statuses
        .map(|status| status.replace(' ', "").to_lowercase())
        .collect();
    all.sort_unstable();
    all.dedup();
    all.join(", ")
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn split(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 2)
        .map(str::to_lowercase)
}

fn words(title: &str, texts: &[(&str, String)]) -> HashSet<String> {
    texts
        .iter()
        .flat_map(|(_, text)| split(text))
        .chain(split(title))
        .collect()
}

/// What differs between a row of the page and its row of the spec.
fn differences(page: &Side, spec: &Side, row: &SpecRow<'_>, texts: bool) -> Vec<Difference> {
    let outcome = page
        .outcome
        .zip(spec.outcome)
        .filter(|(page, spec)| page != spec);
    let mut keys = vec![
        ("status", &spec.status, &page.status),
        ("code", &spec.code, &page.code),
    ];
    keys.push(("title", &spec.title, &page.title));
    keys.push(("group", &spec.group, &page.group));
    if texts {
        keys.extend(
            spec.texts
                .iter()
                .zip(&page.texts)
                .map(|((key, old), (_, new))| (*key, old, new)),
        );
    }
    let difference = |(key, old, new): (&'static str, &String, &String)| {
        let what = if key == "title" && !old.is_empty() && !new.is_empty() {
            "renamed"
        } else {
            "changed"
        };
        let name = Some((row.name.to_string(), spec.facts()));
        Difference {
            what,
            row: name,
            key: Some(key),
            old: old.clone(),
            new: new.clone(),
        }
    };
    let changed = keys
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(difference);
    let outcome =
        outcome.map(|(page, spec)| difference(("outcome", &spec.to_owned(), &page.to_owned())));
    changed.chain(outcome).collect()
}

impl Side {
    /// The status and the code.
    fn facts(&self) -> String {
        let facts = [&self.status, &self.code].map(String::as_str);
        facts
            .into_iter()
            .filter(|fact| !fact.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn line(&self) -> String {
        let parts = [&self.status, &self.code, &self.title, &self.texts[0].1].map(String::as_str);
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" | ")
    }
}
