//! Text of `MediaWiki`: links, bold text and literal text.

/// The tags that `MediaWiki` knows. Others are text: `<number>`
const TAGS: &str = "abbr b bdi big blockquote br caption center cite code dd del dfn div dl dt em font hr i ins kbd li \
    mark nowiki ol p pre q ref s samp small source span strike strong sub sup syntaxhighlight table td \
    th time tr tt u ul var";

/// Returns the text of a line of a table with its links and without unknown tags.
pub(super) fn html(line: &str) -> String {
    let mut parts = line.split('<');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric());
        let name = &name[..end.unwrap_or(name.len())];
        let is_known = TAGS.split(' ').any(|tag| tag.eq_ignore_ascii_case(name));
        let is_tag = is_known || part.starts_with("!--");
        text += if is_tag { "<" } else { "&lt;" };
        text += part;
    }
    with_links(&text, |url, text| {
        let url = url.replace('"', "%22");
        format!("<a href=\"{url}\">{text}</a>")
    })
}

pub(super) fn markdown_link(url: &str, text: &str) -> String {
    format!("[{text}]({url})")
}

/// Converts links and literal text. `write` writes a link with its address and text.
pub(super) fn with_links(line: &str, write: impl Fn(&str, &str) -> String) -> String {
    let text = between(line, "<nowiki>", "</nowiki>", |text| {
        // references such as `&amp;` stay
        let is_mark = |c: char| c.is_ascii_punctuation() && !"&#;".contains(c);
        let encoded = |c: char| {
            if is_mark(c) {
                format!("&#{};", u32::from(c))
            } else {
                c.to_string()
            }
        };
        Some(text.chars().map(encoded).collect())
    });
    let text = between(&text, "<ref", "</ref>", |_| Some(String::new()));
    let text = between(&text, "{{", "}}", |inner| {
        Some(format!("{{{{{}}}}}", inner.replace('|', "&#124;")))
    });
    let text = between(&text, "[[", "]]", |inner| {
        let target = inner.trim_start_matches(':');
        let is_other = |kind: &&str| inner.starts_with(kind);
        if ["File:", "Image:", "Category:"].iter().any(is_other) {
            return Some(String::new());
        }
        let text = target.rsplit('|').find(|text| !text.trim().is_empty());
        text.map(str::to_owned)
    });
    between(&text, "[", "]", |inner| {
        let is_address = inner.starts_with("https://") || inner.starts_with("http://");
        let (url, text) = inner.split_once(' ').unwrap_or((inner, inner));
        is_address.then(|| write(url, text.trim()))
    })
}

/// Replaces each text between two marks, with the marks, unless `replace` returns `None`.
fn between(
    line: &str,
    open: &str,
    close: &str,
    replace: impl Fn(&str) -> Option<String>,
) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(close) {
        let replaced = before
            .rsplit_once(open)
            .and_then(|(start, inner)| Some(start.to_owned() + &replace(inner)?));
        text += &replaced.unwrap_or_else(|| before.to_owned() + close);
        rest = after;
    }
    text + rest
}

/// Converts bold text (`'''text'''`), and removes the marks of italic text.
pub(super) fn bold(line: &str, marks: [&str; 2]) -> String {
    let mut text = String::new();
    let mut rest = line;
    let mut is_bold = false;
    while let Some(at) = rest.find("''") {
        let after = rest[at..].trim_start_matches('\'');
        let quotes = rest.len() - at - after.len();
        text += &rest[..at];
        if quotes > 2 {
            text += marks[usize::from(is_bold)];
            is_bold = !is_bold;
        }
        rest = after;
    }
    text += rest;
    if is_bold {
        text += marks[1];
    }
    text
}
