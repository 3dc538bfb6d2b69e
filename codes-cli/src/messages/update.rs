//! Texts of `codes import --update`.

use std::fmt;
use std::path::Path;

use super::edit::Refusal;
use super::{Message, shown};
use crate::text::{count, visible};

/// The note of a row that the source no longer has. It holds no date, so that a second run changes nothing.
pub(crate) const GONE: &str = "No longer listed by the vendor.";

/// A change to a row, or the reason why a change was not made.
#[derive(Debug)]
pub(crate) enum Note {
    Added {
        row: String,
    },
    Changed {
        row: String,
        key: &'static str,
        new: String,
    },
    Deprecated {
        row: String,
    },
    Listed {
        row: String,
    },
    Removed {
        row: String,
    },
    /// A difference that a person has to decide about.
    Differs {
        line: usize,
        row: String,
        key: &'static str,
        new: String,
    },
    Refused {
        line: usize,
        row: String,
        key: &'static str,
        reason: Refusal,
    },
    /// A row of the source that cannot be added, for example because its code is an alias or is reserved.
    NotAdded {
        row: String,
        reason: String,
    },
    GroupAdded {
        group: String,
    },
    /// A group or tag that is not added to the spec.
    LeftOut {
        what: String,
        reason: String,
    },
    RetrievedRefused {
        reason: Refusal,
    },
}

impl Note {
    /// Whether the note reports a change that was made to the spec.
    pub(crate) fn is_change(&self) -> bool {
        matches!(
            self,
            Note::Added { .. }
                | Note::GroupAdded { .. }
                | Note::Changed { .. }
                | Note::Deprecated { .. }
                | Note::Listed { .. }
                | Note::Removed { .. }
        )
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Note::Added { row } => format!("added: {row}"),
            Note::Changed { row, key, new } => format!("changed: {row}: {key} is now `{new}`"),
            Note::Deprecated { row } => format!("deprecated: {row}"),
            Note::Listed { row } => format!("listed again: {row}"),
            Note::Removed { row } => format!("removed: {row}"),
            Note::Differs {
                line,
                row,
                key,
                new,
            } => {
                format!("line {line}: {row}: {key} is `{new}` in the source; not changed")
            }
            Note::Refused {
                line,
                row,
                key,
                reason,
            } => {
                format!("line {line}: {row}: {key} is not changed: {reason}")
            }
            Note::GroupAdded { group } => format!("added: group `{group}`"),
            Note::LeftOut { what, reason } => format!("not added: {what}: {reason}"),
            Note::NotAdded { row, reason } => format!("not added: {row}: {reason}"),
            Note::RetrievedRefused { reason } => format!("`retrieved` is not changed: {reason}"),
        };
        let text = text.replace(char::is_control, " ");
        f.write_str(&visible(&text))
    }
}

pub(crate) fn code_is_alias(row: &str) -> String {
    format!("its code is an alias of {row}")
}

pub(crate) const CODE_IS_RESERVED: &str = "its code is reserved";
pub(crate) const NO_GROUPS: &str = "the spec has no `groups`";
pub(crate) const UNDECLARED_TAG: &str = "the spec does not declare it in `tags`";
pub(crate) const NO_NAME: &str = "no name can be derived for it";

pub(crate) fn nothing_in_common(source: &str, spec: &Path) -> Message {
    Message::with_help(
        format!("no row of {} is in `{}`", shown(spec), visible(source)),
        "check that the spec was imported from this source",
    )
}

pub(crate) fn standard_input() -> Message {
    Message::with_help(
        "a spec on standard input cannot be updated",
        "pass the path of the spec",
    )
}

pub(crate) fn cannot_edit(spec: &Path, reason: Refusal) -> Message {
    Message::with_help(
        format!("cannot update {}: {reason}", shown(spec)),
        "put each row of `codes` on its own lines",
    )
}

pub(crate) fn result_has_errors(spec: &Path) -> Message {
    Message::with_help(
        format!(
            "the updated {} would have errors, so nothing is written",
            shown(spec)
        ),
        "fix the spec or the source by hand first, or choose which tables are read with `--table` and `--ignore`",
    )
}

/// The edit did not produce the intended table, which is a bug in the editor.
pub(crate) fn result_differs(spec: &Path) -> Message {
    Message::with_help(
        format!(
            "{} cannot be changed reliably, so nothing is written",
            shown(spec)
        ),
        "run `codes import --check`, and apply the differences by hand",
    )
}

/// `specs/parcel.yaml: 2 changes`, with the number of texts that differ but are not listed.
pub(crate) fn summary(spec: &Path, changes: usize, is_dry: bool, texts: usize) -> String {
    let changes = match changes {
        0 => "no changes".to_owned(),
        changes => count(changes, "change"),
    };
    let dry = if is_dry { ", not written" } else { "" };
    let texts = match texts {
        0 => String::new(),
        1 => "; 1 text differs, pass `--texts` to list it".to_owned(),
        texts => format!("; {texts} texts differ, pass `--texts` to list them"),
    };
    format!(
        "{}: {changes}{dry}{texts}\n",
        visible(&spec.to_string_lossy())
    )
}
