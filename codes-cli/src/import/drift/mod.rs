//! Compares a page with specs, or with an older copy of the page: rows that were added, removed, renamed or changed.

mod compared_row;
mod difference;
mod facts;
mod matcher;

use codes_spec::Table;

use crate::import::model::draft::Draft;
pub(super) use compared_row::ComparedRow;
use compared_row::{of_draft, of_spec};
pub(crate) use difference::{Difference, SpecTable};
use difference::{RowSubject, some_text};
use matcher::Matcher;

/// The rows of a page and of a spec, and which of them are the same.
pub(super) struct Matched {
    pub(super) page: Vec<ComparedRow>,
    pub(super) spec: Vec<ComparedRow>,
    /// For each row of the page, the position of the matching row in the spec.
    pub(super) of_page: Vec<Option<usize>>,
    /// For each row of the spec, whether it is matched.
    pub(super) taken: Vec<bool>,
}

/// Matches the rows of a page with those of a spec.
pub(super) fn matched(draft: &Draft, table: &Table<'_>) -> Matched {
    let page = rows_of_draft(draft);
    let spec = table.rows.iter().map(|row| of_spec(row, table));
    let spec: Vec<_> = spec.collect();
    let Matcher { of_page, taken, .. } = Matcher::find(&page, &spec);
    Matched {
        page,
        spec,
        of_page,
        taken,
    }
}

/// Returns all differences: those of the rows on the page, in order, then the rows that were removed.
pub(crate) fn differences(
    draft: &Draft,
    specs: &[SpecTable<'_>],
    with_texts: bool,
) -> Vec<Difference> {
    let page = rows_of_draft(draft);
    let spec = SpecRows::of(specs);
    let matched = Matcher::find(&page, &spec.rows);
    let mut all = Vec::new();
    for (at, row) in page.iter().enumerate() {
        match matched.of_page[at] {
            Some(known) => {
                let compared = Compared {
                    old: &spec.rows[known],
                    new: row,
                    groups: !spec.table(known).groups.is_empty(),
                    texts: with_texts,
                };
                all.extend(compared.changes(&spec.subject(known)));
            }
            None => all.push(Difference::added(draft, at, row, specs)),
        }
    }
    let removed = (0..spec.rows.len()).filter(|at| !matched.taken[*at]);
    all.extend(removed.map(|at| Difference::gone(&spec.rows[at], spec.subject(at))));
    all
}

/// Returns the changes from an older copy of a page to a newer one, except those that the specs already have.
pub(crate) fn since(before: &Draft, after: &Draft, specs: &[SpecTable<'_>]) -> Vec<Difference> {
    let (old, new) = (rows_of_draft(before), rows_of_draft(after));
    let spec = SpecRows::of(specs);
    let matched = Matcher::find(&new, &old);
    let of_new = Matcher::find(&new, &spec.rows).of_page;
    let of_old = Matcher::find(&old, &spec.rows).of_page;
    let mut all = Vec::new();
    for (at, row) in new.iter().enumerate() {
        match matched.of_page[at] {
            Some(was) => {
                let known = of_old[was].or(of_new[at]);
                let compared = Compared {
                    old: &old[was],
                    new: row,
                    groups: true,
                    texts: true,
                };
                let subject =
                    known.map_or_else(|| RowSubject::of(&old[was]), |at| spec.subject(at));
                let mut changes = compared.changes(&subject);
                changes.retain(|change| {
                    known.is_none_or(|at| !spec.rows[at].has(change.key, change.new.as_deref()))
                });
                all.append(&mut changes);
            }
            None if of_new[at].is_some_and(|at| spec.rows[at].key() == row.key()) => {}
            None => all.push(Difference::added(after, at, row, specs)),
        }
    }
    for at in (0..old.len()).filter(|at| !matched.taken[*at]) {
        if let Some(known) = of_old[at] {
            all.push(Difference::gone(&old[at], spec.subject(known)));
        }
    }
    all
}

fn rows_of_draft(draft: &Draft) -> Vec<ComparedRow> {
    draft.rows.iter().map(|row| of_draft(row, draft)).collect()
}

/// The rows of all specs.
struct SpecRows<'t> {
    specs: &'t [SpecTable<'t>],
    rows: Vec<ComparedRow>,
    /// For each row, the position of its spec and of the row in it.
    places: Vec<(usize, usize)>,
}

impl<'t> SpecRows<'t> {
    fn of(specs: &'t [SpecTable<'t>]) -> Self {
        let (mut rows, mut places) = (Vec::new(), Vec::new());
        for (spec, SpecTable { table, .. }) in specs.iter().enumerate() {
            rows.extend(table.rows.iter().map(|row| of_spec(row, table)));
            places.extend((0..table.rows.len()).map(|at| (spec, at)));
        }
        SpecRows {
            specs,
            rows,
            places,
        }
    }

    fn table(&self, row: usize) -> &'t Table<'t> {
        self.specs[self.places[row].0].table
    }

    fn subject(&self, row: usize) -> RowSubject {
        let (spec, at) = self.places[row];
        RowSubject {
            spec: self.specs[spec].file.map(str::to_owned),
            name: some_text(&self.table(row).rows[at].name),
            key: self.rows[row].key(),
        }
    }
}

/// Two versions of a row.
struct Compared<'r> {
    old: &'r ComparedRow,
    new: &'r ComparedRow,
    groups: bool,
    texts: bool,
}

impl Compared<'_> {
    fn changes(&self, subject: &RowSubject) -> Vec<Difference> {
        let (old, new) = (self.old, self.new);
        let mut keys = vec![
            ("status", old.status.as_str(), new.status.as_str()),
            ("code", &old.code, &new.code),
            ("title", &old.title, &new.title),
        ];
        if self.groups {
            keys.push(("group", &old.group, &new.group));
        }
        if self.texts {
            let texts = old.texts.iter().zip(&new.texts);
            keys.extend(texts.map(|((key, old), (_, new))| (*key, old.as_str(), new.as_str())));
        }
        // an outcome is compared only if both versions have one, since few pages state it
        if let Some((old, new)) = old.outcome.zip(new.outcome) {
            keys.push(("outcome", old, new));
        }
        let changes = keys.into_iter().filter(|(_, old, new)| old != new);
        let mut changes: Vec<_> = changes
            .map(|(key, old, new)| subject.changed(key, old, new))
            .collect();
        // facts that only the spec has were added by a person, so they are not reported
        for (fact, known, added) in new.new_facts(old).filter(|_| self.texts) {
            changes.push(subject.changed(fact.key, &known.text(), &added));
        }
        changes
    }
}
