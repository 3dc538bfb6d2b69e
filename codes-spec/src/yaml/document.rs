//! Reads YAML documents of other tools, which are not specs.

use serde::de::DeserializeSeed;

use crate::yaml::errors::is_yaml;
use crate::yaml::{limits, probe};

/// The reason why a document cannot be parsed, and where. Line and column are 0 if they are not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1.
    pub column: usize,
    /// The problem, in the words of the parser.
    pub text: String,
}

/// Reads the documents of a YAML file that need not be a spec: tags, aliases and merge keys are allowed, and there may
/// be several documents. The seed decides what is built. It also has to limit the number of values: aliases multiply them.
pub fn read_yaml<'de, S>(text: &'de str, seed: S) -> Result<Vec<S::Value>, YamlError>
where
    S: DeserializeSeed<'de> + Copy,
{
    if let Some(offset) = refused(text) {
        return Err(at_offset(
            text,
            offset,
            "the nesting is too deep, or there are too many directives",
        ));
    }
    if let Some((_, second)) = probe::repeated_anchor(text) {
        return Err(at_offset(text, second, "an anchor is defined twice"));
    }
    let documents = serde_yaml::Deserializer::from_str(text);
    documents
        .map(|document| {
            seed.deserialize(document)
                .map_err(|error| explain(text, &error))
        })
        .collect()
}

/// Returns the offset of text for which the parser would take quadratic time.
fn refused(text: &str) -> Option<usize> {
    limits::surplus_directive(text).or_else(|| limits::too_deep(text))
}

fn at_offset(text: &str, offset: usize, problem: &str) -> YamlError {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    YamlError {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        text: problem.to_owned(),
    }
}

fn explain(document: &str, error: &serde_yaml::Error) -> YamlError {
    const CONTROL: &str = "control characters are not allowed";
    let location = error.location();
    let text = error.to_string();
    // the parser's message gives a byte offset, but no line and column
    let control = text
        .starts_with(CONTROL)
        .then(|| document.find(|c| !is_yaml(c)));
    if let Some(offset) = control.flatten() {
        return at_offset(document, offset, CONTROL);
    }
    let end = text.find(" at line ").unwrap_or(text.len());
    YamlError {
        line: location.as_ref().map_or(0, serde_yaml::Location::line),
        column: location.as_ref().map_or(0, serde_yaml::Location::column),
        text: text[..end].to_owned(),
    }
}
