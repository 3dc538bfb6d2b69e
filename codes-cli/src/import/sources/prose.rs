//! Converts documentation strings (plain text, Markdown or HTML) to texts.

use crate::import::model::text::Text;
use crate::import::sources::html;

/// Reads a string that may be Markdown or HTML.
pub(super) fn documentation(text: &str) -> Text {
    if html::has_tags(text) {
        return Text::markdown(&html::to_markdown(text));
    }
    Text::markdown(&unwrapped(text.trim()))
}

/// Joins the lines of each paragraph, which were wrapped to the width of an editor.
fn unwrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_code = false;
    let mut before = "";
    for line in text.lines() {
        let is_fence = line.trim_start().starts_with("```");
        let continues = !in_code && !is_fence && is_prose(before) && is_prose(line);
        let is_break = before.ends_with("  ") || before.ends_with('\\');
        if !out.is_empty() {
            out.push(if continues && !is_break { ' ' } else { '\n' });
        }
        out += if continues && !is_break {
            line.trim_start()
        } else {
            line
        };
        in_code ^= is_fence;
        before = if is_fence { "" } else { line };
    }
    out
}

/// Whether a line is part of a paragraph, and not of a list, a table, a heading or code.
fn is_prose(line: &str) -> bool {
    let is_indented = line.starts_with("    ") || line.starts_with('\t');
    let rest = line.trim_start();
    let is_number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = is_number.len() < rest.len() && is_number.starts_with(['.', ')']);
    !rest.is_empty()
        && !is_indented
        && !is_numbered
        && !rest.starts_with(['-', '*', '+', '|', '>', '#', '=', '<'])
}

/// Reads a string of plain data: plain text, or HTML.
pub(super) fn plain(text: &str) -> Text {
    if html::has_tags(text) {
        return documentation(text);
    }
    let paragraphs = text.split("\n\n").map(Text::plain);
    Text::join(paragraphs, "\n\n")
}

/// Returns a code as a Markdown code span, so that all its characters are kept.
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
