//! Rows that are not mappings of keys, but a status, a code or a text: `- 404`, `- 404: Not found`.

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::proposals::{flow, key_of};
use crate::format::schema::{Key, Schema};
use crate::format::shape::noun;
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
            let (Value::Text(text), true) = (&text.value, is_status_or_code(&key.value)) else {
                return None;
            };
            let code = noun_of_key(&key.value);
            let mistake = rules::unknown_key(code, phrases::ROW, phrases::USE_FIELDS);
            let (key, title) = (key_of(&key.value)?, flow(text));
            (mistake, Some(format!("`{key}` and `title: {title}`")))
        }
        value @ (Value::Text(_) | Value::Int(_)) => {
            let shape = Schema::Record(keys);
            let mistake = rules::wrong_type(subject, shape.noun(), noun(value), shape.how(), "");
            (mistake, scalar_row(value, is_key))
        }
        _ => return None,
    };
    Some(mistake.at(row.span()).meant(meant))
}

fn is_status_or_code(key: &Value<'_>) -> bool {
    let in_codes = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    match key {
        Value::Int(_) => true,
        Value::Text(text) => text.chars().all(in_codes),
        _ => false,
    }
}

fn noun_of_key(key: &Value<'_>) -> String {
    match key {
        Value::Text(text) => format!("`{text}`"),
        Value::Int(int) => format!("`{int}`"),
        other => noun(other).into_owned(),
    }
}

/// Proposes the keys of a row that is only a text or number.
fn scalar_row(value: &Value<'_>, is_key: impl Fn(&str) -> bool) -> Option<String> {
    let Value::Text(text) = value else {
        return Some(format!("`{}`", key_of(value)?));
    };
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
