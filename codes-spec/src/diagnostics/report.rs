//! What the stages find wrong, and where it stands when all is read.

use std::fmt;

use crate::diagnostics::rules::Rule;
use crate::diagnostics::{Diagnostic, Diagnostics, Related, Severity};
use crate::source::{Location, Source};
use crate::span::Span;
use crate::text::visible_line;
use crate::yaml::comments;
use crate::yaml::extent::{self, Mark};
use crate::yaml::spans;

/// How many diagnostics are shown.
pub(crate) const SHOWN: usize = 50;

/// How many mistakes are kept at most before those are chosen from them; the rest is counted.
const KEPT: usize = 4 * SHOWN;

/// How often a word is sought that was probably meant.
const PROPOSALS: usize = SHOWN;

/// One rule broken at one span. The catalogue makes it, a stage places it.
pub(crate) struct Mistake {
    pub(crate) rule: &'static Rule,
    pub(crate) message: String,
    pub(crate) help: String,
    pub(crate) span: Span,
    label: Option<String>,
    quotable: bool,
    also: Option<(Span, &'static str)>,
}

impl Mistake {
    pub(crate) fn new(rule: &'static Rule, message: &str, help: &str) -> Self {
        let (message, help) = (visible_line(message), visible_line(help));
        Mistake {
            rule,
            message,
            help,
            span: Span::START,
            label: None,
            quotable: false,
            also: None,
        }
    }

    pub(crate) fn at(self, span: Span) -> Self {
        Mistake { span, ..self }
    }

    /// Shows the other party.
    pub(crate) fn also(self, span: Span, label: &'static str) -> Self {
        Mistake {
            also: Some((span, label)),
            ..self
        }
    }

    pub(crate) fn first_at(self, span: Span) -> Self {
        self.also(span, "first one here")
    }

    /// Proposes what was probably meant.
    pub(crate) fn meant(self, word: Option<impl fmt::Display>) -> Self {
        const LONGEST: usize = 80;
        let label = word
            .map(|word| visible_line(&format!("did you mean {word}?")))
            .filter(|label| label.len() <= LONGEST);
        Mistake { label, ..self }
    }

    /// Proposes the scalar itself, in quotes.
    pub(crate) fn quotable(self) -> Self {
        Mistake {
            quotable: true,
            ..self
        }
    }
}

/// The mistakes of one file, as the stages find them.
#[derive(Default)]
pub(crate) struct Report {
    mistakes: Vec<Mistake>,
    errors: usize,
    warnings: usize,
    proposals: usize,
}

impl Report {
    pub(crate) fn push(&mut self, mistake: Mistake) {
        match mistake.rule.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
        if self.mistakes.len() == KEPT {
            self.choose();
        }
        self.mistakes.push(mistake);
    }

    /// Keeps those that are shown: errors before warnings where not all can be, and each from the file's beginning on.
    fn choose(&mut self) {
        self.mistakes
            .sort_by_key(|mistake| (mistake.rule.severity, mistake.span.order()));
        self.mistakes.truncate(SHOWN);
    }

    /// Reports why there is no value.
    pub(crate) fn refuse<T>(&mut self, mistake: Mistake) -> Option<T> {
        self.push(mistake);
        None
    }

    pub(crate) fn errors(&self) -> usize {
        self.errors
    }

    /// Whether to seek a word that was probably meant: a file with thousands of mistakes has other troubles.
    pub(crate) fn may_propose(&mut self) -> bool {
        self.proposals += 1;
        self.proposals <= PROPOSALS
    }

    /// Finds the places, and puts the mistakes into file order.
    pub(crate) fn settle(mut self, source: Source<'_>) -> Diagnostics<'_> {
        self.choose();
        let spans = self
            .mistakes
            .iter()
            .flat_map(|mistake| [Some(mistake.span), mistake.also.map(|(span, _)| span)]);
        let scalars = spans.flatten().filter_map(Span::scalars).max();
        let marks = scalars.map_or_else(Vec::new, |scalars| spans::read(source.text(), scalars));
        let stretch = |span| match span {
            Span::Byte(offset) => (offset, 1),
            Span::Scalar { ordinal, part } => {
                match (marks.get(ordinal as usize).or(marks.last()), part) {
                    (
                        Some(Mark {
                            verbatim: Some(text),
                            ..
                        }),
                        Some((start, len)),
                    ) => (text + start, len),
                    (Some(mark), _) => (mark.offset, mark.len),
                    (None, _) => (0, 1),
                }
            }
            Span::Empty { behind, nth } => {
                let before = &marks[..marks.len().min(behind as usize)];
                let end = before
                    .iter()
                    .map(|mark| mark.offset + mark.len)
                    .max()
                    .unwrap_or(0);
                extent::empty(source.text(), end, nth).unwrap_or((end, 1))
            }
        };
        let mut mistakes = self.mistakes;
        mistakes.sort_by_key(|mistake| stretch(mistake.span).0);
        // what an alias repeats was said where its anchor stands
        mistakes.dedup_by(|again, first| {
            let same = stretch(again.span) == stretch(first.span)
                && (again.rule, &again.message, &again.help)
                    == (first.rule, &first.message, &first.help);
            match again.rule.severity {
                Severity::Error => self.errors -= usize::from(same),
                Severity::Warning => self.warnings -= usize::from(same),
            }
            same
        });
        let locate = |span| {
            let (offset, len) = stretch(span);
            source.locate(offset, len)
        };
        let shown = mistakes
            .into_iter()
            .map(|mistake| mistake.settle(&source, locate))
            .collect();
        Diagnostics {
            source,
            shown,
            errors: self.errors,
            warnings: self.warnings,
        }
    }
}

impl Mistake {
    fn settle(self, source: &Source<'_>, locate: impl Fn(Span) -> Location) -> Diagnostic {
        let at = locate(self.span);
        let token = match &source.text()[at.offset..][..at.len] {
            "" => comments::glued(&source.text()[at.offset..]).unwrap_or_default(),
            token => token,
        };
        let quoted = (self.quotable && !token.is_empty() && !token.starts_with(['"', '\'']))
            .then(|| format!("quote it: \"{token}\""));
        Diagnostic {
            rule: self.rule,
            message: self.message,
            location: at,
            label: self.label.or(quoted),
            related: self.also.map(|(span, label)| Related {
                location: locate(span),
                label,
            }),
            help: self.help,
        }
    }
}
