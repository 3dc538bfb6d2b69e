//! What Markdown says without its marks.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What rustdoc understands, without what it changes in text.
pub(crate) const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH).union(Options::ENABLE_TASKLISTS);

/// How many margins of blocks in one another are written; deeper ones share the last, so that no text grows with depth.
pub(crate) const MOST_MARGINS: usize = 32;

/// The plain text of a Markdown text: a line for each paragraph, heading, list item and table row, with a blank line between
/// paragraphs. Raw HTML counts as text.
pub(crate) fn plain_text(markdown: &str) -> String {
    let mut out = String::new();
    let mut lists: Vec<Option<u64>> = Vec::new();
    // where the text of the item begins behind its bullet
    let mut item_start = 0;
    for event in Parser::new_ext(markdown, OPTIONS) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => out.push_str(&text),
            Event::SoftBreak | Event::End(TagEnd::TableCell) => out.push(' '),
            Event::HardBreak => out.push('\n'),
            Event::Start(Tag::List(first)) => {
                end_line(&mut out);
                lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                lists.pop();
            }
            Event::Start(Tag::Item) => {
                end_line(&mut out);
                out.push_str(&"  ".repeat(lists.len().saturating_sub(1).min(MOST_MARGINS)));
                if let Some(Some(number)) = lists.last_mut() {
                    out.push_str(&number.to_string());
                    out.push_str(". ");
                    *number += 1;
                } else {
                    out.push_str("- ");
                }
                item_start = out.len();
            }
            Event::TaskListMarker(done) => out.push_str(if done { "[x] " } else { "[ ] " }),
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::Table(_) | Tag::HtmlBlock)
                if out.len() > item_start =>
            {
                end_line(&mut out);
                if lists.is_empty() {
                    out.push('\n');
                } else {
                    out.push_str(&"  ".repeat(lists.len()));
                }
            }
            Event::End(TagEnd::Item | TagEnd::TableHead | TagEnd::TableRow | TagEnd::CodeBlock) => {
                out.truncate(out.trim_end().len());
                end_line(&mut out);
            }
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn end_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn marks_go_and_words_stay() {
        for (markdown, plain) in [
            ("Your key **is not set or is incorrect**.", "Your key is not set or is incorrect."),
            ("See `message` and [limits](limits.md).", "See message and limits."),
            ("one\ntwo  \nthree\n\nfour", "one two\nthree\n\nfour"),
            ("- a\n- b\n  - c\n\n1. d\n2. e", "- a\n- b\n  - c\n1. d\n2. e"),
            ("- a\n\n  b\n- c\n\n      d", "- a\n  b\n- c\n  d"),
            ("a <b>c</b> &amp; \\*d\\*", "a <b>c</b> & *d*"),
            ("# Head\n\ntext\n\n    code\n", "Head\n\ntext\n\ncode"),
            ("|a|b|\n|-|-|\n|c|d|\n\nend", "a b\nc d\n\nend"),
            ("![alt](x.png) ~~gone~~", "alt gone"),
            ("[only]: definition", ""),
            ("<div>\nraw\n</div>", "<div>\nraw\n</div>"),
        ] {
            assert_eq!(plain_text(markdown), plain, "{markdown}");
        }
    }
}
