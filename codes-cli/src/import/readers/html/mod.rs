//! HTML → page, by the tokenizer that browsers use.

mod cells;
mod elements;
mod links;
mod reader;

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::import::model::page::Page;
use reader::HtmlReader;

pub(crate) fn looks_like_html(text: &str) -> bool {
    let start: String = text
        .trim_start()
        .chars()
        .take(9)
        .collect::<String>()
        .to_ascii_lowercase();
    let tags = [
        "<table",
        "<!doctype",
        "<html",
        "<dl",
        "<h1",
        "<h2",
        "<div",
        "<body",
    ];
    start.starts_with("<!doctype")
        || start.starts_with("<html")
        || start.starts_with('<') && {
            let text = text.to_ascii_lowercase();
            tags.iter().any(|tag| text.contains(tag))
        }
}

pub(crate) fn read(text: &str) -> Page {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text));
    let tokenizer = Tokenizer::new(
        Sink(RefCell::new(HtmlReader::default())),
        TokenizerOpts::default(),
    );
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut reader = tokenizer.sink.0.into_inner();
    reader.end_table();
    reader.end_text();
    reader.page
}

struct Sink(RefCell<HtmlReader>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => reader.write(&text),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                reader.start(&tag);
                return match &*tag.name {
                    "script" => TokenSinkResult::RawData(ScriptData),
                    "style" | "iframe" | "noembed" | "noframes" => {
                        TokenSinkResult::RawData(Rawtext)
                    }
                    "title" | "textarea" => TokenSinkResult::RawData(Rcdata),
                    _ => TokenSinkResult::Continue,
                };
            }
            Token::TagToken(tag) => reader.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
