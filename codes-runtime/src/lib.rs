//! Typed enums for vendors' status tables, written once as YAML and checked at compile time.
//!
//! [`codes!`] makes an enum of a table; [`CodeTable::classify`] goes from what a response shows to its variants; [`ApiError`] is a
//! response that is an error, with its own facts.
//!
//! ```
//! use codes_runtime::{ApiError, Reply, codes};
//!
//! codes! {
//!     /// What the Points API answers.
//!     pub enum PointsCode = "../specs/points.yaml";
//! }
//!
//! fn call() -> Result<(), ApiError<PointsCode>> {
//!     // what a client of HTTP has seen
//!     Err(ApiError::new(Reply::new().status(402)))
//! }
//!
//! let error = call().unwrap_err();
//! assert!(error.is(PointsCode::PointsBalanceNegative));
//! assert_eq!(error.to_string(), "Points API: 402 Points balance negative");
//! ```
//!
//! # In front of several vendors
//!
//! In the crate that expands `codes!`, a `match` over its enums is exhaustive: a row that a vendor adds stops a gateway
//! from compiling until somebody decides what it means. What vendors have in common is [`Code`](trait@Code), also as `&dyn Code`.
//!
//! ```
//! use codes_runtime::{Code, codes};
//!
//! codes! {
//!     enum LimitsCode = "../specs/limits.yaml";
//!     enum GuideCode = "../specs/guide.yaml";
//! }
//!
//! #[derive(Debug, PartialEq)]
//! enum Refusal { Credentials, Permission, Other }
//!
//! impl From<LimitsCode> for Refusal {
//!     fn from(code: LimitsCode) -> Self {
//!         match code {
//!             LimitsCode::Unauthorized => Refusal::Permission, // this vendor has the two the other way round
//!             LimitsCode::Forbidden => Refusal::Credentials,
//!             LimitsCode::Ok | LimitsCode::MovedPermanently | LimitsCode::BadRequest | LimitsCode::NotFound
//!             | LimitsCode::UnprocessableContent | LimitsCode::TooManyRequests | LimitsCode::InternalServerError
//!             | LimitsCode::ServiceUnavailable => Refusal::Other,
//!         }
//!     }
//! }
//!
//! assert_eq!(Refusal::from(LimitsCode::Forbidden), Refusal::Credentials);
//! let logged: [&dyn Code; 2] = [&LimitsCode::Forbidden, &GuideCode::Forbidden];
//! assert_eq!(logged.map(Code::vendor), ["Limits API", "Guide API"]);
//! ```
//!
//! # Features
//!
//! | | |
//! |---|---|
//! | `macros` (default) | [`codes!`] and [`derive(Code)`](derive@Code) |
//! | `alloc` (default) | [`ApiError`]; all else works without an allocator, and look-ups never allocate |
//! | `std` | nothing of its own: what other features need of it |
//! | `serde` | `Serialize` and `Deserialize` where an enum asks for them; with `alloc`, `Received` |
//! | `http` | `check` on [`ApiError`] and [`CodeTable`], `parse_retry_after`, `http_status`; turns `std` on |
//! | `json` | codes and messages in the bodies of responses, where a spec's `body` says so; turns `alloc` on |

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
mod index;
mod message;
mod nearest;
mod pad;
mod raw;
#[cfg(all(feature = "serde", feature = "alloc"))]
mod received;
#[cfg(feature = "http")]
mod response;
mod row;
mod table;
#[cfg(feature = "serde")]
mod wire;
mod word;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

