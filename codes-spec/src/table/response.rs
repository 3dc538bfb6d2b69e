//! Where a response has its code, message and other values: in its body and its headers.

use std::borrow::Cow;

use crate::table::pointer::Pointer;
use crate::table::vocabulary::{BodyFormat, Decode, DelayUnit};

/// The places of values in the body of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Body<'a> {
    /// The format of the body.
    pub format: BodyFormat,
    /// The list of errors. Pointers in `code`, `detail`, `message` and `params` are relative to one of its items.
    pub errors: Option<Pointer<'a>>,
    /// Places of the code, tried in order.
    pub code: Vec<Pointer<'a>>,
    /// Places of the detail, tried in order.
    pub detail: Vec<Pointer<'a>>,
    /// Places of the message, tried in order.
    pub message: Vec<Pointer<'a>>,
    /// How the body says that the request succeeded.
    pub success: Option<Success<'a, Pointer<'a>>>,
    /// Places of the delay in seconds, tried in order.
    pub retry_after: Vec<Pointer<'a>>,
    /// Names and places of parameters.
    pub params: Vec<(Cow<'a, str>, Vec<Pointer<'a>>)>,
    /// The text that is cut from a code.
    pub trim: Trim<'a>,
    /// The statuses of responses whose body is read.
    pub statuses: Vec<(u16, u16)>,
}

/// The places of values in the headers of a response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Headers<'a> {
    /// Headers with the code, tried in order.
    pub code: Vec<Header<'a>>,
    /// Headers with the detail, tried in order.
    pub detail: Vec<Header<'a>>,
    /// Headers with the message, tried in order.
    pub message: Vec<Header<'a>>,
    /// How a header says that the request succeeded.
    pub success: Option<Success<'a, Cow<'a, str>>>,
    /// Headers with the delay, tried in order after `Retry-After`.
    pub retry_after: Vec<Delay<'a>>,
    /// Names and headers of parameters.
    pub params: Vec<(Cow<'a, str>, Vec<Header<'a>>)>,
    /// The text that is cut from a code.
    pub trim: Trim<'a>,
}

/// A header that is read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Header<'a> {
    /// The header's name.
    pub name: Cow<'a, str>,
    /// How its value is decoded.
    pub decode: Option<Decode>,
}

/// A header that is read as a delay.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delay<'a> {
    /// The header's name.
    pub name: Cow<'a, str>,
    /// The meaning of the value, if it is not a number of seconds.
    pub unit: Option<DelayUnit>,
}

/// A place in a response, and the values there that mean success.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Success<'a, P> {
    /// The place.
    pub at: P,
    /// The values, as text.
    pub is: Vec<Cow<'a, str>>,
}

/// The text that is cut from a code before it is looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Trim<'a> {
    /// The code ends before this text, where it first occurs.
    pub before: Option<Cow<'a, str>>,
    /// The code begins after this text, where it first occurs.
    pub after: Option<Cow<'a, str>>,
}
