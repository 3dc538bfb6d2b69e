//! The data model of a table, and the types of its values with their parsing.

pub(crate) mod code;
pub(crate) mod date;
pub(crate) mod display;
mod doc;
mod foreign;
pub(crate) mod header;
pub(crate) mod key_size;
pub(crate) mod model;
pub(crate) mod name;
pub(crate) mod parse;
pub(crate) mod pattern;
pub(crate) mod pointer;
pub(crate) mod registry;
pub(crate) mod response;
pub(crate) mod sentence;
pub(crate) mod status;
pub(crate) mod tag;
pub(crate) mod template;
pub(crate) mod url;
pub(crate) mod vocabulary;

pub use self::model::{Deprecated, Group, Prose, Row, Table, Tag};
