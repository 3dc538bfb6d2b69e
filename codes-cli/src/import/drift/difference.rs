//! A difference, and how it is printed.

use std::fmt;

use codes_spec::Table;
use serde::Serialize;

use super::compared_row::ComparedRow;
use crate::import::model::draft::Draft;
use crate::import::writer;
use crate::text::visible;

/// The table of a spec, and the name of its file if several specs are compared.
#[derive(Clone, Copy)]
pub(crate) struct SpecTable<'t> {
    pub(crate) file: Option<&'t str>,
    pub(crate) table: &'t Table<'t>,
}

/// A difference between page and spec, or between two copies of a page.
#[derive(Debug, Serialize)]
pub(crate) struct Difference {
    change: DriftKind,
    /// The file of the spec that has the row or should get it, if several specs are compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    spec: Option<String>,
    /// The row's name in the spec.
    row: Option<String>,
    /// The row's status and code.
    #[serde(skip)]
    row_key: String,
    /// The key whose value differs, or `codes` for a whole row.
    pub(super) key: &'static str,
    old: Option<String>,
    pub(super) new: Option<String>,
    /// A row that was added, as an item of `codes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    yaml: Option<String>,
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

/// The row that a difference is about.
pub(super) struct RowSubject {
    pub(super) spec: Option<String>,
    pub(super) name: Option<String>,
    pub(super) key: String,
}

impl RowSubject {
    /// A row that no spec has.
    pub(super) fn of(row: &ComparedRow) -> Self {
        RowSubject {
            spec: None,
            name: None,
            key: row.key(),
        }
    }

    pub(super) fn changed(&self, key: &'static str, old: &str, new: &str) -> Difference {
        Difference {
            change: if key == "title" && !old.is_empty() && !new.is_empty() {
                DriftKind::Renamed
            } else {
                DriftKind::Changed
            },
            spec: self.spec.clone(),
            row: self.name.clone(),
            row_key: self.key.clone(),
            key,
            old: some_text(old),
            new: some_text(new),
            yaml: None,
        }
    }
}

impl Difference {
    /// Returns the difference for the row of the page at position `at`, which no spec has.
    pub(super) fn added(
        draft: &Draft,
        at: usize,
        row: &ComparedRow,
        specs: &[SpecTable<'_>],
    ) -> Self {
        let is_section = |spec: &&SpecTable<'_>| {
            let groups = spec.table.groups.iter();
            let mut titles = groups.filter_map(|group| group.title.as_deref());
            !row.group.is_empty()
                && (spec.table.title.as_deref() == Some(&row.group)
                    || titles.any(|title| title == row.group))
        };
        let spec = specs.iter().find(is_section).or(specs.first());
        Difference {
            change: DriftKind::Added,
            spec: spec.and_then(|spec| spec.file).map(str::to_owned),
            row: None,
            row_key: String::new(),
            key: WHOLE_ROW,
            old: None,
            new: some_text(&row.line()),
            yaml: spec.map(|spec| {
                let group = writer::group_id(&row.group, spec.table);
                writer::item(&draft.rows[at], group, spec.table)
            }),
        }
    }

    pub(super) fn gone(row: &ComparedRow, subject: RowSubject) -> Self {
        Difference {
            change: DriftKind::Gone,
            spec: subject.spec,
            row: subject.name,
            row_key: subject.key,
            key: WHOLE_ROW,
            old: some_text(&row.line()),
            new: None,
            yaml: None,
        }
    }
}

pub(super) fn some_text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A line such as ``changed: 402 NoString (NoString): code `A` → `B` ``, followed by the YAML of an added row.
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (old, new) = (self.old.as_deref(), self.new.as_deref());
        let name = self.row.as_ref().map(|name| format!(" ({name})"));
        let name = name.unwrap_or_default();
        let change = || {
            let values = match (old, new) {
                (None, new) => format!("added: `{}`", new.unwrap_or_default()),
                (Some(old), None) => format!("removed: `{old}`"),
                (Some(old), Some(new)) => format!("`{old}` → `{new}`"),
            };
            format!("{}{name}: {} {values}", self.row_key, self.key)
        };
        let (kind, line) = match self.change {
            DriftKind::Added => ("not in the spec", new.unwrap_or_default().to_owned()),
            DriftKind::Gone => (
                "not on the page",
                old.unwrap_or_default().to_owned() + &name,
            ),
            DriftKind::Renamed => ("renamed", change()),
            DriftKind::Changed => ("changed", change()),
        };
        if let Some(spec) = &self.spec {
            write!(f, "{}: ", visible(spec))?;
        }
        writeln!(
            f,
            "{kind}: {}",
            visible(&line.replace(char::is_control, " "))
        )?;
        f.write_str(self.yaml.as_deref().unwrap_or_default())
    }
}
