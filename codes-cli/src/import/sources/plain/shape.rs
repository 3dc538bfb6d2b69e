//! Whether values are records, mappings of texts, or groups of records.

use crate::import::roles::vocabulary;
use crate::import::sources::plain::record::{Names, Record};
use crate::import::sources::tree::Value;

/// How deep groups are searched.
const MAX_DEPTH: usize = 16;

/// Returns the rows of a value, if it is a list or mapping of records, or a mapping of texts or numbers.
pub(super) fn records<'v, 't>(value: &'v Value<'t>) -> Option<(Names, Vec<Record<'v, 't>>)> {
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
        Value::Map(entries) if most(entries.iter().map(|(_, value)| value), is_record) => {
            Some((names("value"), keyed().collect()))
        }
        Value::Map(entries) if entries.len() > 1 => {
            let all = |is: fn(&Value<'_>) -> bool| entries.iter().all(|(_, value)| is(value));
            let found = if all(|value| matches!(value, Value::Text(_))) {
                names("message")
            } else if all(|value| matches!(value, Value::Number(_))) {
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
                && (vocabulary::names_errors(key)
                    || value
                        .items()
                        .iter()
                        .all(|item| holds_errors(item, depth + 1)))
        })
}

/// Whether a value is a mapping with facts, and not only with further mappings.
fn is_record(value: &Value<'_>) -> bool {
    let is_fact = |value: &Value<'_>| value.scalar().is_some();
    value.entries().iter().any(|(_, value)| is_fact(value))
}

pub(super) fn most<T: Copy>(
    values: impl ExactSizeIterator<Item = T>,
    is: impl Fn(T) -> bool,
) -> bool {
    let all = values.len();
    values.filter(|value| is(*value)).count() * 2 > all
}
