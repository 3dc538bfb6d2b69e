//! Parses a document into a tree, or explains why it cannot be parsed.

use serde::Deserialize;
use serde::de::{DeserializeSeed as _, IgnoredAny};
use serde_yaml::Error;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::span::Span;
use crate::yaml::appearance;
use crate::yaml::builder::Builder;
use crate::yaml::errors;
use crate::yaml::fill::Fill;
use crate::yaml::limits::{self, MAX_DEPTH, begins_line};
use crate::yaml::node::Node;
use crate::yaml::probe;

/// Parses a document. After an error, which is reported, `Err` contains the part before it.
///
/// Documents in which the values of `scalar_keys` in rows are scalars take the fast path.
pub(crate) fn parse<'a>(
    text: &'a str,
    scalar_keys: Vec<&'static str>,
    report: &mut Report,
) -> Result<Node<'a>, Node<'a>> {
    let mut root = Node::NULL;
    if let Some(mistake) = refusal(text) {
        report.push(mistake);
        return Err(root);
    }
    let tags = probe::tags(text);
    for &tag in &tags {
        report.push(rules::tag().at(Span::Byte(tag)));
    }
    // a tag can change the type of a scalar, which the fast path does not handle
    if tags.is_empty() && fill(&mut Builder::fast(text, scalar_keys), &mut root).is_ok() {
        return Ok(root);
    }
    root = Node::NULL;
    let mut builder = Builder::strict(text);
    let Err(error) = fill(&mut builder, &mut root) else {
        // a tag can make its value anything, so mistakes in the values may be consequences
        return if tags.is_empty() { Ok(root) } else { Err(root) };
    };
    let mistake = match builder.limit {
        Some(limit) => Some(limit.at(Span::Byte(offset(&error).unwrap_or(0)))),
        // the syntax is valid; if there are no tags either, the parser failed at an alias
        None => {
            syntax_error(text).or_else(|| tags.is_empty().then(|| rules::alias().at(Span::START)))
        }
    };
    // an error at the position of a tag is caused by the tag, which has been reported
    let in_tag = |mistake: &Mistake| tags.iter().any(|&tag| mistake.span == Span::Byte(tag));
    if let Some(mistake) = mistake.filter(|mistake| !in_tag(mistake)) {
        report.push(mistake);
    }
    Err(root)
}

/// Returns the mistake in a text that must not reach the parser, because the parser would take quadratic time or
/// confuse two anchors with the same name.
fn refusal(text: &str) -> Option<Mistake> {
    if text.starts_with('\u{feff}') {
        return Some(rules::byte_order_mark().at(Span::START));
    }
    if let Some(offset) = limits::surplus_directive(text) {
        return Some(rules::yaml_start(phrases::character('%')).at(Span::Byte(offset)));
    }
    if let Some(offset) = limits::too_deep(text) {
        return Some(rules::depth(MAX_DEPTH).at(Span::Byte(offset)));
    }
    let (first, second) = probe::repeated_anchor(text)?;
    let mistake = rules::repeated_anchor(probe::name(text, second)).at(Span::Byte(second));
    Some(mistake.first_at(Span::Byte(first)))
}

fn fill<'a>(builder: &mut Builder<'a>, node: &mut Node<'a>) -> Result<(), Error> {
    let document = serde_yaml::Deserializer::from_str(builder.text);
    Fill::any(builder, node).deserialize(document)
}

/// Parses the document again without building a tree, to find out whether its syntax is wrong.
fn syntax_error(text: &str) -> Option<Mistake> {
    let error = IgnoredAny::deserialize(serde_yaml::Deserializer::from_str(text)).err()?;
    // only an error about a second document has no location
    Some(match offset(&error) {
        Some(offset) => errors::explain(text, &error.to_string(), offset),
        None => second_document(text),
    })
}

/// Explains text after the first document.
fn second_document(text: &str) -> Mistake {
    /// The parser's message about text after the end of a document.
    const NO_DOCUMENT: &str = "did not find expected <document start>";
    let second = serde_yaml::Deserializer::from_str(text).nth(1);
    let (mut builder, mut node) = (Builder::rejecting(), Node::NULL);
    let reject = Fill::any(&mut builder, &mut node);
    let error = second.and_then(|document| reject.deserialize(document).err());
    let offset = error.as_ref().and_then(offset).unwrap_or(text.len());
    let message = error.map(|error| error.to_string()).unwrap_or_default();
    if message.starts_with(NO_DOCUMENT) {
        return errors::explain(text, &message, offset);
    }
    let mut markers = text[..offset].rmatch_indices("---").map(|(at, _)| at);
    let begin = markers.find(|&at| begins_line(text, at));
    if let Some(mistake) = appearance::explain(text, begin.unwrap_or(offset)) {
        return mistake;
    }
    rules::several_documents().at(Span::Byte(begin.unwrap_or(offset)))
}

fn offset(error: &Error) -> Option<usize> {
    error.location().map(|location| location.index())
}

#[cfg(test)]
mod tests;
