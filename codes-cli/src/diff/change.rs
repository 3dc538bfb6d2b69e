//! A change between two specs, and its level.

use clap::ValueEnum;
use codes_spec::{Row, Table};
use serde::Serialize;

use crate::messages::diff as why;

/// The release that a change requires of the crate with the enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    /// Only displayed text or documentation changes
    Patch,
    /// Something is added, or replies are handled differently
    Minor,
    /// Programs that use the enum no longer compile, or a code no longer matches
    Major,
}

impl Level {
    /// All levels, the highest first.
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
    /// The name of the row, or `None` for a change outside the rows.
    pub(crate) row: Option<String>,
    /// The key whose value changed, or `codes` if the whole row was added or removed.
    pub(crate) key: &'static str,
    /// The value before the change, if there was one.
    pub(crate) old: Option<String>,
    /// The value after the change, if there is one.
    pub(crate) new: Option<String>,
    /// The consequence for users of the enum.
    pub(crate) why: String,
}

/// Collects the changes to one row, or to the table outside its rows.
pub(crate) struct Changes<'c> {
    all: &'c mut Vec<Change>,
    row: Option<&'c str>,
    /// The id of the group or tag that the changes belong to.
    part: Option<&'c str>,
}

/// The level of a change and the reason for it.
pub(crate) type Grade = (Level, &'static str);

pub(super) const DISPLAYED_TEXT: Grade = (Level::Patch, why::DISPLAYED_TEXT);
pub(super) const DOCUMENTATION: Grade = (Level::Patch, why::DOCUMENTATION);

impl<'c> Changes<'c> {
    pub(crate) fn of(row: Option<&'c str>, all: &'c mut Vec<Change>) -> Self {
        Changes {
            all,
            row,
            part: None,
        }
    }

    /// Returns a collector for the changes to a group or tag. It puts the id of the group or tag before each value.
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

    /// Adds a change if the value differs.
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

    /// Adds a change for each item that was removed or added. The order of the items does not matter.
    pub(crate) fn items(
        &mut self,
        key: &'static str,
        old: &[String],
        new: &[String],
        removed: Grade,
        added: Grade,
    ) {
        for item in old.iter().filter(|item| !new.contains(item)) {
            self.push(removed.0, key, Some(item.clone()), None, removed.1);
        }
        for item in new.iter().filter(|item| !old.contains(item)) {
            self.push(added.0, key, None, Some(item.clone()), added.1);
        }
    }
}

/// A row together with its table.
#[derive(Clone, Copy)]
pub(super) struct RowOf<'t, 'a> {
    pub(super) table: &'t Table<'a>,
    pub(super) row: &'t Row<'a>,
}
