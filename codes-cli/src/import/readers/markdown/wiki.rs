//! Tables of `MediaWiki` (`{|`), which become tables of HTML, and its headings, lists and links.

use crate::import::model::page::MAX_COLUMNS;
use crate::import::readers::markdown::wiki_text::{bold, html, markdown_link, with_links};

/// Whether a page has a table of `MediaWiki` outside of code.
pub(super) fn is_wiki<'l>(lines: impl IntoIterator<Item = &'l str>) -> bool {
    let (mut in_code, mut in_table, mut has_cells) = (false, false, false);
    for line in lines {
        in_code ^= line.trim_start().starts_with("```");
        if in_code {
            continue;
        }
        if ends_table(line) && has_cells {
            return true;
        }
        has_cells |= in_table && line.starts_with(['|', '!']);
        in_table |= begins_table(line);
    }
    false
}

/// Whether a line begins a table, which may be indented by `:`.
fn begins_table(line: &str) -> bool {
    let attributes = line.trim_start_matches(':').strip_prefix("{|");
    attributes.is_some_and(|text| text.trim().is_empty() || text.contains('='))
}

fn ends_table(line: &str) -> bool {
    // `|}}` ends a template
    line.starts_with("|}") && !line.starts_with("|}}")
}

/// Converts the table or the line that starts a page of `MediaWiki`, and returns the number of its lines.
pub(super) fn read(lines: &[&str]) -> Option<(String, usize)> {
    let line = lines[0].trim_end();
    if begins_table(line) {
        return Some(table(lines));
    }
    if let Some(code) = code(lines) {
        return Some(code);
    }
    let is_rule = line.len() > 3 && line.bytes().all(|byte| byte == b'-');
    let is_switch = line.len() > 4 && line.starts_with("__") && line.ends_with("__");
    if is_rule || is_switch && !line.contains(' ') {
        return Some(("\n".to_owned(), 1));
    }
    let text = heading(line).or_else(|| item(line)).or_else(|| {
        // a link of Markdown
        let text =
            (!line.contains("](")).then(|| bold(&with_links(line, markdown_link), ["**"; 2]))?;
        (text != line).then_some(text)
    });
    text.map(|text| (text + "\n", 1))
}

/// Converts a block of code: `<syntaxhighlight>`
fn code(lines: &[&str]) -> Option<(String, usize)> {
    let begins = |line: &str| line.starts_with("<syntaxhighlight") || line.starts_with("<source");
    let ends = |line: &str| line.contains("</syntaxhighlight") || line.contains("</source");
    if !begins(lines[0]) || ends(lines[0]) {
        return None;
    }
    // searching past the next block for the end of this one would take quadratic time
    let below = &lines[1..];
    let end = below.iter().position(|line| ends(line) || begins(line))?;
    ends(below[end]).then(|| {
        let code = below[..end].join("\n").replace("```", "~~~");
        (format!("\n```\n{code}\n```\n\n"), end + 2)
    })
}

/// Converts a heading: `== Errors ==`
fn heading(line: &str) -> Option<String> {
    let text = line.trim_matches('=');
    let level = line.len() - line.trim_start_matches('=').len();
    let is_heading = line.ends_with('=') && text.contains(char::is_alphanumeric);
    (is_heading && (1..=6).contains(&level)).then(|| {
        let text = bold(&with_links(text.trim(), |_, text| text.to_owned()), [""; 2]);
        format!("\n{} {text}\n", "#".repeat(level))
    })
}

/// Converts an item of a nested list (`** text`), or one without a space: `*text`
fn item(line: &str) -> Option<String> {
    let text = line.trim_start_matches('*');
    let level = line.len() - text.len();
    let is_item = level > 0 && (text.starts_with(' ') || !text.is_empty() && !text.contains('*'));
    (is_item && level < 10).then(|| {
        let text = bold(&with_links(text.trim(), markdown_link), ["**"; 2]);
        format!("{}* {text}", "  ".repeat(level - 1))
    })
}

/// Returns the table that starts with the first line, in HTML, and the number of its lines. As on a wiki, a table that
/// is not ended continues to the end of the page.
fn table(lines: &[&str]) -> (String, usize) {
    let mut text = "\n".to_owned();
    let mut depth = 0;
    for (at, line) in lines.iter().map(|line| line.trim()).enumerate() {
        if begins_table(line) {
            depth += 1;
            text += "<table>";
        } else if ends_table(line) {
            depth -= 1;
            text += "</table>";
            text += &html(&line[2..]);
        } else {
            text += &table_line(line);
        }
        text += "\n";
        if depth == 0 {
            return (text + "\n", at + 1);
        }
    }
    (text + "\n", lines.len())
}

/// Converts a line of a table, which has cells or is a part of the cell above.
fn table_line(line: &str) -> String {
    if line.is_empty() {
        return "<p>".to_owned();
    }
    if line.starts_with("|-") {
        return "<tr>".to_owned();
    }
    let text = html(line);
    if let Some(caption) = text.strip_prefix("|+") {
        return format!("<caption>{}</caption>", attributes_and_text(caption).1);
    }
    let (tag, cells) = match (text.strip_prefix('|'), text.strip_prefix('!')) {
        (Some(cells), _) => ("td", cells.to_owned()),
        (_, Some(cells)) => ("th", cells.replace("!!", "||")),
        _ => {
            let item = text.trim_start_matches(['*', '#', ':', ';']);
            let begins = if item == text { "" } else { "<li>" };
            return begins.to_owned() + &bold(item, ["<b>", "</b>"]);
        }
    };
    let cells = cells.splitn(MAX_COLUMNS, "||").map(|cell| {
        let (attributes, text) = attributes_and_text(cell);
        let text = bold(text.trim(), ["<b>", "</b>"]);
        // the lines below may continue the last cell
        format!("<{tag} {attributes}>{text}")
    });
    cells.collect()
}

/// Splits a cell after its attributes: `rowspan=2 | Text`
fn attributes_and_text(cell: &str) -> (&str, &str) {
    let split = cell.split_once('|').filter(|(attributes, _)| {
        let is_empty = attributes.trim().is_empty();
        (is_empty || attributes.contains('=') || attributes.trim() == "nowrap")
            && !attributes.contains(['<', '>'])
    });
    split.unwrap_or(("", cell))
}
