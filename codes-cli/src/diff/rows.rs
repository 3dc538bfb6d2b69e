//! Changes of a row.

use codes_spec::{Deprecated, Row, Status};

use super::change::{Change, Changes, DOCS, Level, RowOf, SHOWN};
use super::codes;
use super::pairs::MatchedBy;
use super::texts::{self, strings};
use Level::{Major, Minor, Patch};

pub(super) fn added(new: RowOf<'_, '_>, exhaustive: bool, all: &mut Vec<Change>) {
    let (level, why) = if exhaustive {
        (
            Major,
            "a `match` without `_` does not compile until it has an arm for the variant",
        )
    } else {
        (Minor, "there is a variant more")
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
    let why = "code that names the variant no longer compiles, and replies that meant it mean something else";
    Changes::of(Some(&old.row.name), all).push(
        Major,
        "codes",
        Some(old.table.display(old.row)),
        None,
        why,
    );
}

/// The changes of a row that is in both tables.
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
    meanings(old, new, &mut changes);
    deprecation(old.row, new.row, &mut changes);
    texts::compare(old, new, &mut changes);
}

fn name(old: &Row<'_>, new: &Row<'_>, by: MatchedBy, changes: &mut Changes<'_>) {
    let known = match by {
        MatchedBy::Name => return,
        MatchedBy::FormerName => "",
        MatchedBy::Code => "; it has the same code",
        MatchedBy::Alias => "; an alias tells that it is the same",
        MatchedBy::Guess => "; that it is the same row is a guess, for the two are alike",
    };
    let (level, why) = match by {
        MatchedBy::FormerName => (
            Minor,
            "the old name is still there, as a deprecated constant".to_owned(),
        ),
        _ => (
            Major,
            format!(
                "code that names the variant no longer compiles: put `{}` into its `former_names`{known}",
                old.name
            ),
        ),
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
    // a name that is or was the row's own is reported as a renaming
    let others = |row: &Row<'_>, told: [&str; 2]| -> Vec<String> {
        row.former_names
            .iter()
            .filter(|name| !told.contains(&name.as_ref()))
            .map(ToString::to_string)
            .collect()
    };
    let told = [old.name.as_ref(), new.name.as_ref()];
    changes.items(
        "former_names",
        &others(old, told),
        &others(new, told),
        (Major, "code that uses the deprecated constant no longer compiles, and the name is no longer read"),
        (Minor, "there is a deprecated constant more"),
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
        SHOWN
    } else {
        (Minor, "what `status()` gives, or which replies mean it")
    };
    changes.value("status", shown(old), shown(new), grade);
}

/// What code goes by.
fn meanings(old: RowOf<'_, '_>, new: RowOf<'_, '_>, changes: &mut Changes<'_>) {
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
    changes.value(
        "outcome",
        old_outcome,
        outcome,
        (Minor, "what `outcome()`, `is_error()` and `check` say"),
    );
    changes.value("kind", old_kind, kind, (Minor, "what `kind()` gives"));
    changes.value("retry", old_retry, retry, (Minor, "what `retry()` gives"));
    let tags = |of: RowOf<'_, '_>| {
        of.row
            .tags
            .iter()
            .map(|&tag| of.table.tags[tag].id.to_string())
            .collect::<Vec<_>>()
    };
    let grade = (Minor, "what `is_<tag>()` says");
    changes.items("tags", &tags(old), &tags(new), grade, grade);
    let grade = (Minor, "which replies mean the row");
    changes.items(
        "messages",
        &strings(&old.row.messages),
        &strings(&new.row.messages),
        grade,
        grade,
    );
}

fn deprecation(old: &Row<'_>, new: &Row<'_>, changes: &mut Changes<'_>) {
    let grade = match (&old.deprecated, &new.deprecated) {
        (None, Some(_)) => (Minor, "code that names the variant gets a warning"),
        (Some(_), None) => (
            Patch,
            "code that names the variant no longer gets a warning",
        ),
        _ => DOCS,
    };
    let said = |deprecated: &Deprecated<'_>| {
        let said =
            [&deprecated.since, &deprecated.note].map(|text| text.as_deref().unwrap_or_default());
        if said == ["", ""] {
            "true".to_owned()
        } else {
            said.join(" ").trim().to_owned()
        }
    };
    let [was, is] = [old, new].map(|row| row.deprecated.as_ref().map(said));
    if old.deprecated != new.deprecated {
        changes.push(grade.0, "deprecated", was, is, grade.1);
    }
}
