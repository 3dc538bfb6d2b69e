//! Elements of HTML, and the text in them.

/// A part of the content of an element.
pub(super) enum TextPart {
    /// Markdown without blocks.
    Inline(String),
    ParagraphEnd,
    Element(Element),
}

#[derive(Default)]
pub(super) struct Element {
    pub(super) name: String,
    /// The first number of a list, the alignment of a cell, or the language of code.
    pub(super) attribute: Option<String>,
    pub(super) parts: Vec<TextPart>,
}
