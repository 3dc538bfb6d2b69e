//! Plain text and Markdown as rustdoc shows them.

mod link;
pub(crate) mod plain;
pub(crate) mod rustdoc;
pub(crate) mod sanitize;
