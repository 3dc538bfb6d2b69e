//! JSON, YAML and TOML as one tree, whose texts are borrowed from the document where they can be.

use std::borrow::Cow;

/// A value of a document. Mappings keep their order, and keys that are given twice.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'t> {
    Null,
    Bool(bool),
    /// The digits of a number.
    Number(String),
    Text(Cow<'t, str>),
    List(Vec<Value<'t>>),
    Map(Vec<(Cow<'t, str>, Value<'t>)>),
}

impl<'t> Value<'t> {
    /// Returns the value of a key. If a key is given twice, the last value counts, as in most parsers.
    pub(crate) fn get(&self, key: &str) -> Option<&Value<'t>> {
        let entry = self.entries().iter().rev().find(|(name, _)| name == key);
        entry.map(|(_, value)| value)
    }

    /// Returns the value at the end of a path of keys.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Value<'t>> {
        path.iter().try_fold(self, |value, key| value.get(key))
    }

    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_text()
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the entries of a mapping, or nothing.
    pub(crate) fn entries(&self) -> &[(Cow<'t, str>, Value<'t>)] {
        match self {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// Returns the items of a list, or nothing.
    pub(crate) fn items(&self) -> &[Value<'t>] {
        match self {
            Value::List(items) => items,
            _ => &[],
        }
    }

    pub(crate) fn is_true(&self) -> bool {
        *self == Value::Bool(true)
    }

    pub(crate) fn is_map(&self) -> bool {
        matches!(self, Value::Map(_))
    }

    /// Returns a text, number or boolean as text.
    pub(crate) fn scalar(&self) -> Option<Cow<'_, str>> {
        match self {
            Value::Bool(value) => Some(if *value { "true" } else { "false" }.into()),
            Value::Number(digits) => Some(digits.into()),
            Value::Text(text) => Some(Cow::Borrowed(text)),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// Returns the number of values in this value, including itself.
    pub(crate) fn count(&self) -> usize {
        match self {
            Value::List(items) => items.iter().map(Value::count).sum::<usize>() + 1,
            Value::Map(entries) => {
                let values = entries.iter().map(|(_, value)| value.count());
                values.sum::<usize>() + 1
            }
            _ => 1,
        }
    }

    /// Returns the value as JSON on one line.
    pub(crate) fn to_json(&self) -> String {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        match self {
            Value::Null => "null".to_owned(),
            Value::Bool(_) | Value::Number(_) => self.scalar().unwrap_or_default().into_owned(),
            Value::Text(text) => quoted(text),
            Value::List(items) => {
                let items: Vec<_> = items.iter().map(Value::to_json).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Map(entries) => {
                let entry = |(key, value): &(Cow<'_, str>, Value<'_>)| {
                    format!("{}: {}", quoted(key), value.to_json())
                };
                let entries: Vec<_> = entries.iter().map(entry).collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }

    /// Converts a value that is the key of a mapping to a string.
    pub(super) fn into_key(self) -> Option<Cow<'t, str>> {
        match self {
            Value::Null => Some("null".into()),
            Value::Text(text) => Some(text),
            Value::Bool(_) | Value::Number(_) => Some(self.scalar()?.into_owned().into()),
            Value::List(_) | Value::Map(_) => None,
        }
    }
}
