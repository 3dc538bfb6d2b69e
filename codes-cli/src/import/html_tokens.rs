//! HTML → tokens, by the rules that browsers follow.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// Receives the tokens of HTML.
pub(super) trait HtmlTokens {
    fn on_text(&mut self, text: &str);

    /// Receives a start tag, and returns how the content of its element is read.
    fn on_start(&mut self, tag: &Tag) -> TokenSinkResult<()>;

    fn on_end(&mut self, name: &str);
}

/// Passes all tokens of a text to a receiver, and returns the receiver.
pub(super) fn tokenize<R: HtmlTokens>(html: &str, receiver: R) -> R {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Sink(RefCell::new(receiver)), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

struct Sink<R>(RefCell<R>);

impl<R: HtmlTokens> TokenSink for Sink<R> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut receiver = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => receiver.on_text(&text),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                return receiver.on_start(&tag);
            }
            Token::TagToken(tag) => receiver.on_end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
