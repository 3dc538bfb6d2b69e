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
    pub(super) markdown: bool,
    pub(super) report: &'r mut Report,
}

impl ProseReader<'_> {
    pub(super) fn read<'a>(
        &mut self,
        text: Spanned<Cow<'a, str>>,
        subject: Subject<'_>,
    ) -> Prose<'a> {
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
