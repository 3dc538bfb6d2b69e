//! Changes to `body` and `headers`: whether everything that was found in a response is still found.

use codes_spec::Table;

use super::change::{Changes, Grade, Level};
use crate::messages::diff as why;
use crate::response_keys::{ResponseKey, of_body, of_headers};

pub(super) fn compare(old: &Table<'_>, new: &Table<'_>, changes: &mut Changes<'_>) {
    let [was, is] = [old, new].map(|table| table.body.as_ref().map(of_body));
    keys(
        "body",
        &was.unwrap_or_default(),
        &is.unwrap_or_default(),
        changes,
    );
    let [was, is] = [old, new].map(|table| table.headers.as_ref().map(of_headers));
    keys(
        "headers",
        &was.unwrap_or_default(),
        &is.unwrap_or_default(),
        changes,
    );
}

fn keys(
    name: &'static str,
    old: &[ResponseKey<'_>],
    new: &[ResponseKey<'_>],
    changes: &mut Changes<'_>,
) {
    let find = |keys: &'_ [ResponseKey<'_>], key: &ResponseKey<'_>| {
        let found = |other: &&ResponseKey<'_>| (other.key, other.param) == (key.key, key.param);
        keys.iter().find(found).map(|key| key.values.clone())
    };
    for was in old {
        let is = find(new, was).unwrap_or_default();
        let shown = Some(show(was, &is)).filter(|_| !is.is_empty());
        let grade = grade(was, &is);
        changes.value(name, Some(show(was, &was.values)), shown, grade);
    }
    for is in new.iter().filter(|is| find(old, is).is_none()) {
        let shown = Some(show(is, &is.values));
        changes.value(name, None, shown, (Level::Minor, why::RESPONSE_ADDED));
    }
}

/// `code: /error, /code`
fn show(key: &ResponseKey<'_>, values: &[String]) -> String {
    let name = key.param.unwrap_or(key.key);
    format!("{name}: {}", values.join(", "))
}

/// Grades a change by whether everything that was read before is still read.
fn grade(old: &ResponseKey<'_>, new: &[String]) -> Grade {
    let is_kept = |value: &String| match bounds(value).filter(|_| old.key == "statuses") {
        Some((low, high)) => new
            .iter()
            .filter_map(|range| bounds(range))
            .any(|(other_low, other_high)| other_low <= low && high <= other_high),
        None => new.contains(value),
    };
    if old.values.iter().all(is_kept) {
        (Level::Minor, why::RESPONSE_ADDED)
    } else {
        (Level::Major, why::RESPONSE_CHANGED)
    }
}

/// The bounds of `404` or `400-499`.
fn bounds(range: &str) -> Option<(u16, u16)> {
    let (low, high) = range.split_once('-').unwrap_or((range, range));
    Some((low.parse().ok()?, high.parse().ok()?))
}
