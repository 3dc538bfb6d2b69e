//! Access to the values in response bodies of any format.

use alloc::borrow::Cow;
#[cfg(feature = "http")]
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use codes_core::digits::Digits;

use crate::delay::{MAX_DELAY, parse_seconds, seconds};
use crate::raw::ReadCode;

/// A scalar in a body.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(feature = "json"), expect(dead_code, reason = "XML has only text"))]
pub(crate) enum Scalar<'b> {
    Text(Cow<'b, str>),
    Int(i64),
    /// A number with decimals or an exponent, as written.
    Number(&'b str),
    Bool(bool),
}

impl<'b> Scalar<'b> {
    /// Returns the scalar as a code. An empty text is not a code.
    pub(crate) fn into_code(self) -> Option<ReadCode<'b>> {
        match self {
            Scalar::Text(text) => (!text.trim().is_empty()).then_some(ReadCode::Text(text)),
            Scalar::Int(int) => Some(ReadCode::Int(int)),
            Scalar::Number(_) | Scalar::Bool(_) => None,
        }
    }

    /// Returns the scalar as a delay in seconds.
    pub(crate) fn into_delay(self) -> Option<Duration> {
        match self {
            Scalar::Text(text) => parse_seconds(&text),
            Scalar::Number(number) => seconds(number.parse::<f64>().ok()?.min(f64::MAX)),
            Scalar::Int(int) => Some(Duration::from_secs(u64::try_from(int).ok()?).min(MAX_DELAY)),
            Scalar::Bool(_) => None,
        }
    }

    /// Returns whether the scalar is equal to `text` when converted to a string.
    pub(crate) fn is(&self, text: &str) -> bool {
        match self {
            Scalar::Text(own) => own == text,
            Scalar::Number(own) => *own == text,
            Scalar::Int(int) => Digits::new((*int).into()).as_str() == text,
            Scalar::Bool(flag) => (if *flag { "true" } else { "false" }) == text,
        }
    }

    /// Returns the scalar as written in JSON; strings have no quotes.
    #[cfg(feature = "http")]
    pub(crate) fn into_text(self) -> Box<str> {
        match self {
            Scalar::Text(text) => text.into(),
            Scalar::Number(text) => text.into(),
            Scalar::Int(int) => Digits::new(int.into()).as_str().into(),
            Scalar::Bool(flag) => if flag { "true" } else { "false" }.into(),
        }
    }
}

/// Unescapes a step of a pointer: `~1` becomes `/`, and `~0` becomes `~`.
pub(crate) fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// A body, or a part of one.
pub(crate) trait Document<'b>: Copy {
    /// Returns the scalar at a pointer.
    fn find(&self, pointer: &str) -> Option<Scalar<'b>>;

    /// Returns the items of the list at a pointer.
    fn items(&self, pointer: &str) -> Vec<Self>;
}