#[cfg(feature = "alloc")]
pub use api_error::ApiError;
#[cfg(feature = "json")]
pub use body::Body;
pub use candidates::{Candidates, Iter};
pub use classify::{Match, Reply};
pub use code::{Code, CodeTable};
/// Declares enums over vendors' tables.
///
/// ```
/// use codes_runtime::codes;
///
/// codes! {
///     /// What the Points API answers.
///     pub enum PointsCode = "../specs/points.yaml";
///
///     #[codes(exhaustive)]
///     pub(crate) enum LimitsCode = concat!("../specs/", "limits.yaml");
/// }
///
/// assert_eq!(PointsCode::NotFound.to_string(), "404 Not found");
/// assert_eq!(PointsCode::NotFound.status(), Some(404));
/// assert!("NoResults".parse::<PointsCode>().is_ok());
/// ```
///
/// The path is relative to the package's `Cargo.toml`, and is a string, or `concat!` and `env!` of strings. The compiler
/// watches the file. Each mistake in it is an error at the path; the rows without one are there nevertheless.
///
/// Docs and attributes of an item are the enum's; the table's docs follow them. `#[codes(…)]` takes
///
/// - `exhaustive`: the enum is not `#[non_exhaustive]`, so that a new row is a breaking change,
/// - `quiet`: warnings of the spec are not shown,
/// - `serde`: `Serialize` and `Deserialize`, for which this crate needs its feature `serde`. A code that no other row has is
///   written as it is, text or integer, other rows by their names; codes, aliases, names and former names are read,
/// - `crate = path`: where this crate is, if it is not `::codes_runtime`.
///
/// An enum is `Copy`, in table order, and has
///
/// | | |
/// |---|---|
/// | derived | `Clone`, `Copy`, `PartialEq`, `Eq`, `PartialOrd`, `Ord`, `Hash` |
/// | written | `Debug` (the name), `Display` (`402 Points balance negative`; `{:#}` with vendor and description), `Error` |
/// | from text | `FromStr`, `TryFrom<&str>`: by a code that one row has, else by name |
/// | inherent | `ALL`, `name`, `status`, `code`, `title`, `description`, `kind`, `retry`, `outcome`, `is_error`, and `is_<tag>` for each tag |
/// | traits | [`Code`](trait@Code), [`CodeTable`] |
/// | former names | deprecated constants, which can be patterns |
#[cfg(feature = "macros")]
pub use codes_macro::codes;

/// Takes a user's own enum for a vendor's table: own names, own order, own docs, checked against the table.
///
/// ```
/// use codes_runtime::{Code, CodeTable};
///
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
/// #[code(spec = "../specs/points.yaml", partial)]
/// enum Payment {
///     /// My words.
///     #[code(code = "PointsBalanceNegative")]
///     OutOfPoints,
///     #[code(status = 429)]
///     SlowDown,
///     Unauthorized, // by its own name
/// }
///
/// assert_eq!(Payment::OutOfPoints.to_string(), "402 Points balance negative");
/// assert_eq!(Payment::with_status(429).one(), Some(Payment::SlowDown));
/// assert!(Payment::with_status(404).is_empty()); // it has no variant
/// ```
///
/// One variant stands for one row: the row of its name, or the one that `name = "…"`, `status = 404` and `code = "…"` or
/// `code = -1003` fit together. Every row needs a variant, unless the enum is `partial`.
///
/// `#[code(…)]` on the enum takes `spec = "path"`, as in [`codes!`], and `partial`, `quiet`, `serde` and `crate = path`.
///
/// It writes `Display`, `Error`, `FromStr`, `TryFrom<&str>`, [`Code`](trait@Code) and [`CodeTable`], and nothing inherent. The
/// enum must be `Copy`, `Debug`, `Eq` and `Hash`. [`CodeTable::ALL`] is in table order, whatever the enum's own.
#[cfg(feature = "macros")]
pub use codes_macro::Code;
pub use error::UnknownCode;
pub use raw::RawCode;
#[cfg(all(feature = "serde", feature = "alloc"))]
pub use received::Received;
#[cfg(feature = "http")]
pub use response::parse_retry_after;
pub use row::{Deprecated, Row};
pub use table::{Group, Table};
pub use word::{Kind, Outcome, Retry, UnknownWord};
