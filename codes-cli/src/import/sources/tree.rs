//! JSON, YAML and TOML as one tree, whose texts are borrowed from the document where they can be.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

/// The most values that a document may have, so that memory is bounded.
pub(crate) const MAX_VALUES: usize = 4_000_000;

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
    /// Returns the value of a key. Of a key that is given twice, the last value counts, as in most parsers.
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

    /// Returns the number of values in this one.
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

    /// Returns the key of a mapping that a value stands for.
    fn into_key(self) -> Option<Cow<'t, str>> {
        match self {
            Value::Null => Some("null".into()),
            Value::Text(text) => Some(text),
            Value::Bool(_) | Value::Number(_) => Some(self.scalar()?.into_owned().into()),
            Value::List(_) | Value::Map(_) => None,
        }
    }
}

/// Builds a value from the events of a parser, until the budget of values is spent.
#[derive(Clone, Copy)]
pub(super) struct Build<'b> {
    pub(super) left: &'b Cell<usize>,
}

impl Build<'_> {
    fn spend<E: de::Error>(self) -> Result<(), E> {
        let left = self.left.get().checked_sub(1);
        self.left.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or_else(|| E::custom(""))
    }
}

impl<'de> DeserializeSeed<'de> for Build<'_> {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        self.spend()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Build<'_> {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(value.to_string()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(value.to_string()))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Value<'de>, E> {
        Ok(Value::Number(value.to_string()))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Value<'de>, E> {
        Ok(Value::Number(value.to_string()))
    }

    /// Formats large, inexact floats with an exponent, because their digits would differ from the document.
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value<'de>, E> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        Ok(Value::Number(if value.abs() < EXACT {
            value.to_string()
        } else {
            format!("{value:e}")
        }))
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(self)? {
            items.push(item);
        }
        items.shrink_to_fit();
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        /// The key under which the parser of TOML gives dates.
        const TOML_DATE: &str = "$__toml_private_datetime";
        let mut entries = Vec::new();
        while let Some(key) = map.next_key_seed(self)? {
            let key = key
                .into_key()
                .ok_or_else(|| de::Error::custom("a list or mapping is the key of a mapping"))?;
            let value = map.next_value_seed(self)?;
            if key == TOML_DATE {
                return Ok(value);
            }
            entries.push((key, value));
        }
        entries.shrink_to_fit();
        Ok(Value::Map(entries))
    }

    /// Reads a value with a tag of YAML, which is ignored.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value<'de>, A::Error> {
        let (IgnoredAny, content) = tagged.variant()?;
        content.newtype_variant_seed(self)
    }
}
