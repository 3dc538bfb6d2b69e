//! The codes that no row may use.

use std::borrow::Cow;
use std::collections::HashMap;

use super::entry::RowEntry;
use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::span::{Span, Spanned};
use crate::table::code::{Code, DraftCode, prefix, range};
use crate::table::vocabulary::CodeFormat;

pub(super) struct Reserved<'a> {
    pub(super) codes: Vec<Code<'a>>,
    format: CodeFormat,
    texts: HashMap<Cow<'a, str>, Span>,
    /// The prefixes of classes, sorted. Those that a shorter prefix covers are left out.
    classes: Vec<(Cow<'a, str>, Span)>,
    /// Ranges, sorted by lower end. Each item has the highest upper end so far, and the span of the
    /// range with that end.
    ranges: Vec<(i64, i64, Span)>,
}

impl<'a> Reserved<'a> {
    pub(super) fn new(
        drafts: Vec<Spanned<DraftCode<'a>>>,
        format: CodeFormat,
        report: &mut Report,
    ) -> Self {
        let mut reserved = Reserved {
            codes: Vec::new(),
            format,
            texts: HashMap::new(),
            classes: Vec::new(),
            ranges: Vec::new(),
        };
        for Spanned { value, span } in drafts {
            match convert(value, format) {
                Ok(code) => reserved.add(code, span),
                Err(mistake) => report.push(mistake.at(span)),
            }
        }
        reserved
            .classes
            .sort_by(|(one, _), (other, _)| one.cmp(other));
        reserved
            .classes
            .dedup_by(|class, shorter| class.0.starts_with(shorter.0.as_ref()));
        reserved.ranges.sort_by_key(|&(low, ..)| low);
        let mut farthest: Option<(i64, Span)> = None;
        for (_, high, span) in &mut reserved.ranges {
            match farthest {
                Some((reach, first)) if reach >= *high => (*high, *span) = (reach, first),
                _ => farthest = Some((*high, *span)),
            }
        }
        reserved
    }

    fn add(&mut self, code: Code<'a>, span: Span) {
        if let Code::Text(text) = &code {
            self.texts.insert(text.clone(), span);
        } else if let Code::Class(class) = &code {
            self.classes.push((prefix(class).to_owned().into(), span));
        } else {
            let ranges = code.canonical_ranges(self.format);
            self.ranges
                .extend(ranges.map(|(low, high)| (low, high, span)));
        }
        self.codes.push(code);
    }

    /// Reports the reserved codes that rows use.
    pub(super) fn check(&self, entries: &mut [RowEntry<'_>], report: &mut Report) {
        if self.codes.is_empty() {
            return;
        }
        for entry in entries {
            let mistakes: Vec<_> = entry
                .codes()
                .filter_map(|code| self.mistake(code))
                .collect();
            for mistake in mistakes {
                entry.refuse(mistake, report);
            }
        }
    }

    fn mistake(&self, code: &Spanned<Code<'_>>) -> Option<Mistake> {
        let reserved = self.find(&code.value)?;
        let shown = code.value.show(self.format);
        let found = match code.value {
            Code::Range(..) | Code::Class(_) => phrases::overlaps_reserved(shown),
            Code::Int(_) | Code::Text(_) => phrases::reserved(shown),
        };
        let mistake = rules::reserved_code(found).at(code.span);
        Some(mistake.also(reserved, phrases::RESERVED))
    }

    /// Returns the span of the item that reserves a code, if there is one.
    fn find(&self, code: &Code<'_>) -> Option<Span> {
        // an integer matches reserved text with the same digits; for `Text`, `source` would escape a final star
        let text = match code {
            Code::Text(text) => text.as_ref().into(),
            other => other.source(),
        };
        if let Some(span) = self.texts.get(text.as_ref()) {
            return Some(*span);
        }
        if let Some(span) = self.find_text(code) {
            return Some(span);
        }
        code.canonical_ranges(self.format).find_map(|(low, high)| {
            let before = self.ranges.partition_point(|&(start, ..)| start <= high);
            self.ranges[..before]
                .last()
                .filter(|&&(_, reach, _)| reach >= low)
                .map(|&(_, _, span)| span)
        })
    }

    /// Returns the span of a reserved class that covers the code or, if the code is a class, of a reserved code
    /// that it covers.
    fn find_text(&self, code: &Code<'_>) -> Option<Span> {
        let (text, is_class) = match code {
            Code::Text(text) => (text.as_ref(), false),
            Code::Class(class) => (prefix(class), true),
            Code::Int(_) | Code::Range(..) => return None,
        };
        // the classes do not overlap, so only the last one sorted at or before the text can cover it
        let after = self
            .classes
            .partition_point(|(class, _)| class.as_ref() <= text);
        let covers = self.classes[..after]
            .last()
            .filter(|(class, _)| text.starts_with(class.as_ref()));
        let covered = || {
            let class = self
                .classes
                .get(after)
                .filter(|(class, _)| class.starts_with(text));
            let text = self
                .texts
                .iter()
                .find(|(reserved, _)| reserved.starts_with(text));
            class.map(|(_, span)| *span).or(text.map(|(_, span)| *span))
        };
        covers
            .map(|(_, span)| *span)
            .or_else(|| is_class.then(covered).flatten())
    }
}

fn convert(draft: DraftCode<'_>, format: CodeFormat) -> Result<Code<'_>, Mistake> {
    match draft {
        DraftCode::Int(int) => Ok(Code::Int(int)),
        DraftCode::Text(text) => match range(&text) {
            Some((low, high)) => Code::range(low, high, text, format),
            None => Code::text(text),
        },
    }
}
