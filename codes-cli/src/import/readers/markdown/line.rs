//! A line of Markdown, built from parser events.

use std::borrow::Cow;
use std::ops::Range;

use crate::import::model::text::Text;

/// A line that is being read: its visible text and the range of its Markdown.
pub(super) struct Line {
    plain: String,
    pub(super) source: Range<usize>,
    marked: bool,
    label: Option<(usize, usize)>,
    lead: Option<(usize, usize)>,
    /// The range of the visible text without surrounding spaces, except spaces from entities or inline code.
    solid: Option<Range<usize>>,
    /// The line follows a hard line break.
    pub(super) hard: bool,
}

impl Line {
    pub(super) fn at(start: usize, hard: bool) -> Self {
        Line {
            plain: String::new(),
            source: start..start,
            marked: false,
            label: None,
            lead: None,
            solid: None,
            hard,
        }
    }

    /// Moves the start of the line, if the line has no text yet.
    pub(super) fn start_at(&mut self, start: usize) {
        if self.plain.is_empty() && self.source.is_empty() && !self.marked {
            self.source = start..start;
        }
    }

    /// Appends text whose Markdown source ends at byte `end`. Spaces are collapsed, except in an entity or in `marked`
    /// text such as inline code.
    pub(super) fn write(&mut self, text: &str, end: usize, marked: bool, is_entity: bool) {
        let exact = marked || is_entity;
        let collapsed = if exact {
            text.into()
        } else {
            collapse_spaces(text)
        };
        let text = collapsed.as_ref();
        let solid = if exact { text } else { text.trim() };
        if !solid.is_empty() {
            let blanks = if exact {
                0
            } else {
                text.len() - text.trim_start().len()
            };
            let start = self.plain.len() + blanks;
            let first = self.solid.as_ref().map_or(start, |solid| solid.start);
            self.solid = Some(first..start + solid.len());
        }
        self.plain += text;
        self.marked |= marked;
        self.source.end = self.source.end.max(end);
        // the colon of a label may follow the bold text
        if let Some(label) = self
            .label
            .filter(|label| label.0 + text.len() == self.plain.len())
        {
            self.label =
                (text.starts_with(':') || self.plain[..label.0].ends_with(':')).then_some(label);
        }
    }

    /// Ends bold text, which may be a label if the line starts with it.
    pub(super) fn end_strong(&mut self, text: &str, strong: Range<usize>) {
        self.source.end = strong.end;
        if text[self.source.start..].starts_with(&text[strong.clone()]) {
            self.label = Some((self.plain.len(), strong.len()));
            self.lead = self.label;
        }
    }

    /// Ends inline code, which may begin the line.
    pub(super) fn end_code(&mut self, code: &Range<usize>) {
        if self.source.start == code.start && self.lead.is_none() {
            self.lead = Some((self.plain.len(), code.len()));
        }
    }

    pub(super) fn finish(self, text: &str) -> Text {
        let plain = self
            .solid
            .and_then(|solid| self.plain.get(solid))
            .unwrap_or_default()
            .to_owned();
        let source = text
            .get(self.source)
            .unwrap_or(&plain)
            .trim_matches([' ', '\t', '\n'])
            .to_owned();
        // offsets may be outside the text if the events of the parser end early
        let is_inside = |&(at, end): &(usize, usize)| {
            plain.is_char_boundary(at) && source.is_char_boundary(end)
        };
        let (label, lead) = (self.label.filter(is_inside), self.lead.filter(is_inside));
        Text {
            marked: self.marked && plain != source,
            plain,
            source,
            label,
            lead,
            first_line: None,
        }
    }
}

/// Collapses spaces and tabs, as Markdown displays them.
fn collapse_spaces(text: &str) -> Cow<'_, str> {
    if !text.contains("  ") && !text.contains('\t') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' if out.ends_with(' ') => {}
            '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out.into()
}
