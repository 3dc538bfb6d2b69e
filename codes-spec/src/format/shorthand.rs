//! Explains mappings in a short form that the format does not support: rows that are a status, a code or a text
//! (`- 404`, `- 404: Not found`), and pointers or headers with their value (`{/ok: true}`).

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::proposals::{flow, key_of, scalar};
use crate::format::schema::{Key, Schema};
use crate::format::shape::noun;
use crate::format::synonyms;
use crate::yaml::{Node, Value};

/// Returns the mistake in a row that is written in short form, or `None` for other rows.
pub(super) fn explain(
    row: &Node<'_>,
    keys: &'static [Key],
    subject: Subject<'_>,
) -> Option<Mistake> {
    let is_key = |word: &str| keys.iter().any(|key| key.name == word);
    let (mistake, meant) = match &row.value {
        Value::Map(entries) => {
            let [(key, text)] = &entries[..] else {
                return None;
            };
            let is_code = is_status_or_code(&key.value)
                || is_snake_case(&key.value) && synonyms::find(key.text()?, text, keys).is_none();
            let (Value::Text(text), true) = (&text.value, is_code) else {
                return None;
            };
            let code = noun_of_key(&key.value);
            let mistake = rules::unknown_key(code, phrases::ROW, phrases::USE_FIELDS);
            let (key, title) = (key_of(&key.value)?, flow(text));
            (mistake, Some(format!("`{key}` and `title: {title}`")))
        }
        value @ (Value::Text(_) | Value::Int(_)) => {
            let shape = Schema::Record(keys);
            let has_words =
                !matches!(value, Value::Text(text) if !text.contains(char::is_alphanumeric));
            let or = if has_words {
                ""
            } else {
                phrases::OR_REMOVE_ITEM
            };
            let mistake = rules::wrong_type(subject, shape.noun(), noun(value), shape.how(), or);
            (mistake, scalar_row(value, is_key))
        }
        Value::List(values) => {
            let (meant, shape) = (listed_row(values)?, Schema::Record(keys));
            let found = noun(&row.value);
            let mistake = rules::wrong_type(subject, shape.noun(), found, shape.how(), "");
            (mistake, Some(meant))
        }
        _ => return None,
    };
    Some(mistake.at(row.span()).meant(meant))
}

/// Explains a mapping from a pointer or header to its value, as in `success: {/ok: true}`.
pub(super) fn place(
    map: &[(Node<'_>, Node<'_>)],
    keys: &'static [Key],
    what: &str,
) -> Option<Mistake> {
    let [(place, value)] = map else {
        return None;
    };
    let name = place.text()?;
    let (first, second) = match keys {
        [first, second] if !keys.iter().any(|key| key.name == name) => (first.name, second.name),
        _ => return None,
    };
    let fits = match (first, second) {
        ("at", "is") => name.starts_with('/'),
        ("name", "is") => name.contains('-'),
        ("name", _) => name.contains('-') && value.text().is_some(),
        _ => false,
    };
    let value = match &value.value {
        Value::Bool(flag) => flag.to_string(),
        Value::Int(int) => int.to_string(),
        Value::Text(text) => flow(text),
        _ => return None,
    };
    let meant = format!("`{{{first}: {}, {second}: {value}}}`", flow(name));
    let instead = phrases::use_one_of([first, second].into_iter());
    let mistake = rules::unknown_key(format!("`{name}`"), what, instead);
    fits.then(|| mistake.at(place.span()).meant(Some(meant)))
}

fn is_status_or_code(key: &Value<'_>) -> bool {
    let in_codes = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    match key {
        Value::Int(_) => true,
        Value::Text(text) => text.chars().all(in_codes),
        _ => false,
    }
}

/// Returns whether a key has several words in `snake_case`, and so may be a code.
fn is_snake_case(key: &Value<'_>) -> bool {
    let Value::Text(text) = key else {
        return false;
    };
    text.contains('_') && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

fn noun_of_key(key: &Value<'_>) -> String {
    match key {
        Value::Text(text) => format!("`{text}`"),
        Value::Int(int) => format!("`{int}`"),
        other => noun(other).into_owned(),
    }
}

/// Proposes keys for a row that was written as a bare text or number.
fn scalar_row(value: &Value<'_>, is_key: impl Fn(&str) -> bool) -> Option<String> {
    let Value::Text(text) = value else {
        return Some(format!("`{}`", key_of(value)?));
    };
    if !text.contains(char::is_alphanumeric) {
        return None;
    }
    match text.split_once(char::is_whitespace) {
        Some((key, rest)) if is_key(key) && rest.starts_with(['=', '→']) => {
            Some(format!("`{key}: …`"))
        }
        Some((key, title))
            if key
                .parse()
                .is_ok_and(|status| (100..=999).contains(&status)) =>
        {
            let title = title.trim_start_matches([' ', '-', '\u{2013}', '\u{2014}']);
            Some(format!("`status: {key}` and `title: {}`", flow(title)))
        }
        None if !text.contains(',') => Some(format!("`{}`", key_of(value)?)),
        _ => None,
    }
}

/// Proposes keys for the values of a row that was written as a list, whose first value may be a status. Text with spaces
/// is taken for a title.
fn listed_row(values: &[Node<'_>]) -> Option<String> {
    if !(2..=3).contains(&values.len()) {
        return None;
    }
    let mut keys = Vec::new();
    for (i, node) in values.iter().enumerate() {
        let value = scalar(&node.value)?;
        keys.push(match &node.value {
            Value::Int(100..=999) if i == 0 => format!("status: {value}"),
            Value::Text(text) if text.contains(' ') => format!("title: {value}"),
            _ => format!("code: {value}"),
        });
    }
    Some(format!("`{{{}}}`", keys.join(", ")))
}
