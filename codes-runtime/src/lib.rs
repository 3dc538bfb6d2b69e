//! Typed enums for vendors' status tables, written once as YAML and checked at compile time.

#![no_std]

mod candidates;
mod classify;
mod code;
mod cursor;
mod error;
mod index;
mod message;
mod pad;
mod raw;
mod row;
mod table;
mod word;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use candidates::{Candidates, Iter};
pub use classify::{Match, Reply};
pub use code::{Code, CodeTable};
#[cfg(feature = "macros")]
pub use codes_macro::codes;
pub use error::UnknownCode;
pub use raw::RawCode;
pub use row::{Deprecated, Row};
pub use table::{Group, Table};
pub use word::{Kind, Outcome, Retry, UnknownWord};
