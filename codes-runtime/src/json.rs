//! JSON bodies.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use codes_core::digits::Digits;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::de::Read;
use serde_json::value::RawValue;

use crate::document::{Format, MOST_ITEMS, Mask, Scalar, Steps, ValueTexts};

/// The format of JSON values.
pub(crate) struct Json;

impl Format for Json {
    /// The pointers are those of RFC 6901. The values at pointers are borrowed and all others are
    /// skipped, so a large body is not copied, and values may be nested to any depth. If a key is
    /// repeated, its last value is used. The whole body is checked, so invalid JSON has no values.
    fn values<'b>(&self, document: &'b [u8], pointers: &[&str]) -> ValueTexts<'b> {
        let mut walk = Walk {
            steps: Steps::new(pointers),
            found: ValueTexts::default(),
        };
        let mut json = serde_json::Deserializer::from_slice(document);
        // an empty pointer leads to the whole document
        let has_root = walk.steps.ended(walk.steps.all()) != 0;
        let first = document.trim_ascii_start().first();
        let root = At {
            mask: walk.steps.all(),
            walk: &mut walk,
        };
        let read = if has_root {
            root.deserialize(&mut json)
        } else {
            root.inside(first.copied().unwrap_or_default(), &mut json)
        };
        match read.and_then(|()| json.end()) {
            Ok(()) => walk.found,
            Err(_) => ValueTexts::default(),
        }
    }

    fn scalar<'b>(&self, value: &'b str) -> Option<Scalar<'b>> {
        match value.as_bytes().first()? {
            b'"' => text(value).map(Scalar::Text),
            b't' => Some(Scalar::Bool(true)),
            b'f' => Some(Scalar::Bool(false)),
            b'-' | b'0'..=b'9' => Some(number(value)),
            _ => None,
        }
    }

    fn items<'b>(&self, _: &'b [u8], _: &str, value: &'b str) -> Vec<&'b [u8]> {
        let mut json = serde_json::Deserializer::from_str(value);
        (&mut json).deserialize_seq(Items).unwrap_or_default()
    }
}

/// Returns the content of a JSON string.
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
    // an integer that does not fit in an `i64` is kept as its digits
    raw.parse()
        .map_or_else(|_| Scalar::Text(raw.into()), Scalar::Int)
}

/// A walk through a document along several pointers at once.
struct Walk<'w, 'de> {
    steps: Steps<'w>,
    found: ValueTexts<'de>,
}

/// A value of the document. The pointers of the mask lead to it or through it.
struct At<'w, 'p, 'de> {
    mask: Mask,
    walk: &'w mut Walk<'p, 'de>,
}

impl<'de> At<'_, '_, 'de> {
    /// Reads the value at a key or index, which is the next step of the pointers of a mask.
    fn step<T, E>(
        &mut self,
        mask: Mask,
        read: impl FnOnce(At<'_, '_, 'de>) -> Result<T, E>,
    ) -> Result<T, E> {
        let walk = &mut *self.walk;
        // only the last value of a key counts
        walk.found.set(mask, None);
        walk.steps.enter(mask);
        let value = read(At { mask, walk })?;
        walk.steps.leave(mask);
        Ok(value)
    }

    /// Walks through the value if it is an object or array, and skips it otherwise. `first` is the value's first byte.
    fn inside<R: Read<'de>>(
        self,
        first: u8,
        json: &mut serde_json::Deserializer<R>,
    ) -> Result<(), serde_json::Error> {
        match first {
            b'{' => json.deserialize_map(self),
            b'[' => json.deserialize_seq(self),
            _ => IgnoredAny::deserialize(json).map(|_| ()),
        }
    }
}

impl<'de> DeserializeSeed<'de> for At<'_, '_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        if self.mask == 0 {
            return IgnoredAny::deserialize(json).map(|_| ());
        }
        let At { mask, walk } = self;
        let raw = <&RawValue>::deserialize(json)?.get();
        let ended = walk.steps.ended(mask);
        walk.found.set(ended, Some(raw));
        let mask = mask & !ended;
        if mask != 0 && raw.starts_with(['{', '[']) {
            let mut json = serde_json::Deserializer::from_str(raw);
            // fails only at a key with a lone surrogate, because `raw` is valid JSON; later keys are skipped
            let _ = At { mask, walk }.inside(raw.as_bytes()[0], &mut json);
        }
        Ok(())
    }
}

impl<'de> Visitor<'de> for At<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or array")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(mask) = map.next_key_seed(Key(&self))? {
            self.step(mask, |at| map.next_value_seed(at))?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        for i in 0.. {
            let steps = &self.walk.steps;
            let mask = steps.matching(self.mask, Digits::new(i).as_str());
            if self.step(mask, |at| seq.next_element_seed(at))?.is_none() {
                break;
            }
        }
        Ok(())
    }
}

/// Reads a key, and finds the pointers whose next step it is.
struct Key<'k, 'w, 'p, 'de>(&'k At<'w, 'p, 'de>);

impl<'de> DeserializeSeed<'de> for Key<'_, '_, '_, '_> {
    type Value = Mask;

    fn deserialize<D: Deserializer<'de>>(self, key: D) -> Result<Mask, D::Error> {
        key.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_, '_, '_, '_> {
    type Value = Mask;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Mask, E> {
        Ok(self.0.walk.steps.matching(self.0.mask, key))
    }
}

/// Reads the first items of an array.
struct Items;

impl<'de> Visitor<'de> for Items {
    type Value = Vec<&'de [u8]>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while items.len() < MOST_ITEMS
            && let Some(item) = seq.next_element::<&RawValue>()?
        {
            items.push(item.get().as_bytes());
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(items)
    }
}

#[cfg(test)]
mod tests {
    use super::Json;
    use crate::document::Format;

    #[test]
    fn one_pass_finds_the_values_of_all_pointers() {
        let json = br#" {"a": {"b/c": 1, "d": [10, {"e": "x"}]}, "f": 1e999, "a~": null, "s~1t": 5,
            "twice": {"g": 1, "h": 2}, "twice": {"h": 3}} "#;
        let find = |pointer| Json.values(json, &["/f", pointer, "/twice", "/a"]).get(1);
        for (pointer, value) in [
            ("/a/b~1c", Some("1")),
            ("/a/d/0", Some("10")),
            ("/a/d/1/e", Some("\"x\"")),
            ("/a~0", Some("null")),
            // the key of this pointer is `s/t`
            ("/s~1t", None),
            ("/twice/h", Some("3")),
            ("/twice/g", None),
            ("/a/d/01", None),
            ("/a/d/2", None),
            ("/a/b", None),
            ("/f/x", None),
        ] {
            assert_eq!(find(pointer), value, "{pointer}");
        }
        assert!(find("").is_some_and(|root| root.ends_with('}')));
    }
}
