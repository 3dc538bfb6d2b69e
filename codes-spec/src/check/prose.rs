//! Texts of one or more lines, which may be Markdown.

use std::borrow::Cow;

use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::field::Field;
use crate::markdown::depth::{MAX_DEPTH, depth};
use crate::markdown::plain::plain_text;
use crate::span::Spanned;
use crate::table::model::Prose;

/// Converts texts to prose, and checks the Markdown in them.
pub(super) struct ProseReader<'r> {
    markdown: bool,
    /// Whether `markdown` is absent, so that text may be Markdown or HTML by mistake.
    undecided: bool,
    /// Whether Markdown has been reported.
    has_markdown: bool,
    pub(super) report: &'r mut Report,
}

impl<'r> ProseReader<'r> {
    /// A reader of texts that are Markdown if the spec says so.
    pub(super) fn new(markdown: &mut Field<bool>, report: &'r mut Report) -> Self {
        ProseReader {
            undecided: matches!(markdown, Field::Absent),
            markdown: markdown.take().unwrap_or_default(),
            has_markdown: false,
            report,
        }
    }

    pub(super) fn read<'a>(
        &mut self,
        text: Spanned<Cow<'a, str>>,
        subject: Subject<'_>,
    ) -> Prose<'a> {
        if self.undecided {
            self.check_markup(&text);
        }
        let deep = self.markdown && depth(&text.value) > MAX_DEPTH;
        if deep {
            self.report
                .push(rules::markdown_depth(MAX_DEPTH).at(text.span));
        }
        let plain = (self.markdown && !deep).then(|| plain_text(&text.value));
        if plain.as_ref().is_some_and(|plain| plain.trim().is_empty()) {
            self.report.push(subject.empty().at(text.span));
        }
        Prose {
            text: text.value,
            plain,
        }
    }

    /// Warns about the first text that contains Markdown, and about every text that contains HTML.
    pub(super) fn check_markup(&mut self, text: &Spanned<Cow<'_, str>>) {
        if let Some((at, len)) = link(&text.value) {
            if !std::mem::replace(&mut self.has_markdown, true) {
                self.report
                    .push(rules::markdown_off().at(text.span.part(at, len)));
            }
        } else {
            self.check_html(text);
        }
    }

    /// Warns about HTML in a text.
    pub(super) fn check_html(&mut self, text: &Spanned<Cow<'_, str>>) {
        if self.undecided
            && let Some((at, len, meant)) = html(&text.value)
        {
            let mistake = rules::html_text(&text.value[at..at + len]);
            let mistake = mistake.at(text.span.part(at, len));
            self.report
                .push(mistake.meant(meant.map(|meant| format!("`{meant}`"))));
        }
    }

    pub(super) fn one<'a>(
        &mut self,
        field: &mut Field<Spanned<Cow<'a, str>>>,
        key: &str,
    ) -> Option<Prose<'a>> {
        field.take().map(|text| self.read(text, Subject::Key(key)))
    }

    pub(super) fn many<'a>(
        &mut self,
        field: &mut Field<Vec<Spanned<Cow<'a, str>>>>,
        key: &str,
    ) -> Vec<Prose<'a>> {
        let read = |text| self.read(text, Subject::Item(key));
        field
            .take()
            .map_or_else(Vec::new, |list| list.into_iter().map(read).collect())
    }
}

/// Returns the offset and the length of a Markdown link: `[text](https://…)`.
fn link(text: &str) -> Option<(usize, usize)> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = middle + text[middle..].find(')')?;
    let target = &text[middle + 2..end];
    let is_target = target.starts_with(['/', '#', '.']) || target.contains("://");
    (is_target && !target.contains(' ')).then_some((start, end + 1 - start))
}

/// Returns the offset and the length of an HTML entity or tag, and the character that an entity stands for.
fn html(text: &str) -> Option<(usize, usize, Option<&'static str>)> {
    const ENTITIES: [(&str, &str); 7] = [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&nbsp;", " "),
    ];
    const TAGS: [&str; 10] = [
        "</code>",
        "</b>",
        "</i>",
        "</em>",
        "</strong>",
        "</p>",
        "</a>",
        "</li>",
        "<br>",
        "<br/>",
    ];
    if text.contains('&') {
        for (entity, meant) in ENTITIES {
            if let Some(at) = text.find(entity) {
                return Some((at, entity.len(), Some(meant)));
            }
        }
    }
    if text.contains('<') {
        for tag in TAGS {
            if let Some(at) = text.find(tag) {
                return Some((at, tag.len(), None));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{html, link};

    #[test]
    fn links_and_html_are_distinguished_from_text() {
        assert_eq!(link("See [a](https://b.c)."), Some((4, 16)));
        assert_eq!(link("See [a](#b)"), Some((4, 7)));
        for text in ["list[0](x)", "[a] (https://b.c)", "[a](b c)", "a](", ""] {
            assert_eq!(link(text), None, "{text}");
        }
        assert_eq!(html("a &amp; b"), Some((2, 5, Some("&"))));
        assert_eq!(html("<code>a</code>"), Some((7, 7, None)));
        for text in ["a & b", "a&b;", "a < b > c", "the element <Code>", ""] {
            assert_eq!(html(text), None, "{text}");
        }
    }
}
