//! Texts of a table in doc comments.

use crate::markdown::rustdoc::literal;
use crate::markdown::sanitize::sanitize;
use crate::table::model::{Prose, Table};
use crate::table::url::Url;

impl Table<'_> {
    /// Returns a text as Markdown for a doc comment.
    pub fn doc(&self, prose: &Prose<'_>) -> String {
        if prose.is_markdown() {
            sanitize(&prose.text, self.base_url.as_ref().map(Url::as_str))
        } else {
            literal(&prose.text)
        }
    }
}
