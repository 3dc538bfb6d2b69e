//! A value of plain data as one text.

use std::borrow::Cow;

use crate::import::sources::tree::Value;

/// Returns a value as text, and whether the document has it as text.
pub(super) fn text_of<'v>(value: &'v Value<'_>) -> Option<(Cow<'v, str>, bool)> {
    match value {
        Value::Null => None,
        Value::Map(entries) if entries.is_empty() => None,
        Value::List(items) => Some((list(items)?.into(), false)),
        Value::Map(_) => Some((value.to_json().into(), false)),
        _ => Some((value.scalar()?, matches!(value, Value::Text(_)))),
    }
}

/// Joins the items of a list: words with commas, sentences as paragraphs. Items without a value, as in a template that
/// nobody has filled in, are left out.
fn list(items: &[Value<'_>]) -> Option<String> {
    let filled = items.iter().filter(|item| **item != Value::Null);
    let texts: Option<Vec<_>> = filled.map(Value::scalar).collect();
    let Some(texts) = texts else {
        return Some(Value::List(items.to_vec()).to_json());
    };
    let are_words = texts.iter().all(|text| !text.contains(char::is_whitespace));
    let text = texts.join(if are_words { ", " } else { "\n\n" });
    (!text.is_empty()).then_some(text)
}
