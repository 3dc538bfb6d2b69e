//! Whether values are records, mappings of texts, or groups of records.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::import::roles::error_names;
use crate::import::roles::role::Role;
use crate::import::roles::values::is_integer;
use crate::import::roles::vocabulary;
use crate::import::sources::plain::flat;
use crate::import::sources::plain::record::{Names, Record};
use crate::import::sources::tree::Value;

/// How deep lists, mappings and groups are searched.
pub(super) const MAX_DEPTH: usize = 16;

/// The most fields of a record that are compared: finding each takes time proportional to their number.
pub(super) const MAX_FIELDS: usize = 64;

/// Returns the rows of a value, if it is a list or mapping of records, or a mapping of texts or numbers. In a group, a
/// single text is a row too.
pub(super) fn records<'v, 't>(
    value: &'v Value<'t>,
    is_group: bool,
) -> Option<(Names, Vec<Record<'v, 't>>)> {
    let names = |value| Names { key: "key", value };
    let keyed = || {
        value.entries().iter().map(|(key, value)| Record {
            key: Some(key),
            value,
        })
    };
    match value {
        Value::List(items) if most(items.iter(), is_record) => {
            let records = items.iter().map(|value| Record { key: None, value });
            Some((names("value"), records.collect()))
        }
        Value::Map(entries)
            if most(entries.iter().map(|(_, value)| value), is_record)
                || are_numbered_records(entries) =>
        {
            Some((names("value"), keyed().collect()))
        }
        Value::Map(entries) if entries.len() > 1 || is_group => {
            let all = |is: fn(&Value<'_>) -> bool| entries.iter().all(|(_, value)| is(value));
            let found = if all(|value| matches!(value, Value::Text(_))) {
                names("message")
            } else if all(|value| matches!(value, Value::Number(_))) && !is_range(entries) {
                let is_status = |value: &Value<'_>| {
                    value
                        .scalar()
                        .is_some_and(|digits| digits.len() == 3 && digits.as_bytes()[0] <= b'5')
                };
                // names of integer codes are titles, but names of statuses are codes
                let key = if all(is_status) { "key" } else { "name" };
                Names { key, value: "code" }
            } else {
                return None;
            };
            Some((found, keyed().collect()))
        }
        _ => None,
    }
}

/// Whether a value is a group: it has a list of errors, or a list of groups.
pub(super) fn holds_errors(value: &Value<'_>, depth: usize) -> bool {
    let is_list = |value: &Value<'_>| {
        let items = value.items();
        !items.is_empty() && items.iter().all(is_record)
    };
    depth < MAX_DEPTH
        && value.entries().iter().any(|(key, value)| {
            is_list(value)
                && (error_names::names_errors(key)
                    || value
                        .items()
                        .iter()
                        .all(|item| holds_errors(item, depth + 1)))
        })
}

/// Whether the records are groups: mappings of codes to their texts, which share few keys.
pub(super) fn are_groups_of_texts(records: &[Record<'_, '_>]) -> bool {
    const SHORTEST: usize = 3;
    let is_group = |record: &Record<'_, '_>| {
        let entries = record.value.entries();
        let mut values = entries.iter().map(|(_, value)| value);
        record.key.is_some()
            && !entries.is_empty()
            && values.all(|value| matches!(value, Value::Text(_)))
    };
    if records.is_empty() || !records.iter().all(is_group) {
        return false;
    }
    let keys = || records.iter().flat_map(|record| record.value.entries());
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for (key, _) in keys() {
        *uses.entry(key).or_default() += 1;
    }
    let all = keys().count();
    if uses.keys().all(|key| is_integer(key)) {
        return true;
    }
    let is_field = |key: &&str| vocabulary::label(key).is_some() || flat::is_language(key);
    let share_few = uses.len() * 4 > all * 3;
    let is_long = records.len() > 1 || all >= SHORTEST;
    share_few && is_long && !uses.keys().any(is_field)
}

/// Whether a mapping has integers as keys, and all its values have the same keys, with a record under one of them:
/// `404: {error: {title: …}}`
fn are_numbered_records(entries: &[(Cow<'_, str>, Value<'_>)]) -> bool {
    let [(_, first), _, ..] = entries else {
        return false;
    };
    let has_keys_of_first = |value: &Value<'_>| {
        let (keys, first) = (value.entries(), first.entries());
        keys.len() == first.len()
            && first.len() <= MAX_FIELDS
            && first.iter().all(|(key, _)| value.get(key).is_some())
    };
    let inner = first.entries();
    inner.iter().any(|(_, value)| is_record(value))
        && entries
            .iter()
            .all(|(key, value)| is_integer(key) && has_keys_of_first(value))
}

/// Whether numbers are the ends of a range: `{min: 1000, max: 1199}`
fn is_range(entries: &[(Cow<'_, str>, Value<'_>)]) -> bool {
    const ENDS: [&str; 12] = [
        "min", "max", "minimum", "maximum", "from", "to", "start", "end", "first", "last", "lower",
        "upper",
    ];
    entries
        .iter()
        .all(|(key, _)| ENDS.contains(&key.to_ascii_lowercase().as_str()))
}

/// Whether a value is a mapping with facts, and not only with further mappings. A list of sentences is a fact only under
/// the name of a text.
fn is_record(value: &Value<'_>) -> bool {
    let is_fact = |value: &Value<'_>| value.scalar().is_some();
    let are_texts = |key: &str, value: &Value<'_>| {
        let items = value.items();
        let is_text = |role| matches!(role, Role::Title | Role::Description);
        !items.is_empty()
            && items.iter().all(|item| item.as_text().is_some())
            && vocabulary::label(key).is_some_and(is_text)
    };
    value
        .entries()
        .iter()
        .any(|(key, value)| is_fact(value) || are_texts(key, value))
}

pub(super) fn most<T: Copy>(
    values: impl ExactSizeIterator<Item = T>,
    is: impl Fn(T) -> bool,
) -> bool {
    let all = values.len();
    values.filter(|value| is(*value)).count() * 2 > all
}
