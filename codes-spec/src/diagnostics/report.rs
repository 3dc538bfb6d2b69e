//! Collects the mistakes in a file.

use crate::diagnostics::diagnostic::{Diagnostic, Related};
use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::output::Diagnostics;
use crate::diagnostics::phrases;
use crate::diagnostics::rule::Severity;
use crate::source::Source;
use crate::span::{Resolved, Span};

/// The maximum number of diagnostics that are shown.
pub(crate) const SHOWN: usize = 50;

/// The number of mistakes after which all but the [`SHOWN`] most important are dropped. Dropped ones are still counted.
const KEPT: usize = 4 * SHOWN;

/// The maximum number of searches for a similar word.
const PROPOSALS: usize = SHOWN;

/// The mistakes found in one file.
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
            self.keep_shown();
        }
        self.mistakes.push(mistake);
    }

    /// Drops all mistakes but those that are shown. If there are too many, errors are preferred to warnings, and
    /// earlier mistakes to later ones.
    fn keep_shown(&mut self) {
        self.mistakes
            .sort_by_key(|mistake| (mistake.rule.severity, mistake.span.order()));
        self.mistakes.truncate(SHOWN);
    }

    /// Reports a mistake and returns `None` in place of a value.
    pub(crate) fn refuse<T>(&mut self, mistake: Mistake) -> Option<T> {
        self.push(mistake);
        None
    }

    pub(crate) fn errors(&self) -> usize {
        self.errors
    }

    /// Returns whether another search for a similar word is allowed. The search is slow, and of little use in a file with
    /// thousands of mistakes.
    pub(crate) fn may_propose(&mut self) -> bool {
        self.proposals += 1;
        self.proposals <= PROPOSALS
    }

    /// Resolves the spans and puts the mistakes in file order. `resolve` finds the bytes of all spans at once, which
    /// costs a second parse.
    pub(crate) fn finish(
        mut self,
        source: Source<'_>,
        resolve: impl FnOnce(&str, &[Span]) -> Vec<Resolved>,
    ) -> Diagnostics<'_> {
        self.keep_shown();
        let spans = |mistake: &Mistake| [Some(mistake.span), mistake.also.map(|(span, _)| span)];
        let spans: Vec<_> = self.mistakes.iter().flat_map(spans).flatten().collect();
        let mut resolved = resolve(source.text(), &spans).into_iter();
        let mut located: Vec<Located> = Vec::new();
        for mistake in self.mistakes {
            let Some(at) = resolved.next() else { break };
            let related = mistake
                .also
                .and_then(|(_, label)| Some((resolved.next()?, label)));
            located.push(Located {
                mistake,
                at,
                related,
            });
        }
        located.sort_by_key(|located| located.at.offset);
        // the mistakes in an anchor's value are found again at each alias
        located.dedup_by(|again, first| {
            let same = again.repeats(first);
            match again.mistake.rule.severity {
                Severity::Error => self.errors -= usize::from(same),
                Severity::Warning => self.warnings -= usize::from(same),
            }
            same
        });
        let shown = located
            .into_iter()
            .map(|located| located.diagnostic(&source))
            .collect();
        Diagnostics {
            source,
            shown,
            errors: self.errors,
            warnings: self.warnings,
        }
    }
}

/// A mistake whose spans are resolved.
struct Located {
    mistake: Mistake,
    at: Resolved,
    related: Option<(Resolved, &'static str)>,
}

impl Located {
    fn repeats(&self, first: &Self) -> bool {
        let (a, b) = (&self.mistake, &first.mistake);
        (self.at.offset, self.at.len) == (first.at.offset, first.at.len)
            && (a.rule, &a.message, &a.help) == (b.rule, &b.message, &b.help)
    }

    fn diagnostic(self, source: &Source<'_>) -> Diagnostic {
        let Located {
            mistake,
            at,
            related,
        } = self;
        let location = source.locate(at.offset, at.len);
        let quoted = mistake.quote.and_then(|quote| {
            let token = &source.text()[location.offset..][..location.len];
            match (token, at.comment.as_deref()) {
                ("", comment) => comment.map(phrases::quote),
                (token, _) => (!token.starts_with(['"', '\''])).then(|| quote(token)),
            }
        });
        Diagnostic {
            rule: mistake.rule,
            message: mistake.message,
            location,
            label: mistake.label.or(quoted),
            related: related.map(|(at, label)| Related {
                location: source.locate(at.offset, at.len),
                label,
            }),
            proposed_name: mistake.proposed_name,
            help: mistake.help,
        }
    }
}
