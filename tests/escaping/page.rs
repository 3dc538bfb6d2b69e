//! Reads a rustdoc page: its visible text, its elements and its links.

use std::cell::RefCell;

use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// The main part of a page.
#[derive(Default)]
pub(crate) struct Page {
    /// The words, separated by single spaces. Items of lists begin with their bullet or number, as in
    /// plain text.
    pub(crate) text: String,
    /// The names of the elements, except `p`, `br` and `wbr`, whose number depends on the length of a
    /// text.
    pub(crate) elements: Vec<String>,
    pub(crate) links: Vec<String>,
    pub(crate) ids: Vec<String>,
}

/// Reads the page's main section.
pub(crate) fn read(html: &str) -> Page {
    let reader = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    let _ = reader.feed(&input);
    reader.end();
    let Reader { mut page, text, .. } = reader.sink.0.into_inner();
    // `§` is the text of a heading's anchor link
    page.text = words(&text.replace('§', " "));
    page
}

#[derive(Default)]
struct Reader {
    page: Page,
    text: String,
    /// How many sections are open, counting from the main section.
    sections: usize,
    buttons: usize,
    /// The open lists: the number of the next item, or `None` for bullets.
    lists: Vec<Option<u64>>,
}

#[derive(Default)]
struct Sink(RefCell<Reader>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => reader.start(&tag),
            Token::TagToken(tag) => reader.end(&tag.name),
            Token::CharacterTokens(text) if reader.sections > 0 && reader.buttons == 0 => {
                reader.text.push_str(&text);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reader {
    fn start(&mut self, tag: &html5ever::tokenizer::Tag) {
        let attribute = |name: &str| {
            tag.attrs
                .iter()
                .find(|a| &*a.name.local == name)
                .map(|a| a.value.to_string())
        };
        if &*tag.name == "section"
            && (self.sections > 0 || attribute("id").as_deref() == Some("main-content"))
        {
            self.sections += 1;
        }
        if self.sections == 0 {
            return;
        }
        self.page.ids.extend(attribute("id"));
        self.page.links.extend(attribute("href"));
        self.separate(&tag.name);
        match &*tag.name {
            "button" => self.buttons += 1,
            "ul" => self.lists.push(None),
            "ol" => self.lists.push(Some(
                attribute("start")
                    .and_then(|start| start.parse().ok())
                    .unwrap_or(1),
            )),
            "li" => match self.lists.last_mut() {
                Some(Some(number)) => {
                    self.text.push_str(&format!("{number}. "));
                    *number += 1;
                }
                _ => self.text.push_str("- "),
            },
            _ => {}
        }
        if !matches!(&*tag.name, "p" | "br" | "wbr") {
            self.page.elements.push(tag.name.to_string());
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "section" => self.sections = self.sections.saturating_sub(1),
            "button" => self.buttons = self.buttons.saturating_sub(1),
            "ol" | "ul" => _ = self.lists.pop(),
            _ => {}
        }
        self.separate(name);
    }

    /// Ends the current word at the start or end of a block element.
    fn separate(&mut self, element: &str) {
        const INLINE: [&str; 9] = [
            "a", "b", "em", "strong", "del", "code", "span", "wbr", "sup",
        ];
        self.text
            .push_str(if INLINE.contains(&element) { "" } else { " " });
    }
}

/// Collapses white space, as HTML does.
pub(crate) fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
