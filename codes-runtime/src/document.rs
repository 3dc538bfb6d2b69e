//! The bodies of responses, in any format.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use codes_core::digits::Digits;

use crate::delay::{MAX_DELAY, parse_seconds, seconds};
use crate::raw::OwnedCode;

/// A scalar in a body.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(feature = "json"), expect(dead_code, reason = "XML has only text"))]
pub(crate) enum Scalar {
    Text(Box<str>),
    Int(i64),
    /// A number with decimals or an exponent, as it is written.
    Number(Box<str>),
    Bool(bool),
}

impl Scalar {
    /// Returns the scalar as a code. An empty text is not a code.
    pub(crate) fn into_code(self) -> Option<OwnedCode> {
        match self {
            Scalar::Text(text) => (!text.trim().is_empty()).then_some(OwnedCode::Text(text)),
            Scalar::Int(int) => Some(OwnedCode::Int(int)),
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

    /// Returns whether the scalar is written like a text.
    pub(crate) fn is(&self, text: &str) -> bool {
        match self {
            Scalar::Text(own) | Scalar::Number(own) => **own == *text,
            Scalar::Int(int) => Digits::new((*int).into()).as_str() == text,
            Scalar::Bool(flag) => (if *flag { "true" } else { "false" }) == text,
        }
    }

    /// Returns the scalar as it is written in JSON, a text without its quotes.
    #[cfg(feature = "http")]
    pub(crate) fn into_text(self) -> Box<str> {
        match self {
            Scalar::Text(text) | Scalar::Number(text) => text,
            Scalar::Int(int) => Digits::new(int.into()).as_str().into(),
            Scalar::Bool(flag) => if flag { "true" } else { "false" }.into(),
        }
    }
}

/// Returns a step of a pointer, in which `~1` is `/` and `~0` is `~`.
pub(crate) fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// A body, or a part of one.
pub(crate) trait Document: Copy {
    /// Returns the scalar at a pointer.
    fn find(&self, pointer: &str) -> Option<Scalar>;

    /// Returns the items of the list at a pointer.
    fn items(&self, pointer: &str) -> Vec<Self>;
}
