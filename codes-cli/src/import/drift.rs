//! What a page says now against what a spec says: rows added, gone, renamed, changed.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use codes_spec::{Row as SpecRow, Table};

use super::draft::{Draft, Row};

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

/// The report, a line for each difference, and how many there are.
pub(crate) fn report(draft: &Draft, table: &Table<'_>, texts: bool) -> (String, usize) {
    let page: Vec<Side> = draft.rows.iter().map(|row| of_draft(row, draft)).collect();
    let spec: Vec<Side> = table.rows.iter().map(|row| of_spec(row, table)).collect();
    let mut matches =
        Matches { page: &page, spec: &spec, of_page: vec![None; page.len()], taken: vec![false; spec.len()] };
    matches.find();
    let mut lines: Vec<String> = Vec::new();
    for (row, at) in page.iter().zip(&matches.of_page) {
        match at {
            Some(at) => lines.extend(differences(row, &spec[*at], &table.rows[*at], texts)),
            None => lines.push(format!("added: {}", row.line())),
        }
    }
    let gone = spec.iter().zip(&matches.taken).zip(&table.rows).filter(|((_, taken), _)| !**taken);
    lines.extend(gone.map(|((row, _), named)| format!("gone: {} ({})", row.line(), named.name)));
    let count = lines.len();
    (
        lines.iter().fold(String::new(), |mut all, line| {
            let _ = writeln!(all, "{}", line.replace(char::is_control, " "));
            all
        }),
        count,
    )
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
        self.by(|row| (!row.code.is_empty()).then_some((&row.status, &row.code)), 0);
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
        for (i, row) in page.iter().enumerate().filter(|(i, _)| self.of_page[*i].is_none()) {
            let Some(found) = key(row).and_then(|key| by_key.get(&key)) else { continue };
            let start = found.partition_point(|at| at + COMPARED / 2 < i);
            for &at in found[start.min(found.len().saturating_sub(COMPARED))..].iter().take(COMPARED) {
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
    let plain =
        |texts: &[super::page::Text]| texts.iter().map(|text| squeezed(&text.plain)).collect::<Vec<_>>().join(" ");
    let title = row.title.as_ref().map_or(String::new(), |title| squeezed(&title.plain));
    let group = row.group.and_then(|i| draft.groups.get(i)).map_or(String::new(), |group| squeezed(&group.title));
    let texts =
        vec![("description", plain(&row.description)), ("when", plain(&row.when)), ("action", plain(&row.action))];
    let code = row.code.clone().unwrap_or_default();
    let outcome = row.outcome;
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
    let group = group.map_or(String::new(), |group| squeezed(group.title.as_deref().unwrap_or(&group.id)));
    let plain = |prose: &codes_spec::Prose<'_>| squeezed(prose.plain());
    let texts = vec![
        ("description", row.description.as_ref().map(plain).unwrap_or_default()),
        ("when", row.when.iter().map(plain).collect::<Vec<_>>().join(" ")),
        ("action", row.action.as_ref().map(plain).unwrap_or_default()),
    ];
    let mut words = words(&title, &texts);
    words.extend(row.messages.iter().flat_map(|message| split(message)));
    Side {
        status: statuses(row.statuses.iter().map(codes_spec::Status::as_str)),
        code: row.code.as_ref().map_or(String::new(), |code| code.show(table.code_format).into_owned()),
        outcome: Some(row.outcome.as_str()),
        title,
        group,
        texts,
        words,
    }
}

fn statuses<'t>(statuses: impl Iterator<Item = &'t str>) -> String {
    let mut all: Vec<_> = statuses.map(|status| status.replace(' ', "").to_lowercase()).collect();
    all.sort_unstable();
    all.dedup();
    all.join(", ")
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn split(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_lowercase)
}

fn words(title: &str, texts: &[(&str, String)]) -> HashSet<String> {
    texts.iter().flat_map(|(_, text)| split(text)).chain(split(title)).collect()
}

/// What differs between a row of the page and its row of the spec.
fn differences(page: &Side, spec: &Side, row: &SpecRow<'_>, texts: bool) -> Vec<String> {
    let outcome = page.outcome.zip(spec.outcome).filter(|(page, spec)| page != spec);
    let mut keys = vec![("status", &spec.status, &page.status), ("code", &spec.code, &page.code)];
    keys.push(("title", &spec.title, &page.title));
    keys.push(("group", &spec.group, &page.group));
    if texts {
        keys.extend(spec.texts.iter().zip(&page.texts).map(|((key, old), (_, new))| (*key, old, new)));
    }
    let facts = || {
        [&spec.status, &spec.code]
            .map(String::as_str)
            .into_iter()
            .filter(|fact| !fact.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let line = |(key, old, new): (&str, &String, &String)| {
        let shown = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("`{text}`") };
        let word = if key == "title" && !old.is_empty() && !new.is_empty() { "renamed" } else { "changed" };
        format!("{word}: {} ({}): {key}: {} is {} now", facts(), row.name, shown(old), shown(new))
    };
    let changed = keys.into_iter().filter(|(_, old, new)| old != new).map(line);
    let outcome = outcome.map(|(page, spec)| line(("outcome", &spec.to_owned(), &page.to_owned())));
    changed.chain(outcome).collect()
}

impl Side {
    fn line(&self) -> String {
        let parts = [&self.status, &self.code, &self.title, &self.texts[0].1].map(String::as_str);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" | ")
    }
}
