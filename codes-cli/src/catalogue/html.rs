//! Formats text as HTML.

use codes_spec::{Prose, Table};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::text::visible;

/// Escapes text for an element or a double-quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            c => out.push(c),
        }
    }
    out
}

/// Escapes text that may have several lines.
pub(super) fn escape_lines(text: &str) -> String {
    let lines = text.lines().map(escape);
    lines.collect::<Vec<_>>().join("\n")
}

/// Formats text as a `code` element.
pub(super) fn code(text: &str) -> String {
    format!("<code>{}</code>", escape(text))
}

/// Formats a link, or only its text if browsers should not open the URL.
pub(super) fn link(url: &str, text: &str) -> String {
    if is_safe(url) {
        format!("<a href=\"{}\">{}</a>", escape(url), escape(text))
    } else {
        escape(text)
    }
}

fn is_safe(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
}

/// Formats text of a spec, as Markdown if the spec says so. HTML tags in the text are escaped.
pub(super) fn prose(table: &Table<'_>, prose: &Prose<'_>) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let doc = table.doc(prose);
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(&doc, options).filter_map(safe));
    out.truncate(out.trim_end().len());
    out
}

/// Turns raw HTML into text, removes images and unsafe link URLs, and puts headings on the level below those of rows.
fn safe(event: Event<'_>) -> Option<Event<'_>> {
    Some(match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: if is_safe(&dest_url) {
                dest_url
            } else {
                CowStr::Borrowed("#")
            },
            title,
            id,
        }),
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: lower(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        other => other,
    })
}

/// Returns the level of a heading in a row's text, one below the row's own heading, which is `h3`. `Table::doc` writes every
/// heading as level 5, which would skip a level.
fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H6 => HeadingLevel::H5,
        _ => HeadingLevel::H4,
    }
}

/// Formats the first line of text, for a table cell.
pub(super) fn line(prose: &Prose<'_>) -> String {
    escape(prose.first_line())
}
