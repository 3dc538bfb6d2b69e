//! The events of a parser → tree.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use crate::import::sources::tree::Value;

/// The maximum number of values in a document, to bound memory. The largest documents have about 20 bytes per value.
pub(super) const MAX_VALUES: usize = 4_000_000;

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

/// Builds the key of an entry. Only the entry's value counts towards the budget.
struct KeyBuild<'b>(Build<'b>);

impl<'de> DeserializeSeed<'de> for KeyBuild<'_> {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        deserializer.deserialize_any(self.0)
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

    /// Formats floats so that they differ from integers, because their digits may differ from the document: `5.10`, `1e3`.
    /// The exception is a status such as `404.0`.
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value<'de>, E> {
        const STATUSES: std::ops::Range<f64> = 100.0..600.0;
        let is_status = STATUSES.contains(&value) && value.fract() == 0.0;
        Ok(Value::Number(if is_status {
            value.to_string()
        } else {
            format!("{value:?}")
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
        /// The key under which the TOML parser passes dates.
        const TOML_DATE: &str = "$__toml_private_datetime";
        let mut entries = Vec::new();
        while let Some(key) = map.next_key_seed(KeyBuild(self))? {
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
