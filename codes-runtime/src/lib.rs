#![doc = include_str!("../docs/manual.md")]
//!
#![doc = include_str!("../docs/error_formats.md")]
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "alloc")]
mod advice;
#[cfg(feature = "alloc")]
mod api_error;
#[cfg(any(feature = "json", feature = "xml"))]
mod body;
mod candidates;
#[cfg(feature = "http")]
mod check;
mod classify;
mod code;
mod code_table;
mod cursor;
#[cfg(feature = "alloc")]
mod decide;
#[cfg(feature = "alloc")]
mod delay;
#[cfg(any(feature = "json", feature = "xml"))]
mod document;
#[cfg(feature = "alloc")]
mod error_display;
#[cfg(feature = "alloc")]
mod errors;
#[cfg(feature = "alloc")]
mod facts;
mod filter;
mod found;
mod from_row;
mod group;
mod index;
#[cfg(feature = "alloc")]
mod interpret;
#[cfg(feature = "json")]
mod json;
mod key;
mod matching;
mod message;
#[cfg(feature = "http")]
mod observed;
mod parse;
mod raw;
#[cfg(any(feature = "http", feature = "json", feature = "xml"))]
mod read;
#[cfg(all(feature = "serde", feature = "alloc"))]
mod received;
mod reply;
#[cfg(feature = "http")]
mod response;
mod row;
mod search;
#[cfg(feature = "serde")]
mod serialization;
mod set;
mod table;
mod unknown_code;
#[cfg(feature = "xml")]
mod xml;

/// Not part of the public API. Generated code refers to a versioned submodule, so that code for
/// another version fails to compile.
#[doc(hidden)]
pub mod __private {
    pub mod v1;
}

#[cfg(feature = "alloc")]
pub use api_error::ApiError;
#[cfg(any(feature = "json", feature = "xml"))]
pub use body::Body;
pub use candidates::{Candidates, Iter};
pub use code::Code;
pub use code_table::CodeTable;
#[doc(inline)]
pub use codes_core::{Kind, Outcome, Retry, UnknownWord};
#[cfg(feature = "alloc")]
pub use errors::{ErrorItem, Errors};
pub use group::Group;
pub use matching::Match;
pub use raw::RawCode;
#[cfg(all(feature = "serde", feature = "alloc"))]
pub use received::Received;
pub use reply::Reply;
#[cfg(feature = "http")]
pub use response::parse_retry_after;
pub use row::{Deprecated, Row};
pub use table::Table;
pub use unknown_code::UnknownCode;

#[doc = include_str!("../docs/derive.md")]
#[cfg(feature = "macros")]
pub use codes_macro::Code;
#[doc = include_str!("../docs/codes.md")]
#[cfg(feature = "macros")]
pub use codes_macro::codes;
