//! HTML → page. Tags are read by the rules that browsers follow.

mod cells;
mod definitions;
mod elements;
mod links;
mod reader;

use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{Tag, TokenSinkResult};

use crate::import::html_tokens::{HtmlTokens, tokenize};
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
    let mut reader = tokenize(text, HtmlReader::default());
    reader.end_table();
    reader.end_text();
    reader.page
}

impl HtmlTokens for HtmlReader {
    fn on_text(&mut self, text: &str) {
        self.write(text);
    }

    fn on_start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        self.start(tag);
        match &*tag.name {
            "script" => TokenSinkResult::RawData(ScriptData),
            "style" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn on_end(&mut self, name: &str) {
        self.end(name);
    }
}
