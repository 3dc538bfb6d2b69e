//! Placeholders in angle brackets, such as `<domain>`, which Markdown would read as HTML tags and drop.

use std::collections::HashSet;

use crate::import::readers::markdown::code_spans;

/// The names of the elements that pages use inside of texts.
const ELEMENTS: &str = "a abbr address article aside b blockquote body br button caption center cite code col colgroup \
    dd del details dfn div dl dt em figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd \
    li main mark nav nobr ol p pre s samp section small span strike strong sub summary sup table \
    tbody td tfoot th thead tr tt u ul";

/// Returns the names of all closing tags of a page.
pub(super) fn closed<'l>(lines: &[&'l str]) -> HashSet<&'l str> {
    let tags = lines.iter().flat_map(|line| line.split("</").skip(1));
    tags.filter_map(|tag| tag.split_once('>'))
        .map(|(name, _)| name.trim())
        .collect()
}

/// Escapes the placeholders of a line. A line with HTML tags or with a code span that goes on below, and a line of
/// indented code, is not changed.
pub(super) fn escaped(line: &str, closed: &HashSet<&str>) -> Option<String> {
    const CODE: &str = "    ";
    if !line.contains('<') || line.starts_with(CODE) || line.starts_with('\t') {
        return None;
    }
    let mut text = String::with_capacity(line.len() + 8);
    let mut rest = line;
    let mut is_escaped = false;
    while let Some(at) = rest.find(['<', '`', '\\']) {
        let (before, after) = rest.split_at(at);
        text += before;
        let length = match after.as_bytes()[0] {
            b'`' => code_spans::length(after)?,
            b'<' => {
                let name = name_of(after).unwrap_or_default();
                if is_element(name) {
                    return None;
                }
                if !name.is_empty() && !closed.contains(name) {
                    text.push('\\');
                    is_escaped = true;
                }
                1
            }
            // an escaped character is copied unchanged
            _ => after.chars().take(2).map(char::len_utf8).sum(),
        };
        text += &after[..length];
        rest = &after[length..];
    }
    is_escaped.then(|| text + rest)
}

/// Returns the name in `<name>` or `</name>`, or the name of a tag with attributes that is an element.
fn name_of(tag: &str) -> Option<&str> {
    let inner = tag.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let is_name = |c: char| c.is_ascii_alphanumeric() || "_-. ".contains(c);
    let end = inner.find(|c| !is_name(c)).unwrap_or(inner.len());
    let (name, rest) = inner.split_at(end);
    let word = name.split(' ').next().unwrap_or_default();
    let is_tag = inner.starts_with(|c: char| c.is_ascii_alphabetic());
    (is_tag && (rest.starts_with('>') || is_element(word)))
        .then(|| if is_element(word) { word } else { name })
}

fn is_element(name: &str) -> bool {
    let mut elements = ELEMENTS.split(' ');
    elements.any(|element| element.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::{closed, escaped};

    #[test]
    fn placeholders_are_escaped_and_tags_are_not() {
        let page = ["<Tab>text</Tab>"];
        for (line, text) in [
            ("<domain> is ready", "\\<domain> is ready"),
            ("ends with <CRLF>.<CRLF>", "ends with \\<CRLF>.\\<CRLF>"),
            ("`` <a> `b` `` <c>", "`` <a> `b` `` \\<c>"),
            (
                "see <forward-path> `<a path>`",
                "see \\<forward-path> `<a path>`",
            ),
        ] {
            assert_eq!(escaped(line, &closed(&page)).as_deref(), Some(text));
        }
        for line in [
            "a<br>b <domain>",
            "<td><domain></td>",
            "<a href=\"x\">the list</a>",
            "\\<domain>",
            "`<domain>`",
            "    <domain>",
            "<https://example.com>",
            "<Tab>",
            "1 < 2 > 0",
            "the <name> of a span `that",
        ] {
            assert_eq!(escaped(line, &closed(&page)), None, "{line}");
        }
    }
}
