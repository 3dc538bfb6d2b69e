//! A broken rule, before its location is known.

use std::fmt;

use crate::diagnostics::phrases;
use crate::diagnostics::rule::Rule;
use crate::span::Span;
use crate::text::visible_line;

/// A broken rule and where it is broken. A function of the catalogue creates it, and its caller adds the span.
pub(crate) struct Mistake {
    pub(crate) rule: &'static Rule,
    pub(crate) message: String,
    pub(crate) help: String,
    pub(crate) span: Span,
    pub(super) label: Option<String>,
    pub(super) quote: Option<fn(&str) -> String>,
    pub(super) also: Option<(Span, &'static str)>,
    pub(super) proposed_name: Option<String>,
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
            quote: None,
            also: None,
            proposed_name: None,
        }
    }

    pub(crate) fn at(self, span: Span) -> Self {
        Mistake { span, ..self }
    }

    /// Shows a related location.
    pub(crate) fn also(self, span: Span, label: &'static str) -> Self {
        Mistake {
            also: Some((span, label)),
            ..self
        }
    }

    /// Shows the first of two equal values.
    pub(crate) fn first_at(self, span: Span) -> Self {
        self.also(span, phrases::FIRST)
    }

    /// Suggests a replacement in the label: ``did you mean `title`?``
    pub(crate) fn meant(self, word: Option<impl fmt::Display>) -> Self {
        const LONGEST: usize = 80;
        let label = word
            .map(|word| visible_line(&phrases::meant(word)))
            .filter(|label| label.len() <= LONGEST);
        Mistake { label, ..self }
    }

    /// Proposes a variant name to tools. For people, the help contains the name.
    pub(crate) fn propose_name(self, name: String) -> Self {
        Mistake {
            proposed_name: Some(name).filter(|name| !name.is_empty()),
            ..self
        }
    }

    /// Suggests quoting the scalar, in the label. `words` turns the scalar into the label.
    pub(crate) fn quotable(self, words: fn(&str) -> String) -> Self {
        Mistake {
            quote: Some(words),
            ..self
        }
    }
}
