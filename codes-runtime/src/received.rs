//! A code as it came, in a type of the user's.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::classify::{Match, Reply};
use crate::code::CodeTable;
use crate::raw::{OwnedCode, RawCode};
use crate::wire::Codes;

/// A code for a field of a response: it is read whatever text or integer it is, and written as it came. The format has to
/// tell one from the other, as JSON does. Needs the features `serde` and `alloc`.
///
/// ```
/// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
/// use codes_runtime::{RawCode, Received};
///
/// let code: Received<PointsCode> = serde_json::from_str(r#""NoResults""#).unwrap();
/// assert_eq!(code.one(), Some(PointsCode::NoResults));
///
/// let new: Received<PointsCode> = serde_json::from_str(r#""AddedToday""#).unwrap();
/// assert_eq!(new.one(), None);
/// assert_eq!(new.raw(), RawCode::Text("AddedToday"));
/// assert_eq!(serde_json::to_string(&new).unwrap(), r#""AddedToday""#);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Received<C> {
    raw: OwnedCode,
    /// The text is an integer's digits.
    wide: bool,
    codes: PhantomData<fn() -> C>,
}

impl<C: CodeTable> Received<C> {
    /// A code as if it had come.
    pub fn new<'a>(code: impl Into<RawCode<'a>>) -> Self {
        Received {
            raw: code.into().into(),
            wide: false,
            codes: PhantomData,
        }
    }

    /// What it means.
    pub fn matched(&self) -> Match<C> {
        C::classify(&Reply::new().code(self.raw()))
    }

    /// What it means, if that is one row alone.
    pub fn one(&self) -> Option<C> {
        self.matched().one()
    }
}

impl<C> Received<C> {
    /// As it came; an integer of more than 64 bits as its digits, of which `serde_json` keeps some 17 unless its
    /// `arbitrary_precision` is on.
    pub fn raw(&self) -> RawCode<'_> {
        self.raw.as_raw()
    }
}

impl<C> fmt::Debug for Received<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Received").field(&self.raw()).finish()
    }
}

/// As it came.
impl<C> fmt::Display for Received<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.raw().fmt(f)
    }
}

impl<C> Serialize for Received<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.raw() {
            RawCode::Int(int) => serializer.serialize_i64(int),
            RawCode::Text(digits) if self.wide => match digits.parse() {
                Ok(int) => serializer.serialize_u64(int),
                Err(_) => {
                    serializer.serialize_i128(digits.parse().map_err(serde::ser::Error::custom)?)
                }
            },
            RawCode::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de, C> Deserialize<'de> for Received<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Codes(|code: RawCode<'_>, wide| {
            Ok(Received {
                raw: code.into(),
                wide,
                codes: PhantomData,
            })
        }))
    }
}
