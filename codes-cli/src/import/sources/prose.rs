//! Documentation strings → texts. They are plain text, Markdown or HTML.

use crate::import::model::text::Text;
use crate::import::sources::html;

/// Reads a string that may be Markdown or HTML.
pub(super) fn documentation(text: &str) -> Text {
    if html::has_tags(text) {
        return Text::markdown(&html::to_markdown(text));
    }
    Text::markdown(text.trim())
}

/// Reads a string of plain data: plain text, or HTML.
pub(super) fn plain(text: &str) -> Text {
    if html::has_tags(text) {
        return documentation(text);
    }
    let paragraphs = text.split("\n\n").map(Text::plain);
    Text::join(paragraphs, "\n\n")
}

/// Returns a text that is a code as it is, whatever characters it has.
pub(super) fn code(text: &str) -> Text {
    let ticks = "`".repeat(longest_run(text) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    Text {
        plain: text.to_owned(),
        source: format!("{ticks}{space}{text}{space}{ticks}"),
        marked: true,
        ..Text::default()
    }
}

/// The length of the longest run of backticks.
fn longest_run(text: &str) -> usize {
    let runs = text.split(|c| c != '`').map(str::len);
    runs.max().unwrap_or(0)
}
