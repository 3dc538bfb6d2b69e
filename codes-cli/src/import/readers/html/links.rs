//! Builds texts from HTML, with their links and labels.

use std::ops::Range;

use crate::import::model::text::Text;

/// Where the label of a text ends: the offsets in the visible text and in the Markdown.
pub(super) type End = (usize, usize);

/// The links of a text that is being read. A link that is still open when the text ends, ends there too.
#[derive(Default)]
pub(super) struct Links {
    ended: Vec<(Range<usize>, String)>,
    open: Option<(usize, String)>,
}

impl Links {
    /// Starts a link at an offset in the text. Only links that start with `https://`, `http://` or `/` are kept.
    pub(super) fn start(&mut self, at: usize, address: &str) {
        self.end(at);
        self.open = address_of(address).map(|address| (at, address));
    }

    pub(super) fn end(&mut self, at: usize) {
        let ended = self
            .open
            .take()
            .map(|(start, address)| (start..at, address));
        self.ended.extend(ended);
    }

    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Ends the text, and returns it with its links.
    pub(super) fn take(&mut self, text: &str) -> Text {
        self.end(text.len());
        std::mem::take(self).text(text)
    }

    /// Returns the text so far, with the links that have ended.
    pub(super) fn text(&self, text: &str) -> Text {
        let mut all = Text::default();
        let (mut at, mut is_blank) = (0, false);
        let mut push = |part: &str, address: Option<&str>| {
            let inner = Text::plain(part);
            is_blank |= part.starts_with(char::is_whitespace);
            if inner.is_empty() {
                is_blank |= !part.is_empty();
                return;
            }
            if is_blank && !all.plain.is_empty() {
                all.plain.push(' ');
                all.source.push(' ');
            }
            is_blank = part.ends_with(char::is_whitespace);
            all.plain += &inner.plain;
            all.source += &match address {
                Some(address) => format!("[{}]({address})", inner.source),
                None => inner.source,
            };
            all.marked |= address.is_some();
        };
        for (range, address) in &self.ended {
            push(text.get(at..range.start).unwrap_or_default(), None);
            push(text.get(range.clone()).unwrap_or_default(), Some(address));
            at = range.end;
        }
        push(text.get(at..).unwrap_or_default(), None);
        all
    }
}

/// Returns the address of a link as it is written in Markdown.
fn address_of(address: &str) -> Option<String> {
    let address = address.trim();
    let is_absolute = ["https://", "http://", "/"]
        .iter()
        .any(|start| address.starts_with(start));
    let is_allowed = |c: char| !c.is_whitespace() && !c.is_control();
    let encoded = |c: char| match c {
        '(' => "%28".to_owned(),
        ')' => "%29".to_owned(),
        '<' => "%3C".to_owned(),
        '>' => "%3E".to_owned(),
        '\\' => "%5C".to_owned(),
        '`' => "%60".to_owned(),
        '|' => "%7C".to_owned(),
        c => c.to_string(),
    };
    (is_absolute && address.chars().all(is_allowed)).then(|| address.chars().map(encoded).collect())
}

pub(super) fn with_label(text: Text, label: Option<End>, lead: Option<End>) -> Text {
    let is_inside = |(plain, source): &End| {
        text.plain.is_char_boundary(*plain) && text.source.is_char_boundary(*source)
    };
    let (label, lead) = (label.filter(is_inside), lead.filter(is_inside));
    let is_label = |(end, _): &End| {
        text.plain[..*end].ends_with(':') || text.plain[*end..].trim_start().starts_with(':')
    };
    let label = label.filter(is_label);
    Text {
        label,
        lead,
        ..text
    }
}

#[cfg(test)]
mod tests {
    use super::Links;

    #[test]
    fn links_become_markdown() {
        let mut links = Links::default();
        let mut text = "See  ".to_owned();
        links.start(text.len(), "https://depot.example/a_(b)");
        text += "the\n list ";
        links.end(text.len());
        text += ", or ";
        links.start(text.len(), "#below");
        text += "[below]";
        let whole = links.take(&text);
        assert_eq!(whole.plain, "See the list , or [below]");
        assert_eq!(
            whole.source,
            "See [the list](https://depot.example/a_%28b%29) , or \\[below\\]"
        );
        assert!(whole.marked && !links.is_open());
    }
}
