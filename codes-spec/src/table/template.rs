//! Templates for `Display`: text, and placeholders in braces.

use std::borrow::Cow;
use std::fmt;
use std::mem;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::nearest::nearest;
use crate::span::{Span, Spanned};

/// A template for `Display`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(pub(crate) Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(String),
    Place(Placeholder),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Placeholder {
    Vendor,
    Status,
    Code,
    Name,
    Title,
    Description,
}

/// Limits on a template, so that a row's `Display` text is not much longer than the row's own text.
const MAX_TEMPLATE: usize = 1_000;
const MAX_PLACES: usize = 20;

/// The placeholders by name.
pub(crate) const PLACEHOLDERS: [(&str, Placeholder); 6] = [
    ("vendor", Placeholder::Vendor),
    ("status", Placeholder::Status),
    ("code", Placeholder::Code),
    ("name", Placeholder::Name),
    ("title", Placeholder::Title),
    ("description", Placeholder::Description),
];

impl Template {
    /// Parses one line of text, or reports every mistake in it.
    pub(crate) fn parse(text: &Spanned<Cow<'_, str>>, report: &mut Report) -> Option<Self> {
        let Spanned { value: text, span } = text;
        let placeholders = text.replace("{{", "").matches('{').count();
        let too_large = if text.len() > MAX_TEMPLATE {
            let found = phrases::bytes(text.len());
            Some(rules::template_size(found, MAX_TEMPLATE, phrases::SHORTEN))
        } else {
            (placeholders > MAX_PLACES).then(|| {
                let found = phrases::placeholders(placeholders);
                rules::template_size(found, MAX_PLACES, phrases::REMOVE_PLACEHOLDERS)
            })
        };
        if let Some(mistake) = too_large {
            return report.refuse(mistake.at(*span));
        }
        let errors = report.errors();
        let pieces = pieces(text, *span, report);
        (report.errors() == errors).then_some(Template(pieces))
    }
}

fn pieces(text: &str, span: Span, report: &mut Report) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut at = 0;
    let mut has_dollar = false;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if rest.starts_with("{{") || rest.starts_with("}}") {
            literal.push(c);
            at += 2;
        } else if c == '{' {
            let Some(end) = rest.find('}') else {
                report.push(rules::placeholder_open().at(span.part(at, rest.len())));
                break;
            };
            if literal.ends_with('$') && !std::mem::replace(&mut has_dollar, true) {
                let mistake = rules::placeholder_dollar().at(span.part(at - 1, end + 2));
                report.push(mistake.meant(Some(format!("`{}`", &rest[..=end]))));
            }
            match placeholder(&rest[1..end]) {
                Ok(placeholder) => pieces.extend([
                    Piece::Text(mem::take(&mut literal)),
                    Piece::Place(placeholder),
                ]),
                Err(mistake) => report.push(mistake.at(span.part(at, end + 1))),
            }
            at += end + 1;
        } else {
            if c == '}' {
                report.push(rules::placeholder_close().at(span.part(at, 1)));
            }
            literal.push(c);
            at += c.len_utf8();
        }
    }
    pieces.push(Piece::Text(literal));
    pieces
}

/// Prints the template as written in a spec.
impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| match piece {
            Piece::Text(text) => f.write_str(&text.replace('{', "{{").replace('}', "}}")),
            Piece::Place(place) => {
                let (word, _) = PLACEHOLDERS
                    .iter()
                    .find(|(_, other)| other == place)
                    .unwrap_or(&PLACEHOLDERS[0]);
                write!(f, "{{{word}}}")
            }
        })
    }
}

/// Returns the placeholder with this name.
fn placeholder(word: &str) -> Result<Placeholder, Mistake> {
    let known = PLACEHOLDERS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|&(_, placeholder)| placeholder);
    known.ok_or_else(|| {
        let near = nearest(word, PLACEHOLDERS.map(|(name, _)| name));
        rules::placeholder(word).meant(near.map(|near| format!("`{{{near}}}`")))
    })
}

impl Template {
    /// Returns whether the template has no placeholder.
    pub(crate) fn is_constant(&self) -> bool {
        !self.0.iter().any(|piece| matches!(piece, Piece::Place(_)))
    }

    pub(crate) fn has(&self, placeholder: Placeholder) -> bool {
        self.0.contains(&Piece::Place(placeholder))
    }
}
