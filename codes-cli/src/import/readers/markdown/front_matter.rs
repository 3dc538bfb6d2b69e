//! The title, the description and lists of codes in the front matter of a page.

use crate::import::model::page::{MAX_COLUMNS, PageTable};
use crate::import::model::text::Text;
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
    let values = front.lines().filter_map(|line| {
        line.strip_prefix(key)?
            .trim_start()
            .strip_prefix([':', '='])
    });
    let value = values
        .map(str::trim)
        .find(|value| !value.is_empty() && !value.starts_with(['|', '>', '[', '{']))?;
    Some(unquoted(value).to_owned())
}

/// Returns the front matter of a page.
pub(super) fn of(text: &str) -> &str {
    let rest = text.strip_prefix("---\n").unwrap_or_default();
    rest.find("\n---").map_or("", |end| &rest[..=end])
}

/// Returns the lists of mappings that have a status or a code in each item.
pub(super) fn lists(front: &str) -> Vec<PageTable> {
    let mut lists: Vec<ItemList<'_>> = Vec::new();
    let mut open: Option<ItemList<'_>> = None;
    for line in front.lines().filter(|line| !line.trim().is_empty()) {
        let indent = line.len() - line.trim_start().len();
        let item = line.trim_start().strip_prefix("- ");
        match (&mut open, item) {
            (Some(list), Some(item)) if indent == list.indent => {
                list.items.push(Vec::new());
                list.line(item);
            }
            (Some(list), _) if indent > list.indent => list.line(line.trim()),
            (_, Some(item)) => {
                lists.extend(open.take());
                let mut list = ItemList {
                    indent,
                    items: vec![Vec::new()],
                };
                list.line(item);
                open = Some(list);
            }
            _ => lists.extend(open.take()),
        }
    }
    lists.extend(open);
    lists.into_iter().filter_map(ItemList::table).collect()
}

/// A list of mappings: its indentation, and the keys and values of its items.
struct ItemList<'f> {
    indent: usize,
    items: Vec<Vec<(&'f str, String)>>,
}

impl<'f> ItemList<'f> {
    /// Adds a line of the last item. A line without a key continues the value above.
    fn line(&mut self, line: &'f str) {
        let Some(item) = self.items.last_mut() else {
            return;
        };
        let is_key = |key: &&str| !key.contains(' ') && !key.starts_with(['"', '\'', '-']);
        let key = line
            .split_once(": ")
            .or_else(|| Some((line.strip_suffix(':')?, "")));
        match (key.filter(|(key, _)| is_key(key)), item.last_mut()) {
            (Some((key, value)), _) => item.push((key, unquoted(value.trim()).to_owned())),
            (None, Some((_, value))) => {
                if matches!(&**value, "|" | ">" | "|-" | ">-") {
                    value.clear();
                }
                *value += if value.is_empty() { "" } else { " " };
                *value += line;
            }
            _ => {}
        }
    }

    fn table(self) -> Option<PageTable> {
        const KEYS: [&str; 7] = [
            "code",
            "status",
            "error",
            "error_code",
            "http_status",
            "http_code",
            "status_code",
        ];
        let has_key = |item: &Vec<(&str, String)>| item.iter().any(|(key, _)| KEYS.contains(key));
        if self.items.len() < 2 || !self.items.iter().all(has_key) {
            return None;
        }
        let mut keys: Vec<&str> = Vec::new();
        for (key, _) in self.items.iter().flatten() {
            if !keys.contains(key) && keys.len() < MAX_COLUMNS {
                keys.push(key);
            }
        }
        let cell = |item: &Vec<(&str, String)>, key: &str| {
            let values = item.iter().filter(|(other, _)| *other == key);
            Text::join(values.map(|(_, value)| Text::plain(value)), " ")
        };
        let row = |item| keys.iter().map(|key| cell(item, key)).collect();
        Some(PageTable {
            rows: self.items.iter().map(row).collect(),
            head: keys.iter().map(|key| Text::plain(key)).collect(),
        })
    }
}

fn unquoted(value: &str) -> &str {
    let quoted = ['"', '\'']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    quoted.unwrap_or(value)
}
