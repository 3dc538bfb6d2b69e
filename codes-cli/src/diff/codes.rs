//! Changes to codes and aliases: whether a code still matches its row.

use std::collections::HashMap;

use codes_spec::{Code, CodeFormat, Table};

use super::change::{Changes, Level, RowOf};
use crate::messages::diff as why;
use Level::{Major, Minor, Patch};

pub(super) fn compare(old: RowOf<'_, '_>, new: RowOf<'_, '_>, changes: &mut Changes<'_>) {
    code(old, new, changes);
    // an alias that was or is the row's code is reported with the code
    let is_code = |alias: &Code<'_>, of: RowOf<'_, '_>| {
        of.row
            .code
            .as_ref()
            .is_some_and(|code| is_same(code, alias))
    };
    for alias in old
        .row
        .aliases
        .iter()
        .filter(|alias| !is_code(alias, new) && !new.row.aliases.contains(alias))
    {
        let (level, why) = if matches(new, alias, old) {
            (Patch, why::ALIAS_STILL_MATCHES)
        } else {
            (Major, why::ALIAS_REMOVED)
        };
        changes.push(level, "aliases", Some(show(alias, old)), None, why);
    }
    for alias in new
        .row
        .aliases
        .iter()
        .filter(|alias| !is_code(alias, old) && !old.row.aliases.contains(alias))
    {
        let (level, why) = if matches(old, alias, new) {
            (Patch, why::ALIAS_ALREADY_MATCHED)
        } else {
            (Minor, why::ALIAS_ADDED)
        };
        changes.push(level, "aliases", None, Some(show(alias, new)), why);
    }
}

/// The number of rows with each code. Aliases are left out, because no two rows share one.
pub(super) struct Owners<'t, 'a>(HashMap<&'t Code<'a>, usize>);

impl<'t, 'a> Owners<'t, 'a> {
    pub(super) fn of(table: &'t Table<'a>) -> Self {
        let mut owners = HashMap::new();
        for code in table.rows.iter().filter_map(|row| row.code.as_ref()) {
            *owners.entry(code).or_default() += 1;
        }
        Owners(owners)
    }

    /// Returns whether exactly one row has the code.
    pub(super) fn is_unique(&self, code: &Code<'_>) -> bool {
        self.0.get(code) == Some(&1)
    }
}

/// Reports a code that only this row had before, and that another row now has too.
pub(super) fn became_shared(new: RowOf<'_, '_>, changes: &mut Changes<'_>) {
    let shown = new.row.code.as_ref().map(|code| show(code, new));
    changes.push(Minor, "code", shown.clone(), shown, why::CODE_SHARED);
}

fn code(old: RowOf<'_, '_>, new: RowOf<'_, '_>, changes: &mut Changes<'_>) {
    let (level, why) = match (&old.row.code, &new.row.code) {
        (was, is) if was == is => return,
        (Some(was), Some(is)) if is_same(was, is) => (Patch, why::RANGE_NOTATION.to_owned()),
        (None, _) => (Minor, why::CODE.to_owned()),
        (Some(was), _) if matches(new, was, old) => (Minor, why::CODE_STILL_MATCHES.to_owned()),
        (Some(was), Some(_)) => (Major, why::code_replaced(&show(was, old))),
        (Some(_), None) => (Major, why::CODE_REMOVED.to_owned()),
    };
    let shown = |of: RowOf<'_, '_>| of.row.code.as_ref().map(|code| show(code, of));
    changes.push(level, "code", shown(old), shown(new), why);
}

/// Formats a code as in a spec: text that looks like a number is quoted.
fn show(code: &Code<'_>, of: RowOf<'_, '_>) -> String {
    match code {
        Code::Text(text) if text.ends_with('*') => code.source().into_owned(),
        _ => quoted(code, of.table.code_format),
    }
}

/// Formats a code or detail; text that looks like a number is quoted.
pub(super) fn quoted(code: &Code<'_>, format: CodeFormat) -> String {
    match code {
        Code::Text(text) if text.parse::<i64>().is_ok() => format!("\"{text}\""),
        _ => code.show(format).into_owned(),
    }
}

fn is_same(code: &Code<'_>, other: &Code<'_>) -> bool {
    match (code, other) {
        (Code::Range(low, high, _), Code::Range(other_low, other_high, _)) => {
            (low, high) == (other_low, other_high)
        }
        _ => code == other,
    }
}

/// Returns whether `reader`, a row of one table, matches `code`, a code of the row `of` in the other table.
fn matches(reader: RowOf<'_, '_>, code: &Code<'_>, of: RowOf<'_, '_>) -> bool {
    let covers = |own: &Code<'_>| match (bounds(own, reader), bounds(code, of)) {
        (Some((low, high)), Some((other_low, other_high))) => {
            low <= other_low && other_high <= high
        }
        (None, None) => own == code || covers_text(own, code),
        _ => false,
    };
    reader
        .row
        .code
        .iter()
        .chain(&reader.row.aliases)
        .any(covers)
}

/// Returns whether `own` is a class that matches every text that `code` matches.
fn covers_text(own: &Code<'_>, code: &Code<'_>) -> bool {
    match (own, code) {
        (Code::Class(class), Code::Text(text) | Code::Class(text)) => {
            text.starts_with(class.strip_suffix('*').unwrap_or(class))
        }
        _ => false,
    }
}

/// The lowest and highest integer of a code, or `None` for text. With `hex8`, a negative integer equals its
/// unsigned 32-bit form.
fn bounds(code: &Code<'_>, of: RowOf<'_, '_>) -> Option<(i64, i64)> {
    let canonical = |int: i64| of.table.code_format.canonical(int);
    match code {
        Code::Text(_) | Code::Class(_) => None,
        Code::Int(int) => Some((canonical(*int), canonical(*int))),
        Code::Range(low, high, _) => Some((canonical(*low), canonical(*high))),
    }
}
