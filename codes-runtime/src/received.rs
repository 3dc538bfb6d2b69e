//! A type for codes in fields of the user's own structs.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::code_table::CodeTable;
use crate::matching::Match;
use crate::raw::{RawCode, ReadCode};
use crate::reply::Reply;
use crate::serialization::CodeVisitor;

/// A code in a field of your own type, whether or not it is in the table.
///
/// It deserializes from any string or integer, and serializes to the same value. The data format
/// must distinguish strings from integers, as JSON does. Requires the `serde` and `alloc` features.
///
/// # Examples
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
    raw: ReadCode<'static>,
    /// Whether the text holds the digits of an integer that does not fit in an `i64`.
    wide: bool,
    codes: PhantomData<fn() -> C>,
}

impl<C: CodeTable> Received<C> {
    /// Creates a value from a code.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Received;
    ///
    /// assert_eq!(Received::<PointsCode>::new("AddedToday").to_string(), "AddedToday");
    /// ```
    pub fn new<'a>(code: impl Into<RawCode<'a>>) -> Self {
        Received {
            raw: ReadCode::from(code.into()).into_owned(),
            wide: false,
            codes: PhantomData,
        }
    }

    /// Returns the variants that match the code.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{Match, Received};
    ///
    /// let received = Received::<PointsCode>::new("NotFound");
    /// assert_eq!(received.matched(), Match::One(PointsCode::NotFound));
    /// ```
    pub fn matched(&self) -> Match<C> {
        C::classify(&Reply::new().code(self.raw()))
    }

    /// Returns the variant that matches the code, or `None` if there are several or none.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Received;
    ///
    /// assert_eq!(Received::<PointsCode>::new("NotFound").one(), Some(PointsCode::NotFound));
    /// ```
    pub fn one(&self) -> Option<C> {
        self.matched().one()
    }
}

impl<C> Received<C> {
    /// Returns the code as it was received.
    ///
    /// Integers that do not fit in an `i64` are returned as decimal digits. If they do not fit in a `u64` either,
    /// `serde_json` preserves only about 17 digits unless its `arbitrary_precision` feature is on.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{RawCode, Received};
    ///
    /// assert_eq!(Received::<PointsCode>::new(-1003).raw(), RawCode::Int(-1003));
    /// ```
    pub fn raw(&self) -> RawCode<'_> {
        self.raw.as_raw()
    }
}

impl<C> fmt::Debug for Received<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Received").field(&self.raw()).finish()
    }
}

/// Prints the code as it was received.
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
        deserializer.deserialize_any(CodeVisitor(|code: RawCode<'_>, wide| {
            Ok(Received {
                raw: ReadCode::from(code).into_owned(),
                wide,
                codes: PhantomData,
            })
        }))
    }
}
