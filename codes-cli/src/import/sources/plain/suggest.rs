//! The options that would read the largest part of a document in which no codes are recognized.

use std::collections::HashMap;

use crate::import::roles::mapping::{Mapping, Path, PathStep};
use crate::import::roles::status;
use crate::import::sources::plain::record::Record;
use crate::import::sources::plain::shape::{MAX_DEPTH, MAX_FIELDS, are_groups_of_texts};
use crate::import::sources::tree::Value;
use crate::messages::sources::Suggestion;

/// The most rows whose fields are compared.
const SAMPLES: usize = 200;

/// A part of a document whose values have the same form.
struct Candidate {
    /// The steps from the root, innermost first.
    steps: Vec<PathStep>,
    code: CodeOptions,
    rows: usize,
}

/// Where a candidate has its codes.
#[derive(Clone, PartialEq)]
enum CodeOptions {
    Key,
    Value,
    Fields(FieldOptions),
    /// The first item of each pair of a number and a text.
    First,
}

/// The fields with codes and statuses.
#[derive(Clone, Default, PartialEq)]
struct FieldOptions {
    code: Option<String>,
    status: Option<String>,
}

/// Returns the options that read the largest part.
pub(super) fn options(root: &Value<'_>) -> Option<Suggestion> {
    let Candidate {
        mut steps,
        code,
        rows,
    } = largest(root, 0)?;
    steps.reverse();
    let mut mapping = Mapping {
        rows: Some(Path::Steps(steps)),
        ..Mapping::default()
    };
    let field = |name: &str| Some(Path::Steps(vec![PathStep::Key(name.to_owned())]));
    match code {
        CodeOptions::Key => mapping.code = Some(Path::Key),
        CodeOptions::Value => mapping.code = Some(Path::Value),
        CodeOptions::Fields(FieldOptions { code, status }) => {
            mapping.code = code.as_deref().and_then(field);
            mapping.status = status.as_deref().and_then(field);
        }
        CodeOptions::First => (mapping.code, mapping.title) = (field("0"), Some(Path::Key)),
    }
    let words = mapping.record().into_iter().map(|(option, path)| {
        let path = shlex::try_quote(&path).ok()?;
        Some(format!("{option} {path}"))
    });
    let words: Option<Vec<_>> = words.collect();
    let options = words?.join(" ");
    let is_printable = !options.contains(['`', '\n']) && !options.contains(char::is_control);
    (rows > 1 && is_printable).then_some(Suggestion { options, rows })
}

fn largest(value: &Value<'_>, depth: usize) -> Option<Candidate> {
    if let Some(code) = code_of(value) {
        return Some(Candidate {
            steps: Vec::new(),
            code,
            rows: value.entries().len() + value.items().len(),
        });
    }
    if depth == MAX_DEPTH {
        return None;
    }
    let entries = value.entries().iter();
    let keyed = entries.map(|(key, value)| (key.to_string(), value));
    let items = value.items().iter().enumerate();
    let numbered = items.map(|(at, value)| (at.to_string(), value));
    let parts = keyed.chain(numbered).filter_map(|(key, value)| {
        let part = largest(value, depth + 1)?;
        Some((key, part))
    });
    let parts: Vec<_> = parts.collect();
    let most = parts.iter().map(|(_, part)| part.rows).max()?;
    let all = parts.iter().map(|(_, part)| part.rows).sum();
    let (_, first) = parts.first()?;
    let are_alike = parts
        .iter()
        .all(|(_, part)| part.steps == first.steps && part.code == first.code);
    let covers = parts.len() > 1 && parts.len() == value.entries().len() + value.items().len();
    let is_largest = |(_, part): &(String, Candidate)| part.rows == most;
    let (key, mut part) = parts.into_iter().find(is_largest)?;
    if are_alike && covers {
        part.steps.push(PathStep::Each);
        part.rows = all;
    } else {
        part.steps.push(PathStep::Key(key));
    }
    Some(part)
}

/// Returns where the codes would be, if the values have the same form.
fn code_of(value: &Value<'_>) -> Option<CodeOptions> {
    let values = || {
        let keyed = value.entries().iter().map(|(_, value)| value);
        keyed.chain(value.items())
    };
    let all = |is: fn(&Value<'_>) -> bool| values().all(is);
    let is_keyed = value.is_map();
    values().next()?;
    if all(|value| matches!(value, Value::Text(_))) {
        return Some(if is_keyed {
            CodeOptions::Key
        } else {
            CodeOptions::Value
        });
    }
    if is_keyed && all(is_pair) {
        return Some(CodeOptions::First);
    }
    if values().nth(1).is_none() || !all(|value| !value.entries().is_empty()) {
        return None;
    }
    if !is_keyed {
        return fields(value.items()).map(CodeOptions::Fields);
    }
    let records = value.entries().iter().map(|(key, value)| Record {
        key: Some(key),
        value,
    });
    let records: Vec<_> = records.collect();
    (share_fields(values()) && !are_groups_of_texts(&records)).then_some(CodeOptions::Key)
}

/// Whether a value is a pair of a number and a text: `[1001, "The kite is lost."]`
fn is_pair(value: &Value<'_>) -> bool {
    matches!(value.items(), [Value::Number(_), Value::Text(_)])
}

/// Whether a field occurs in most of the records.
fn share_fields<'v, 't: 'v>(records: impl Iterator<Item = &'v Value<'t>>) -> bool {
    let mut uses: HashMap<&str, usize> = HashMap::new();
    let mut sample = 0;
    for record in records.take(SAMPLES) {
        sample += 1;
        for (key, _) in record.entries() {
            *uses.entry(key).or_default() += 1;
        }
    }
    uses.values().any(|uses| uses * 2 > sample)
}

/// Returns the first field that has statuses, and the first that has codes: texts that differ from row to row.
fn fields(items: &[Value<'_>]) -> Option<FieldOptions> {
    let sample = &items[..items.len().min(SAMPLES)];
    let (first, _) = items.split_first()?;
    let values = |name: &str| {
        let values = sample.iter().map(|item| item.get(name)?.scalar());
        let values = values.collect::<Option<Vec<_>>>()?;
        let are_tokens = values.iter().all(|value| status::is_token(value));
        are_tokens.then_some(values)
    };
    let mut found = FieldOptions::default();
    for (name, _) in first.entries().iter().take(MAX_FIELDS) {
        let Some(mut values) = values(name) else {
            continue;
        };
        if values.iter().all(|value| status::is_statuses(value)) {
            found.status.get_or_insert_with(|| name.to_string());
            continue;
        }
        values.sort();
        if values.windows(2).all(|pair| pair[0] != pair[1]) {
            found.code.get_or_insert_with(|| name.to_string());
        }
    }
    (found != FieldOptions::default()).then_some(found)
}
