//! Compares a page with a spec: rows that were added, removed, renamed or changed.

mod compared_row;
mod matcher;

use std::fmt;

use codes_spec::{Row, Table};
use serde::Serialize;

use crate::import::model::draft::Draft;
use crate::text::visible;
use compared_row::{ComparedRow, of_draft, of_spec};
use matcher::Matcher;

/// A difference between page and spec.
#[derive(Debug, Serialize)]
pub(crate) struct Difference {
    change: DriftKind,
    /// The row's name in the spec.
    row: Option<String>,
    /// The row's status and code in the spec.
    #[serde(skip)]
    row_key: String,
    /// The key whose value differs, or `codes` for a whole row.
    key: &'static str,
    old: Option<String>,
    new: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum DriftKind {
    Added,
    Gone,
    Renamed,
    Changed,
}

/// The key of a difference in which a whole row was added or removed.
const WHOLE_ROW: &str = "codes";

/// Returns all differences: those of the rows on the page, in order, then the rows that were removed.
pub(crate) fn differences(draft: &Draft, table: &Table<'_>, texts: bool) -> Vec<Difference> {
    let page: Vec<_> = draft.rows.iter().map(|row| of_draft(row, draft)).collect();
    let spec: Vec<_> = table.rows.iter().map(|row| of_spec(row, table)).collect();
    let matched = Matcher::find(&page, &spec);
    let mut all = Vec::new();
    for (row, at) in page.iter().zip(&matched.of_page) {
        match at {
            Some(at) => all.extend(changes(row, &spec[*at], &table.rows[*at], texts)),
            None => all.push(Difference {
                change: DriftKind::Added,
                row: None,
                row_key: String::new(),
                key: WHOLE_ROW,
                old: None,
                new: some_text(&row.line()),
            }),
        }
    }
    let removed = (0..spec.len()).filter(|at| !matched.taken[*at]);
    all.extend(removed.map(|at| Difference {
        change: DriftKind::Gone,
        row: some_text(&table.rows[at].name),
        row_key: spec[at].key(),
        key: WHOLE_ROW,
        old: some_text(&spec[at].line()),
        new: None,
    }));
    all
}

/// Returns the differences between a row of the page and the matching row of the spec.
fn changes(
    page: &ComparedRow,
    spec: &ComparedRow,
    row: &Row<'_>,
    with_texts: bool,
) -> Vec<Difference> {
    let mut keys = vec![
        ("status", spec.status.as_str(), page.status.as_str()),
        ("code", &spec.code, &page.code),
        ("title", &spec.title, &page.title),
        ("group", &spec.group, &page.group),
    ];
    if with_texts {
        let texts = spec.texts.iter().zip(&page.texts);
        keys.extend(texts.map(|((key, old), (_, new))| (*key, old.as_str(), new.as_str())));
    }
    // few pages state an outcome
    if let Some((page, spec)) = page.outcome.zip(spec.outcome) {
        keys.push(("outcome", spec, page));
    }
    keys.into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(key, old, new)| Difference {
            change: if key == "title" && !old.is_empty() && !new.is_empty() {
                DriftKind::Renamed
            } else {
                DriftKind::Changed
            },
            row: some_text(&row.name),
            row_key: spec.key(),
            key,
            old: some_text(old),
            new: some_text(new),
        })
        .collect()
}

fn some_text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A change as it is printed: ``changed: 402 NoString (NoString): code `A` → `B` ``
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (old, new) = (self.old.as_deref(), self.new.as_deref());
        let (row, key) = (&self.row_key, self.key);
        let name = self.row.as_deref().unwrap_or_default();
        let change = || {
            let values = match (old, new) {
                (None, new) => format!("added: `{}`", new.unwrap_or_default()),
                (Some(old), None) => format!("removed: `{old}`"),
                (Some(old), Some(new)) => format!("`{old}` → `{new}`"),
            };
            format!("{row} ({name}): {key} {values}")
        };
        let (kind, line) = match self.change {
            DriftKind::Added => ("not in the spec", new.unwrap_or_default().to_owned()),
            DriftKind::Gone => (
                "not on the page",
                format!("{} ({name})", old.unwrap_or_default()),
            ),
            DriftKind::Renamed => ("renamed", change()),
            DriftKind::Changed => ("changed", change()),
        };
        let line = line.replace(char::is_control, " ");
        write!(f, "{kind}: {}", visible(&line))
    }
}
