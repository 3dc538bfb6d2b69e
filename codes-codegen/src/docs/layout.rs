//! Lays out parts of the documentation.

/// Puts a text after its label, or in a paragraph of its own if it begins with a Markdown block.
pub(crate) fn labelled(label: &str, doc: &str) -> String {
    let number = doc.split_once(". ").map_or("", |(number, _)| number);
    let is_item = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let is_block = is_item
        || ["#", "- ", "> ", "```", "| ", "* * *"]
            .iter()
            .any(|mark| doc.starts_with(mark));
    format!("{label}{}{doc}", if is_block { "\n\n" } else { " " })
}

/// Indents a text for use as the content of a list item.
pub(crate) fn indented(text: &str) -> String {
    text.replace('\n', "\n  ")
}
