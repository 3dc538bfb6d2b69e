//! YAML text as a tree of borrowed nodes, and the byte ranges of its scalars.
//!
//! Only this layer uses `serde_yaml`, which is archived upstream, and knows its messages, limits and bugs. It can be
//! replaced with any parser that yields scalars, lists and mappings in order and the position of each scalar;
//! `yaml_serde` has the same interface.

mod appearance;
mod builder;
mod comments;
mod document;
mod errors;
mod fill;
mod flow;
mod foreign;
mod limits;
mod lint;
mod node;
mod parse;
mod positions;
mod probe;
mod quotes;
mod ranges;
mod resolve;
mod scalar;
mod tokens;
mod unquoted;

pub(crate) use self::appearance::{list_marker, numbered_item};
pub use self::document::{YamlError, read_yaml};
pub(crate) use self::lint::check;
pub(crate) use self::node::{Node, Value};
pub(crate) use self::parse::parse;
pub(crate) use self::resolve::resolve;
