//! Reads code spans and link targets in a text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::text::Text;

/// Returns the code spans of a text, or else its parts between commas.
pub(crate) fn codes(text: &Text) -> Vec<String> {
    let in_code = events(text).filter_map(|event| {
        if let Event::Code(code) = event {
            Some(code.to_string())
        } else {
            None
        }
    });
    let in_code: Vec<_> = in_code.collect();
    // `0x80004005` = `-2147467259`: a two's complement and its value
    if let ([_, number], true) = (
        &in_code[..],
        events(text).any(|event| event == Event::Text(" = ".into())),
    ) {
        return vec![number.clone()];
    }
    if in_code.is_empty() {
        text.plain.split(", ").map(str::to_owned).collect()
    } else {
        in_code
    }
}

/// Whether a text consists of code spans only, or of a number in two notations.
pub(crate) fn is_code(text: &Text) -> bool {
    let mut plain = 0;
    for event in events(text) {
        match event {
            Event::Code(_) | Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            Event::Text(between) if &*between == " = " => {}
            _ => plain += 1,
        }
    }
    text.marked && plain == 0
}

/// Returns the target of the first link in the text, or else the text.
pub(crate) fn link_target(text: &Text) -> String {
    let mut links = events(text).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
        _ => None,
    });
    links.next().unwrap_or_else(|| text.plain.clone())
}

/// Returns a text with the addresses of its links.
pub(crate) fn with_addresses(text: &Text) -> String {
    if !text.marked || !text.source.contains("](") {
        return text.plain.clone();
    }
    let (mut all, mut address) = (String::new(), String::new());
    for event in events(text) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => address = dest_url.to_string(),
            Event::End(TagEnd::Link) if !all.ends_with(&address) => all += &format!(" ({address})"),
            Event::Text(part) | Event::Code(part) => all += &part,
            Event::SoftBreak | Event::HardBreak => all.push('\n'),
            Event::End(TagEnd::Paragraph) => all += "\n\n",
            _ => {}
        }
    }
    all.trim_end().to_owned()
}

/// Returns the target of the link if the whole text is a link.
pub(crate) fn whole_link(text: &Text) -> Option<String> {
    let inner = text.source.strip_prefix('[').filter(|_| text.marked)?;
    let is_single = inner.ends_with(')') && inner.matches("](").count() == 1;
    is_single.then(|| link_target(text))
}

/// Whether the text has a link besides other text.
pub(crate) fn has_inner_link(text: &Text) -> bool {
    text.source.contains("](") && whole_link(text).is_none()
}

fn events(text: &Text) -> impl Iterator<Item = Event<'_>> {
    Parser::new(&text.source)
}
