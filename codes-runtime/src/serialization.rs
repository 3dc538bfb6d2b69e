//! Serializes and deserializes codes.

use core::fmt;
use core::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde::ser::Serializer;

use codes_core::digits::Digits;

use crate::code_table::CodeTable;
use crate::parse::parse;
use crate::raw::RawCode;
use crate::unknown_code::UnknownCode;

/// Serializes the code if no other row has it, else the name.
pub fn serialize<C: CodeTable, S: Serializer>(code: C, serializer: S) -> Result<S::Ok, S::Error> {
    match code
        .code()
        .filter(|own| C::with_code(*own).one() == Some(code))
    {
        Some(RawCode::Text(text)) => serializer.serialize_str(text),
        Some(RawCode::Int(int)) => serializer.serialize_i64(int),
        None => serializer.serialize_str(code.name()),
    }
}

/// Deserializes a variant from a code or alias that no other row has, or else from a name or former name.
pub fn deserialize<'de, C: CodeTable, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<C, D::Error> {
    deserializer.deserialize_any(CodeVisitor(|code: RawCode<'_>, _| match code {
        RawCode::Text(text) => parse(text),
        RawCode::Int(int) => {
            let unknown = || UnknownCode::new::<C>(Digits::new(int.into()).as_str());
            C::with_code(int).one().ok_or_else(unknown)
        }
    }))
}

/// Passes text and integers to a function. An integer that does not fit in an `i64` becomes text; the
/// second argument is `true` in this case.
pub(crate) struct CodeVisitor<F>(pub(crate) F);

impl<'de, T, F: FnOnce(RawCode<'_>, bool) -> Result<T, UnknownCode>> Visitor<'de>
    for CodeVisitor<F>
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a code: text or an integer")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.0)(RawCode::Text(text), false).map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, int: i64) -> Result<T, E> {
        (self.0)(RawCode::Int(int), false).map_err(E::custom)
    }

    fn visit_u64<E: Error>(self, int: u64) -> Result<T, E> {
        self.visit_i128(int.into())
    }

    fn visit_i128<E: Error>(self, int: i128) -> Result<T, E> {
        match i64::try_from(int) {
            Ok(int) => self.visit_i64(int),
            Err(_) => (self.0)(RawCode::Text(Digits::new(int).as_str()), true).map_err(E::custom),
        }
    }

    fn visit_u128<E: Error>(self, int: u128) -> Result<T, E> {
        match i128::try_from(int) {
            Ok(int) => self.visit_i128(int),
            Err(_) => {
                (self.0)(RawCode::Text(Digits::unsigned(int).as_str()), true).map_err(E::custom)
            }
        }
    }

    /// `serde_json` passes integers that fit in neither `i64` nor `u64`, and `-0`, as floats.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "floats in this range have no fraction"
    )]
    fn visit_f64<E: Error>(self, float: f64) -> Result<T, E> {
        // from 2⁶³ to 2¹²⁷
        const WIDE: Range<f64> = 9.223_372_036_854_776e18..1.701_411_834_604_692_3e38;
        if WIDE.contains(&float.abs()) || float.to_bits() == (-0.0_f64).to_bits() {
            self.visit_i128(float as i128)
        } else {
            Err(E::invalid_type(Unexpected::Float(float), &self))
        }
    }

    /// `serde_json` passes all numbers as maps if its feature `arbitrary_precision` is enabled.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        match map.next_key()? {
            Some("$serde_json::private::Number") => map.next_value_seed(NumberVisitor(self)),
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

/// Accepts the digits of an integer.
struct NumberVisitor<F>(CodeVisitor<F>);

impl<'de, T, F: FnOnce(RawCode<'_>, bool) -> Result<T, UnknownCode>> DeserializeSeed<'de>
    for NumberVisitor<F>
{
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, number: D) -> Result<T, D::Error> {
        number.deserialize_str(self)
    }
}

impl<T, F: FnOnce(RawCode<'_>, bool) -> Result<T, UnknownCode>> Visitor<'_> for NumberVisitor<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: Error>(self, number: &str) -> Result<T, E> {
        let digits = number.strip_prefix('-').unwrap_or(number);
        match number.parse() {
            Ok(int) => self.0.visit_i64(int),
            Err(_) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                (self.0.0)(RawCode::Text(number), true).map_err(E::custom)
            }
            Err(_) => Err(E::invalid_type(
                Unexpected::Other("a number with a fraction"),
                &self.0,
            )),
        }
    }
}
