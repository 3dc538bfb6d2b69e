//! HTML in documentation strings → Markdown.

mod writer;

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

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
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(
        Sink(RefCell::new(Writer::default())),
        TokenizerOpts::default(),
    );
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner().finish()
}

struct Sink(RefCell<Writer>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut writer = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => writer.text(&text),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => writer.start(&tag),
            Token::TagToken(tag) => writer.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
