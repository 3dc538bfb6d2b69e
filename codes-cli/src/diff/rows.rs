//! Changes to a row.

use codes_spec::{CodeFormat, Deprecated, Pattern, Row, Status};

use super::change::{Change, Changes, DISPLAYED_TEXT, DOCUMENTATION, Level, RowOf};
use super::codes;
use super::pairs::MatchedBy;
use super::texts;
use crate::messages::diff as why;
use Level::{Major, Minor, Patch};

pub(super) fn added(new: RowOf<'_, '_>, exhaustive: bool, all: &mut Vec<Change>) {
    let (level, why) = if exhaustive {
        (Major, why::VARIANT_ADDED_TO_EXHAUSTIVE)
    } else {
        (Minor, why::VARIANT_ADDED)
    };
    Changes::of(Some(&new.row.name), all).push(
        level,
        "codes",
        None,
        Some(new.table.display(new.row)),
        why,
    );
}

pub(super) fn removed(old: RowOf<'_, '_>, all: &mut Vec<Change>) {
    Changes::of(Some(&old.row.name), all).push(
        Major,
        "codes",
        Some(old.table.display(old.row)),
        None,
        why::VARIANT_REMOVED,
    );
}

/// Collects the changes to a row that is in both tables.
pub(super) fn changed(
    old: RowOf<'_, '_>,
    new: RowOf<'_, '_>,
    by: MatchedBy,
    all: &mut Vec<Change>,
) {
    name(
        old.row,
        new.row,
        by,
        &mut Changes::of(Some(&old.row.name), all),
    );
    let mut changes = Changes::of(Some(&new.row.name), all);
    former_names(old.row, new.row, &mut changes);
    statuses(old.row, new.row, &mut changes);
    codes::compare(old, new, &mut changes);
    detail(old.row, new.row, &mut changes);
    behavior(old, new, &mut changes);
    deprecation(old.row, new.row, &mut changes);
    texts::compare(old, new, &mut changes);
}

fn name(old: &Row<'_>, new: &Row<'_>, by: MatchedBy, changes: &mut Changes<'_>) {
    let renamed = |matched_by| (Major, why::renamed(&old.name, matched_by));
    let (level, why) = match by {
        MatchedBy::Name => return,
        MatchedBy::FormerName => (Minor, why::RENAMED_WITH_FORMER_NAME.to_owned()),
        MatchedBy::Code => renamed(why::MATCHED_BY_CODE),
        MatchedBy::Alias => renamed(why::MATCHED_BY_ALIAS),
        MatchedBy::Guess => renamed(why::MATCHED_BY_GUESS),
    };
    changes.push(
        level,
        "name",
        Some(old.name.to_string()),
        Some(new.name.to_string()),
        why,
    );
}

fn former_names(old: &Row<'_>, new: &Row<'_>, changes: &mut Changes<'_>) {
    // the old and new name of a renamed row are reported by `name`
    let others = |row: &Row<'_>, reported: [&str; 2]| -> Vec<String> {
        row.former_names
            .iter()
            .filter(|name| !reported.contains(&name.as_ref()))
            .map(ToString::to_string)
            .collect()
    };
    let reported = [old.name.as_ref(), new.name.as_ref()];
    changes.items(
        "former_names",
        &others(old, reported),
        &others(new, reported),
        (Major, why::FORMER_NAME_REMOVED),
        (Minor, why::FORMER_NAME_ADDED),
    );
}

fn statuses(old: &Row<'_>, new: &Row<'_>, changes: &mut Changes<'_>) {
    let all = |row: &Row<'_>| {
        let mut bounds: Vec<_> = row.statuses.iter().map(Status::bounds).collect();
        bounds.sort_unstable();
        (row.statuses.iter().find_map(Status::single), bounds)
    };
    let shown = |row: &Row<'_>| Some(row.show_statuses()).filter(|statuses| !statuses.is_empty());
    let grade = if all(old) == all(new) {
        DISPLAYED_TEXT
    } else {
        (Minor, why::STATUS)
    };
    changes.value("status", shown(old), shown(new), grade);
}

