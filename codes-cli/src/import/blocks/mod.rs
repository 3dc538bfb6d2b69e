//! Converts lists, tables and other HTML blocks inside a line, such as in cells of a Markdown table,
//! to Markdown.

mod element;
mod writer;

use codes_spec::plain_text;
use pulldown_cmark::{Event, Options, Parser};

use super::model::draft::Draft;
use super::model::text::Text;
use element::{Element, TextPart};
use writer::blocks;

/// How deep elements may be nested.
const MAX_DEPTH: usize = 32;

/// Turns blocks in the texts of a draft into Markdown.
pub(super) fn read(draft: &mut Draft) {
    let rows = draft.rows.iter_mut().flat_map(|row| {
        let texts = row.description.iter_mut().chain(&mut row.when);
        texts.chain(&mut row.action)
    });
    let head = draft.about.iter_mut().chain(&mut draft.notes);
    let tags = draft.facts.tags.iter_mut().map(|(_, meaning)| meaning);
    let groups = draft.groups.iter_mut().flat_map(|group| &mut group.about);
    for text in rows.chain(head).chain(tags).chain(groups) {
        if let Some(source) = markdown(&text.source) {
            *text = Text {
                plain: plain_text(&source),
                source,
                marked: true,
                ..Text::default()
            };
        }
    }
}

/// Converts HTML blocks to Markdown. Returns `None` if there are no blocks, or if a tag is unmatched or not supported.
pub(crate) fn markdown(source: &str) -> Option<String> {
    if !source.contains('<') {
        return None;
    }
    let mut open = vec![Element::default()];
    for (nth, paragraph) in source.split("\n\n").enumerate() {
        if nth > 0 {
            open.last_mut()?.parts.push(TextPart::ParagraphEnd);
        }
        read_paragraph(paragraph, &mut open)?;
    }
    let (Some(root), true) = (open.pop(), open.is_empty()) else {
        return None;
    };
    let has_blocks = |part: &TextPart| matches!(part, TextPart::Element(_));
    root.parts
        .iter()
        .any(has_blocks)
        .then(|| blocks(&root.parts))?
}

/// Reads the tags of a paragraph and the text between them.
fn read_paragraph(text: &str, open: &mut Vec<Element>) -> Option<()> {
    // the leading letter keeps the parser from reading the text as a Markdown block
    let line = format!("x{text}");
    let mut from = 1;
    for (event, range) in Parser::new_ext(&line, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        let element = open.last_mut()?;
        match event {
            Event::InlineHtml(tag) => {
                if element.name != "pre" {
                    push_inline(element, line.get(from..range.start)?);
                }
                from = range.end;
                read_tag(&tag, open)?;
            }
            // `pre` contains literal text, so the parsed text is used instead of its Markdown source
            Event::Text(text) | Event::Code(text) if element.name == "pre" => {
                element.parts.push(TextPart::Inline(text.into_string()));
            }
            _ => {}
        }
    }
    push_inline(open.last_mut()?, line.get(from..)?);
    Some(())
}

fn push_inline(element: &mut Element, text: &str) {
    if !text.is_empty() {
        element.parts.push(TextPart::Inline(text.to_owned()));
    }
}

fn read_tag(tag: &str, open: &mut Vec<Element>) -> Option<()> {
    const BLOCKS: [&str; 9] = [
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "table",
        "tr",
        "th",
        "td",
    ];
    let inner = tag.trim_start_matches(['<', '/']);
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric());
    let name = inner[..end.unwrap_or(inner.len())].to_ascii_lowercase();
    let is_heading = matches!(name.as_bytes(), [b'h', b'1'..=b'6']);
    match &*name {
        "span" => {}
        "p" => open.last_mut()?.parts.push(TextPart::ParagraphEnd),
        "hr" => open.last_mut()?.parts.push(TextPart::Element(Element {
            name,
            ..Element::default()
        })),
        _ if !BLOCKS.contains(&&*name) && !is_heading => return None,
        _ if tag.starts_with("</") => {
            let element = open.pop().filter(|element| element.name == name)?;
            open.last_mut()?.parts.push(TextPart::Element(element));
        }
        _ => {
            let value = |key: &str| tag.split_once(key)?.1.split('"').next();
            let attributes = ["start=\"", "align=\"", "lang=\""];
            let attribute = attributes.into_iter().find_map(value);
            open.push(Element {
                name,
                attribute: attribute.map(str::to_owned),
                parts: Vec::new(),
            });
        }
    }
    (open.len() <= MAX_DEPTH).then_some(())
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn blocks_become_markdown() {
        for (html, expected) in [
            (
                "A:<ul><li>b</li><li>*c*</li></ul>D",
                "A:\n\n- b\n\n- *c*\n\nD",
            ),
            (
                "<ol start=\"3\"><li>a\n\nb<ul><li>c</li></ul></li></ol>",
                "3. a\n\n   b\n\n   - c",
            ),
            ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n+ b"),
            (
                "x<pre>\\*a\\*&#10;  b</pre><hr/>",
                "x\n\n```text\n*a*\n  b\n```\n\n***",
            ),
            ("x<pre lang=\"json\">1</pre>", "x\n\n```json\n1\n```"),
            (
                "<table><tr><th>A</th><th align=\"right\">B|</th></tr><tr><td>`c`</td></tr></table>",
                "| A | B\\| |\n|---|--:|\n| `c` |",
            ),
            ("<blockquote>a<h5>b</h5></blockquote>", "> a\n>\n> ##### b"),
        ] {
            assert_eq!(markdown(html).as_deref(), Some(expected), "{html}");
        }
        for text in [
            "a",
            "a</ul>",
            "<ul><li>a</ul>",
            "`<ul></ul>`",
            "\\<ul\\>a\\</ul\\>",
            "a <b>c</b>",
            "<table></table>",
            "</",
        ] {
            assert_eq!(markdown(text), None, "{text}");
        }
        assert_eq!(
            markdown(&format!(
                "{}{}",
                "<ul><li>".repeat(99),
                "</li></ul>".repeat(99)
            )),
            None
        );
    }
}
