//! Kinds of HTML elements.

/// Elements whose content is not part of the text of a page.
pub(super) const SKIPPED: [&str; 9] = [
    "script", "style", "nav", "footer", "noscript", "svg", "template", "button", "iframe",
];

/// Whether an element ends the text before it.
pub(super) fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 20] = [
        "p", "div", "section", "article", "ul", "ol", "hr", "main", "header", "body", "html",
        "head", "form", "figure", "details", "summary", "caption", "address", "fieldset", "hgroup",
    ];
    BLOCKS.contains(&name)
}

/// The kind of block that a text becomes.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) enum TextPlace {
    #[default]
    Paragraph,
    Heading(u8),
    Code,
    Title,
    Term,
    Definition,
}

impl TextPlace {
    /// Whether the text is a part of a definition list, or is below one.
    pub(super) fn is_of_list(self) -> bool {
        matches!(
            self,
            TextPlace::Paragraph | TextPlace::Term | TextPlace::Definition
        )
    }
}
