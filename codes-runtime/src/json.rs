//! JSON bodies.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;

use crate::document::{Document, Scalar, unescaped};

/// A JSON text.
#[derive(Clone, Copy)]
pub(crate) struct Json<'b>(pub(crate) &'b [u8]);

impl<'b> Json<'b> {
    /// Returns the text of the value at a pointer.
    fn raw(&self, pointer: &str) -> Option<&'b str> {
        let mut json = serde_json::Deserializer::from_slice(self.0);
        let raw = AtPointer(Some(pointer)).deserialize(&mut json).ok()??.get();
        json.end().ok()?;
        Some(raw)
    }
}

impl<'b> Document<'b> for Json<'b> {
    fn find(&self, pointer: &str) -> Option<Scalar<'b>> {
        let raw = self.raw(pointer)?;
        match raw.as_bytes().first()? {
            b'"' => text(raw).map(Scalar::Text),
            b't' => Some(Scalar::Bool(true)),
            b'f' => Some(Scalar::Bool(false)),
            b'-' | b'0'..=b'9' => Some(number(raw)),
            _ => None,
        }
    }

    fn items(&self, pointer: &str) -> Vec<Self> {
        let items = self
            .raw(pointer)
            .and_then(|raw| serde_json::from_str::<Vec<&RawValue>>(raw).ok());
        let items = items.unwrap_or_default().into_iter();
        items.map(|item| Json(item.get().as_bytes())).collect()
    }
}

/// Returns the value of a string, which is only copied if it has escape sequences.
fn text(raw: &str) -> Option<Cow<'_, str>> {
    if raw.contains('\\') {
        return serde_json::from_str::<String>(raw).ok().map(Cow::Owned);
    }
    let text = raw.strip_prefix('"')?.strip_suffix('"')?;
    Some(Cow::Borrowed(text))
}

fn number(raw: &str) -> Scalar<'_> {
    let digits = raw.strip_prefix('-').unwrap_or(raw);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Scalar::Number(raw);
    }
    // an integer wider than 64 bits is kept as its digits
    raw.parse()
        .map_or_else(|_| Scalar::Text(raw.into()), Scalar::Int)
}

/// Finds the value at the rest of a pointer, and skips all others. Without a pointer, it skips
/// everything. No tree is built, and the recursion is only as deep as the pointer, however deeply
/// the body is nested.
struct AtPointer<'p>(Option<&'p str>);

impl<'p> AtPointer<'p> {
    /// Splits the pointer into its next step and the rest.
    fn step(&self) -> (Option<&'p str>, AtPointer<'p>) {
        let rest = self.0.and_then(|pointer| pointer.strip_prefix('/'));
        let end = rest.map(|rest| rest.find('/').unwrap_or(rest.len()));
        let (step, rest) = rest.zip(end).map(|(rest, end)| rest.split_at(end)).unzip();
        (step, AtPointer(rest))
    }
}

impl<'de> DeserializeSeed<'de> for AtPointer<'_> {
    type Value = Option<&'de RawValue>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        match self.0 {
            Some("") => <&RawValue>::deserialize(json).map(Some),
            None => IgnoredAny::deserialize(json).map(|_| None),
            _ => json.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for AtPointer<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (step, rest) = self.step();
        let mut found = None;
        while let Some(is_step) = map.next_key_seed(KeyOfStep(step))? {
            let value = map.next_value_seed(AtPointer(rest.0.filter(|_| is_step)))?;
            if is_step {
                found = value;
            }
        }
        Ok(found)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let (step, rest) = self.step();
        let index = |step: &str| {
            step.parse()
                .ok()
                .filter(|_| step == "0" || !step.starts_with(['0', '+']))
        };
        let (index, mut found): (Option<usize>, _) = (step.and_then(index), None);
        for i in 0.. {
            let is_step = index == Some(i);
            let Some(value) = seq.next_element_seed(AtPointer(rest.0.filter(|_| is_step)))? else {
                break;
            };
            if is_step {
                found = value;
            }
        }
        Ok(found)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok(None)
    }
}

/// Accepts a key and returns whether it is a pointer's step, in which `~1` is `/` and `~0` is `~`.
struct KeyOfStep<'p>(Option<&'p str>);

impl<'de> DeserializeSeed<'de> for KeyOfStep<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, key: D) -> Result<bool, D::Error> {
        key.deserialize_str(self)
    }
}

impl Visitor<'_> for KeyOfStep<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<bool, E> {
        Ok(self
            .0
            .is_some_and(|step| step == key || step.contains('~') && unescaped(step) == key))
    }
}
