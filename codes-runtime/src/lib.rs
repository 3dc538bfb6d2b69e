#![doc = include_str!("../docs/manual.md")]
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "alloc")]
mod api_error;
#[cfg(feature = "json")]
mod body;
mod candidates;
mod classify;
mod code;
mod cursor;
mod error;
mod group;
mod index;
mod message;
mod nearest;
mod raw;
#[cfg(all(feature = "serde", feature = "alloc"))]
mod received;
#[cfg(feature = "http")]
mod response;
mod row;
mod set;
mod table;
#[cfg(feature = "serde")]
mod wire;
mod word;

/// Not part of the public API. Expansions name a version of it, so that one that does not fit this release fails to compile.
#[doc(hidden)]
pub mod __private {
    pub mod v1;
}

#[cfg(feature = "alloc")]
pub use api_error::ApiError;
#[cfg(feature = "json")]
pub use body::Body;
pub use candidates::{Candidates, Iter};
pub use classify::{Match, Reply};
pub use code::{Code, CodeTable};
pub use error::UnknownCode;
pub use group::Group;
pub use raw::RawCode;
#[cfg(all(feature = "serde", feature = "alloc"))]
pub use received::Received;
#[cfg(feature = "http")]
pub use response::parse_retry_after;
pub use row::{Deprecated, Row};
pub use table::Table;
pub use word::{Kind, Outcome, Retry, UnknownWord};

#[doc = include_str!("../docs/derive.md")]
#[cfg(feature = "macros")]
pub use codes_macro::Code;
#[doc = include_str!("../docs/codes.md")]
#[cfg(feature = "macros")]
pub use codes_macro::codes;
