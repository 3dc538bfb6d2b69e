//! HTML in documentation strings → Markdown.

mod writer;

use html5ever::tokenizer::{Tag, TokenSinkResult};

use crate::import::html_tokens::{HtmlTokens, tokenize};
use writer::Writer;

/// Returns whether a text has HTML tags.
pub(super) fn has_tags(text: &str) -> bool {
    const TAGS: [&str; 22] = [
        "p",
        "br",
        "b",
        "i",
        "em",
        "strong",
        "code",
        "pre",
        "a",
        "ul",
        "ol",
        "li",
        "div",
        "span",
        "note",
        "important",
        "fullname",
        "h1",
        "h2",
        "h3",
        "table",
        "dl",
    ];
    let mut starts = text.match_indices('<').map(|(at, _)| &text[at + 1..]);
    starts.any(|rest| {
        let name = rest.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric());
        let name = &name[..end.unwrap_or(name.len())];
        let is_closed = rest.split('<').next().is_some_and(|tag| tag.contains('>'));
        is_closed && TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name))
    })
}

/// Returns the Markdown of a text in HTML.
pub(super) fn to_markdown(html: &str) -> String {
    tokenize(html, Writer::default()).finish()
}

impl HtmlTokens for Writer {
    fn on_text(&mut self, text: &str) {
        self.text(text);
    }

    fn on_start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        self.start(tag);
        TokenSinkResult::Continue
    }

    fn on_end(&mut self, name: &str) {
        self.end(name);
    }
}