/// Outcome, kind, retry advice, tags and message patterns.
fn behavior(old: RowOf<'_, '_>, new: RowOf<'_, '_>, changes: &mut Changes<'_>) {
    let words = |of: RowOf<'_, '_>| {
        let row = of.row;
        [
            Some(row.outcome.as_str()),
            row.kind.map(codes_spec::Kind::as_str),
            row.retry.map(codes_spec::Retry::as_str),
        ]
        .map(|word| word.map(str::to_owned))
    };
    let ([old_outcome, old_kind, old_retry], [outcome, kind, retry]) = (words(old), words(new));
    changes.value("outcome", old_outcome, outcome, (Minor, why::OUTCOME));
    changes.value("kind", old_kind, kind, (Minor, why::KIND));
    changes.value("retry", old_retry, retry, (Minor, why::RETRY));
    let tags = |of: RowOf<'_, '_>| {
        of.row
            .tags
            .iter()
            .map(|&tag| of.table.tags[tag].id.to_string())
            .collect::<Vec<_>>()
    };
    let grade = (Minor, why::TAG);
    changes.items("tags", &tags(old), &tags(new), grade, grade);
    messages(&old.row.messages, &new.row.messages, changes);
}

fn detail(old: &Row<'_>, new: &Row<'_>, changes: &mut Changes<'_>) {
    let (level, why) = match (&old.detail, &new.detail) {
        (was, is) if was == is => return,
        (None, _) => (Major, why::DETAIL_ADDED),
        (Some(_), None) => (Minor, why::DETAIL_REMOVED),
        (Some(_), Some(_)) => (Major, why::DETAIL_CHANGED),
    };
    let shown = |row: &Row<'_>| {
        let detail = row.detail.as_ref()?;
        Some(codes::quoted(detail, CodeFormat::Decimal))
    };
    changes.push(level, "detail", shown(old), shown(new), why);
}

/// A row without patterns matches any message, so adding the first pattern narrows it, and removing
/// the last widens it.
fn messages(old: &[Pattern<'_>], new: &[Pattern<'_>], changes: &mut Changes<'_>) {
    let added = if old.is_empty() {
        (Major, why::FIRST_MESSAGE_ADDED)
    } else {
        (Minor, why::MESSAGE_ADDED)
    };
    for is in new.iter().filter(|is| !old.contains(is)) {
        changes.push(added.0, "messages", None, Some(is.to_string()), added.1);
    }
    for was in old.iter().filter(|was| !new.contains(was)) {
        let has_captures = was.captures().next().is_some();
        let (level, why) = if new.iter().any(|is| replaces(is, was)) {
            (Minor, why::MESSAGE_STILL_MATCHES)
        } else if new.is_empty() && !has_captures {
            (Minor, why::LAST_MESSAGE_REMOVED)
        } else {
            (Major, why::MESSAGE_REMOVED)
        };
        changes.push(level, "messages", Some(was.to_string()), None, why);
    }
}

/// Returns whether a pattern matches all messages of an older one, and has its captures.
fn replaces(new: &Pattern<'_>, old: &Pattern<'_>) -> bool {
    let (new, old) = (new.pieces(), old.pieces());
    let has_gap = |(now, was): (&(String, String), &(String, String))| {
        now.0 == was.0 && (now.1 == was.1 || was.1 == "*")
    };
    new.len() == old.len() && new.iter().zip(&old).all(has_gap)
}

fn deprecation(old: &Row<'_>, new: &Row<'_>, changes: &mut Changes<'_>) {
    let grade = match (&old.deprecated, &new.deprecated) {
        (None, Some(_)) => (Minor, why::DEPRECATED),
        (Some(_), None) => (Patch, why::NOT_DEPRECATED),
        _ => DOCUMENTATION,
    };
    let text = |deprecated: &Deprecated<'_>| {
        let parts =
            [&deprecated.since, &deprecated.note].map(|part| part.as_deref().unwrap_or_default());
        if parts == ["", ""] {
            "true".to_owned()
        } else {
            parts.join(" ").trim().to_owned()
        }
    };
    let [was, is] = [old, new].map(|row| row.deprecated.as_ref().map(text));
    if old.deprecated != new.deprecated {
        changes.push(grade.0, "deprecated", was, is, grade.1);
    }
}
