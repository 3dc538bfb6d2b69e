//! A diagnostic as styled text, so that it can be coloured without being parsed.

use std::borrow::Cow;
use std::fmt;

use crate::diagnostics::rule::Severity;

/// The style of a part of a rendered diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Source text, paths, helps and line ends.
    Plain,
    /// The word `error` or `warning`, and the carets and label under the location.
    Severity(Severity),
    /// The message and the rule's id, with the colon before them.
    Message,
    /// The arrow before the path, the line numbers, and the bar beside source lines.
    Frame,
    /// The dashes and label under a related location.
    Related,
}

/// A rendered diagnostic with its source lines. `Display` writes it as plain text.
#[derive(Clone, Debug)]
pub struct Rendered {
    severity: Severity,
    title: String,
    excerpt: Vec<(Style, String)>,
}

impl Rendered {
    pub(super) fn new(severity: Severity, title: String) -> Self {
        Rendered {
            severity,
            title,
            excerpt: Vec::new(),
        }
    }

    /// Returns the parts of the text with their styles. Joined, they are the text that `Display` writes.
    pub fn styled(&self) -> Vec<(Style, Cow<'_, str>)> {
        let heading = [
            (
                Style::Severity(self.severity),
                self.severity.to_string().into(),
            ),
            (Style::Message, format!(": {}", self.title).into()),
            (Style::Plain, "\n".into()),
        ];
        let excerpt = self.excerpt.iter();
        heading
            .into_iter()
            .chain(excerpt.map(|(style, text)| (*style, text.as_str().into())))
            .collect()
    }

    /// Returns the text after `error: ` or `warning: `, for compilers, which write that word themselves.
    pub fn without_severity(&self) -> String {
        let mut text = format!("{}\n", self.title);
        text.extend(self.excerpt.iter().map(|(_, part)| part.as_str()));
        text
    }

    /// Adds a line without the white space at its end.
    pub(super) fn push_line<const N: usize>(&mut self, parts: [(Style, String); N]) {
        self.excerpt.extend(parts);
        if let Some((_, last)) = self.excerpt.last_mut() {
            last.truncate(last.trim_end().len());
        }
        self.excerpt.push((Style::Plain, "\n".to_owned()));
    }
}

impl fmt::Display for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.severity, self.without_severity())
    }
}
