//! The format of specs: its keys, the shapes of their values, and how nodes are read into drafts. A draft has the
//! values of a mapping before they are checked against other values.

mod code_text;
mod entries;
pub(crate) mod field;
pub(crate) mod keys;
pub(crate) mod list;
pub(crate) mod mapping;
mod proposals;
pub(crate) mod record;
pub(crate) mod response_keys;
pub(crate) mod schema;
pub(crate) mod shape;
mod shorthand;
mod synonyms;
mod text;
mod values;

pub use self::keys::{KEYS, MAX_ROWS};
pub use self::schema::{Key, Need};
