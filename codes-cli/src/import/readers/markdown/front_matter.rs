//! The title and the description in the front matter of a page.

use crate::import::readers::markdown::reader::MarkdownReader;

impl MarkdownReader<'_> {
    pub(super) fn end_metadata(&mut self) {
        let front = self.front.take().unwrap_or_default();
        let value = |keys: &[&str]| keys.iter().find_map(|key| front_matter(&front, key));
        self.page.title = value(&["title", "label", "sidebar_label"]);
        self.page.about = value(&["description", "excerpt", "summary"]);
    }
}

/// Returns the value of a key of the front matter, if it is on one line.
fn front_matter(front: &str, key: &str) -> Option<String> {
    let values = front
        .lines()
        .filter_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
    let value = values
        .map(str::trim)
        .find(|value| !value.is_empty() && !value.starts_with(['|', '>', '[', '{']))?;
    let quoted = ['"', '\'']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    Some(quoted.unwrap_or(value).to_owned())
}
