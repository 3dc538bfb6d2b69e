//! Writes blocks as Markdown.

use codes_spec::code_block_in;

use super::element::{Element, TextPart};

/// The white space that Markdown ignores at both ends of a text. Other white space is part of the text.
const BLANKS: [char; 3] = [' ', '\t', '\n'];

/// Writes the blocks of an element, with blank lines between them; `None` if an element is not where it belongs.
pub(super) fn blocks(parts: &[TextPart]) -> Option<String> {
    let mut written: Vec<String> = Vec::new();
    let mut text = String::new();
    let mut list: Option<(&str, bool)> = None;
    for part in parts {
        match part {
            TextPart::Inline(part) => text += part,
            TextPart::ParagraphEnd => end_paragraph(&mut text, &mut written),
            TextPart::Element(element) => {
                let before = written.len();
                end_paragraph(&mut text, &mut written);
                // a list directly after another one needs a different marker, or Markdown would merge the two
                list = list.filter(|(name, _)| *name == element.name && before == written.len());
                let is_other = list.is_some_and(|(_, is_other)| !is_other);
                written.push(block(element, is_other)?);
                list = Some((&element.name, is_other));
            }
        }
    }
    end_paragraph(&mut text, &mut written);
    Some(written.join("\n\n"))
}

fn end_paragraph(text: &mut String, written: &mut Vec<String>) {
    let paragraph = std::mem::take(text);
    let paragraph = paragraph.trim_matches(BLANKS);
    if !paragraph.is_empty() {
        written.push(paragraph.to_owned());
    }
}

/// Writes an element. With `is_other`, lists use the alternative marker: `+` or `1)`.
fn block(element: &Element, is_other: bool) -> Option<String> {
    let inner = || blocks(&element.parts);
    Some(match element.name.as_str() {
        "ul" => {
            let mark = if is_other { "+ " } else { "- " };
            items(element, |_| mark.to_owned())?
        }
        "ol" => {
            let first: usize = element.attribute.as_deref().unwrap_or("1").parse().ok()?;
            let mark = if is_other { ")" } else { "." };
            items(element, |nth| {
                format!("{}{mark} ", (first + nth).min(999_999_999))
            })?
        }
        "blockquote" => indented(&inner()?, "> ", "> "),
        "pre" => code_block_in(
            element.attribute.as_deref().unwrap_or_default(),
            &inline(element)?,
        ),
        "table" => table(element)?,
        "hr" => "***".to_owned(),
        heading => {
            let level = heading.strip_prefix('h')?.parse().ok()?;
            format!(
                "{} {}",
                "#".repeat(level),
                inline(element)?.trim_matches(BLANKS)
            )
        }
    })
}

fn items(list: &Element, mark: impl Fn(usize) -> String) -> Option<String> {
    let items = children(list, &["li"])?;
    let items = items.into_iter().enumerate().map(|(nth, item)| {
        let mark = mark(nth);
        Some(indented(
            &blocks(&item.parts)?,
            &mark,
            &" ".repeat(mark.len()),
        ))
    });
    Some(items.collect::<Option<Vec<_>>>()?.join("\n\n"))
}

fn table(table: &Element) -> Option<String> {
    let mut rows = children(table, &["tr"])?.into_iter();
    let cells = |row: &Element| children(row, &["th", "td"]).map(|cells| cells.len());
    let head = rows.next()?;
    let rules =
        children(head, &["th", "td"])?
            .into_iter()
            .map(|cell| match cell.attribute.as_deref() {
                Some("left") => "|:--",
                Some("center") => "|:-:",
                Some("right") => "|--:",
                _ => "|---",
            });
    let rule = rules.collect::<String>() + "|";
    if cells(head)? == 0 {
        return None;
    }
    let mut lines = vec![row(head)?, rule];
    for line in rows {
        lines.push(row(line)?);
    }
    Some(lines.join("\n"))
}

fn row(row: &Element) -> Option<String> {
    let cell = |cell: &Element| {
        let text = inline(cell)?.trim_matches(BLANKS).replace('|', "\\|");
        (!text.contains('\n')).then(|| format!("| {text} "))
    };
    let cells = children(row, &["th", "td"])?;
    let cells: Option<String> = cells.into_iter().map(cell).collect();
    Some(cells? + "|")
}

/// Returns the child elements, or `None` if there is text between them or a child has another name.
fn children<'e>(element: &'e Element, names: &[&str]) -> Option<Vec<&'e Element>> {
    let mut children = Vec::new();
    for part in &element.parts {
        match part {
            TextPart::Element(child) if names.contains(&child.name.as_str()) => {
                children.push(child);
            }
            TextPart::Inline(text) if text.trim_matches(BLANKS).is_empty() => {}
            TextPart::ParagraphEnd => {}
            _ => return None,
        }
    }
    Some(children)
}

/// Returns the text of an element that has no blocks.
fn inline(element: &Element) -> Option<String> {
    let text = element.parts.iter().map(|part| match part {
        TextPart::Inline(text) => Some(text.as_str()),
        TextPart::ParagraphEnd => Some("\n\n"),
        TextPart::Element(_) => None,
    });
    text.collect()
}

/// Prefixes the first line with `first`, and all other lines with `others`.
fn indented(text: &str, first: &str, others: &str) -> String {
    let mut out = String::new();
    for (nth, line) in text.split('\n').enumerate() {
        let margin = if nth == 0 { first } else { others };
        let line = format!("{margin}{line}");
        out += if nth > 0 { "\n" } else { "" };
        out += line.trim_end_matches(' ');
    }
    out
}
