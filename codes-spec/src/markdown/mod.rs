//! Turns plain text and Markdown into Markdown for rustdoc.

mod link;
pub(crate) mod plain;
pub(crate) mod rustdoc;
pub(crate) mod sanitize;
