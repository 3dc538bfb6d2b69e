//! A change of a spec, and how grave it is.

use clap::ValueEnum;
use codes_spec::{Row, Table};
use serde::Serialize;

/// What a change asks of the next version of a crate that depends on the enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    /// What is shown and told.
    Patch,
    /// What there is in addition, and what code does with a reply.
    Minor,
    /// What no longer compiles, or is no longer read.
    Major,
}

impl Level {
    /// All of them, the gravest first.
    pub(crate) const ALL: [Self; 3] = [Level::Major, Level::Minor, Level::Patch];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Level::Patch => "patch",
            Level::Minor => "minor",
            Level::Major => "major",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Change {
    pub(crate) level: Level,
    /// The name of the row, unless it is the table that has changed.
    pub(crate) row: Option<String>,
    /// The key of the format; `codes` is the row itself.
    pub(crate) key: &'static str,
    /// The values before and after.
    pub(crate) old: Option<String>,
    pub(crate) new: Option<String>,
    /// What that means to those who depend on the enum.
    pub(crate) why: String,
}

/// Collects the changes of one row, or of the table outside its rows.
pub(crate) struct Changes<'c> {
    all: &'c mut Vec<Change>,
    row: Option<&'c str>,
    /// The group or tag under the key.
    part: Option<&'c str>,
}

/// The level of a change, and why it has it.
pub(crate) type Grade = (Level, &'static str);

/// The grades of most changes of text.
pub(super) const SHOWN: Grade = (Level::Patch, "what is shown");
pub(super) const DOCS: Grade = (Level::Patch, "what the docs say");

impl<'c> Changes<'c> {
    pub(crate) fn of(row: Option<&'c str>, all: &'c mut Vec<Change>) -> Self {
        Changes {
            all,
            row,
            part: None,
        }
    }

    /// The changes of a group or tag; its id is put before the values.
    pub(crate) fn of_part<'s>(&'s mut self, part: &'s str) -> Changes<'s> {
        Changes {
            all: self.all,
            row: self.row,
            part: Some(part),
        }
    }

    pub(crate) fn push(
        &mut self,
        level: Level,
        key: &'static str,
        old: Option<String>,
        new: Option<String>,
        why: impl Into<String>,
    ) {
        let text = |text: Option<String>| match self.part {
            Some(part) => Some(format!("{part}: {}", text.unwrap_or_default())),
            None => text,
        };
        let (old, new) = (text(old), text(new));
        self.all.push(Change {
            level,
            row: self.row.map(str::to_owned),
            key,
            old,
            new,
            why: why.into(),
        });
    }

    /// A value, if it is another now.
    pub(crate) fn value(
        &mut self,
        key: &'static str,
        old: Option<String>,
        new: Option<String>,
        (level, why): Grade,
    ) {
        if old != new {
            self.push(level, key, old, new, why);
        }
    }

    /// Items whose order means nothing: those that are gone, and those that came.
    pub(crate) fn items(
        &mut self,
        key: &'static str,
        old: &[String],
        new: &[String],
        gone: Grade,
        came: Grade,
    ) {
        for item in old.iter().filter(|item| !new.contains(item)) {
            self.push(gone.0, key, Some(item.clone()), None, gone.1);
        }
        for item in new.iter().filter(|item| !old.contains(item)) {
            self.push(came.0, key, None, Some(item.clone()), came.1);
        }
    }
}

/// A row of either table.
#[derive(Clone, Copy)]
pub(super) struct RowOf<'t, 'a> {
    pub(super) table: &'t Table<'a>,
    pub(super) row: &'t Row<'a>,
}
