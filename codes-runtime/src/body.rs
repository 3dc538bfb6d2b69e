//! Reads code and message from the bodies of responses.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;

use crate::raw::OwnedCode;
use crate::reply::Reply;
use crate::table::Table;

/// The code and message in the body of a response, as read by [`Table::read_body`]. Requires the `json` feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    status: u16,
    code: Option<OwnedCode>,
    message: Option<Box<str>>,
}

impl Body {
    /// The longest body that is read, in bytes. Error responses are short.
    pub const LONGEST: usize = 1 << 20;

    /// Returns the response's status with the code and message of the body, ready to be classified.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../tests/specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// let body = PointsCode::TABLE.read_body(404, br#"{"code": "NotFound", "message": "no such entry"}"#);
    /// assert_eq!(body.reply().message, Some("no such entry"));
    /// assert_eq!(PointsCode::classify(&body.reply()).one(), Some(PointsCode::NotFound));
    /// ```
    pub fn reply(&self) -> Reply<'_> {
        let mut reply = Reply::new().status(self.status);
        reply.code = self.code.as_ref().map(OwnedCode::as_raw);
        reply.message = self.message.as_deref();
        reply
    }
}

impl Table {
    /// Reads code and message from a JSON body, if the spec's `body` says that responses of this status have them.
    ///
    /// A body that is not JSON, or is longer than [`Body::LONGEST`], yields neither. Requires the `json` feature.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../tests/specs/points.yaml"; }
    /// use codes_runtime::{CodeTable, RawCode};
    ///
    /// let body = PointsCode::TABLE.read_body(404, br#"{"code": "NotFound"}"#);
    /// assert_eq!(body.reply().code, Some(RawCode::Text("NotFound")));
    /// ```
    pub fn read_body(&self, status: u16, body: &[u8]) -> Body {
        let read = body.len() <= Body::LONGEST && self.reads_body_of(status);
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        let code = self
            .code_pointers()
            .filter(|_| read)
            .filter_map(|pointer| find(pointer, body))
            .find(is_something);
        let message = self
            .message_pointers()
            .filter(|_| read)
            .filter_map(|pointer| find(pointer, body))
            .find(is_something);
        let text = |found| match found {
            OwnedCode::Text(text) => text,
            OwnedCode::Int(int) => alloc::format!("{int}").into(),
        };
        Body {
            status,
            code,
            message: message.map(text),
        }
    }
}

/// Returns whether a value can be a code: an empty text cannot, and the next pointer is tried.
fn is_something(found: &OwnedCode) -> bool {
    !matches!(found, OwnedCode::Text(text) if text.trim().is_empty())
}

/// Returns the text or integer at a pointer.
fn find(pointer: &str, body: &[u8]) -> Option<OwnedCode> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let raw = AtPointer(Some(pointer)).deserialize(&mut json).ok()??.get();
    json.end().ok()?;
    if raw.starts_with('"') {
        return serde_json::from_str::<String>(raw)
            .ok()
            .map(|text| OwnedCode::Text(text.into()));
    }
    let digits = raw.strip_prefix('-').unwrap_or(raw);
    let is_integer = digits.bytes().all(|byte| byte.is_ascii_digit());
    // an integer wider than 64 bits is kept as its digits
    is_integer.then(|| {
        raw.parse()
            .map_or_else(|_| OwnedCode::Text(raw.into()), OwnedCode::Int)
    })
}

/// Finds the value at the rest of a pointer, or nothing if there is no pointer, and skips all other
/// values. No tree is built, and the stack grows only with the steps of the pointer, however deep the
/// body is nested.
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

/// Accepts a key and returns whether it equals a step of a pointer, where `~1` is `/` and `~0` is `~`.
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

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
