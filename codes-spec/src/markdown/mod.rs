//! Turns plain text and Markdown into Markdown for rustdoc.

pub(crate) mod depth;
mod escape;
#[cfg(feature = "markdown")]
mod link;
#[cfg(feature = "markdown")]
pub(crate) mod plain;
pub(crate) mod rustdoc;
#[cfg(feature = "markdown")]
pub(crate) mod sanitize;

/// Stands in for the parser of Markdown, for texts of a table whose `markdown: true` was refused.
#[cfg(not(feature = "markdown"))]
pub(crate) mod plain {
    pub(crate) fn plain_text(markdown: &str) -> String {
        markdown.to_owned()
    }
}
