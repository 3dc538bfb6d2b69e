//! Turns plain text and Markdown into Markdown for rustdoc.

pub(crate) mod code;
pub(crate) mod depth;
mod escape;
#[cfg(feature = "markdown")]
mod link;
#[cfg(feature = "markdown")]
pub(crate) mod plain;
pub(crate) mod rustdoc;
#[cfg(feature = "markdown")]
pub(crate) mod sanitize;

/// Replaces the Markdown parser in builds without it. Never called, because `markdown: true` is an error there.
#[cfg(not(feature = "markdown"))]
pub(crate) mod plain {
    pub(crate) fn plain_text(markdown: &str) -> String {
        markdown.to_owned()
    }
}
