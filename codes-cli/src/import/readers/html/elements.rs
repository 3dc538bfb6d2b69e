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
