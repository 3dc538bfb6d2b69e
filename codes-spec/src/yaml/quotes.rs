//! Finds unclosed quotes, whose text runs on into the next key or item. YAML accepts that if another quote follows, and
//! the keys and items up to there become part of the text.

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rules;
use crate::span::Span;
use crate::yaml::positions;

/// The maximum number of lines above a quote that are searched for the key of the text.
const MAX_LINES: usize = 16;

/// Returns the mistakes of quoted texts that run on, in file order.
pub(crate) fn find(text: &str) -> Vec<Mistake> {
    // Macros run without optimization. The standard library's search for a single character is optimized; a search
    // for one of two would take a quarter of all instructions of `load`.
    let mut candidates = Vec::new();
    for quote in ['"', '\''] {
        let quotes = text.match_indices(quote).map(|(at, _)| at);
        let values = quotes.filter(|&at| may_begin_value(&text[..at]));
        candidates.extend(values.filter_map(|at| Some((at, runs_on(text, at)?))));
    }
    candidates.sort_unstable();
    if candidates.is_empty() {
        return Vec::new();
    }
    // the candidates may also be inside comments or other text, so keep only those that begin a scalar
    let mut scalars: Vec<_> = positions::find(text, u32::MAX)
        .iter()
        .map(|scalar| scalar.offset)
        .collect();
    scalars.sort_unstable();
    candidates
        .into_iter()
        .filter(|(at, _)| scalars.binary_search(at).is_ok())
        .map(|(at, end)| mistake(at, end))
        .collect()
}

/// Explains a quoted text that begins at an offset, if it runs on.
pub(crate) fn explain(text: &str, at: usize) -> Option<Mistake> {
    runs_on(text, at).map(|end| mistake(at, end))
}

fn mistake(at: usize, end: usize) -> Mistake {
    rules::quote_runs_on()
        .at(Span::Byte(at))
        .also(Span::Byte(end), phrases::RUNS_ON)
}

/// Returns whether a quoted value can begin after this text.
fn may_begin_value(before: &str) -> bool {
    let rest = before.trim_end_matches([' ', '\t']);
    match rest.as_bytes().last() {
        None | Some(b'\n' | b'\r' | b'[' | b'{' | b',') => true,
        Some(b':' | b'-') => rest.len() < before.len(),
        _ => false,
    }
}

/// Finds the first line of a quoted text with no deeper indentation than the text's key or dash, and returns its start.
fn runs_on(text: &str, at: usize) -> Option<usize> {
    let mut end = line_end(text, at);
    let mut quoted = Quoted::new(text, at);
    if quoted.closes_before(end) {
        return None;
    }
    let limit = column(text, at)?;
    loop {
        let start = end + 1;
        let line = text.get(start..)?.split('\n').next()?;
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        if indent <= limit && !content.trim_end().is_empty() {
            return Some(start + indent);
        }
        end = start + line.len();
        if quoted.closes_before(end) {
            return None;
        }
    }
}

/// Returns the column of the key or dash that the value at an offset belongs to.
fn column(text: &str, at: usize) -> Option<usize> {
    let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let before = &text[start..at];
    let key = key_column(before);
    if key < before.len() {
        return Some(key);
    }
    if let Some(dash) = before.rfind('-') {
        return Some(dash);
    }
    // the value is alone on its line
    let above = text[..start].lines().rev().take(MAX_LINES);
    above
        .filter(|line| !line.trim().is_empty())
        .find(|line| line.len() - line.trim_start().len() < before.len())
        .map(key_column)
}

/// Returns the column after indentation and dashes.
fn key_column(line: &str) -> usize {
    let mut rest = line.trim_start_matches(' ');
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start_matches(' ');
    }
    line.len() - rest.len()
}

/// A walk through a quoted text.
struct Quoted<'t> {
    text: &'t str,
    quote: char,
    at: usize,
}

impl<'t> Quoted<'t> {
    fn new(text: &'t str, at: usize) -> Self {
        Quoted {
            text,
            quote: if text[at..].starts_with('"') {
                '"'
            } else {
                '\''
            },
            at: at + 1,
        }
    }

    /// Walks to an offset, and returns whether the text ends before it.
    fn closes_before(&mut self, end: usize) -> bool {
        while let Some(found) = self
            .text
            .get(self.at..end)
            .and_then(|rest| rest.find(self.quote))
        {
            let quote = self.at + found;
            if !self.is_escaped(quote) {
                return true;
            }
            self.at = quote + if self.quote == '"' { 1 } else { 2 };
        }
        self.at = self.at.max(end);
        false
    }

    /// Returns whether a quote is part of the text: a double quote after a backslash, a single quote before another.
    fn is_escaped(&self, quote: usize) -> bool {
        if self.quote == '\'' {
            return self.text[quote + 1..].starts_with('\'');
        }
        let before = &self.text[..quote];
        (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
    }
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |i| at + i)
}
