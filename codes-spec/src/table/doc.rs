//! Formats a table's texts for doc comments.

use crate::markdown::rustdoc::literal;
use crate::table::model::{Prose, Table};
#[cfg(feature = "markdown")]
use crate::table::url::Url;

impl Table<'_> {
    /// Returns a text as Markdown for a doc comment.
    pub fn doc(&self, prose: &Prose<'_>) -> String {
        #[cfg(feature = "markdown")]
        if prose.is_markdown() {
            let base_url = self.base_url.as_ref().map(Url::as_str);
            return crate::markdown::sanitize::sanitize(&prose.text, base_url);
        }
        literal(&prose.text)
    }
}
