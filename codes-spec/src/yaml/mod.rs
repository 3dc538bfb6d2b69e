//! YAML text as a tree of borrowed nodes, and the places of its scalars.
//!
//! This file, `mark`, `scalar` and `token` alone name `serde_yaml`, which is archived upstream. To leave it:
//! `yaml_serde` has the same layout; any other parser will do that gives scalars, lists and mappings in order, and where
//! each scalar begins.
//!
//! A node does not carry its place: reading places costs as much again as reading the tree, and is done only when
//! there is a mistake to show. It carries its ordinal among the document's scalars instead, see `mark`.

mod builder;
pub(crate) mod comments;
mod errors;
pub(crate) mod extent;
mod limits;
mod scalar;
pub(crate) mod spans;
mod tokens;

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::{DeserializeSeed as _, IgnoredAny};
use serde_yaml::Error;

use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::span::Span;
use crate::yaml::builder::{Builder, Fill};

/// How deep lists and mappings may be nested.
pub(crate) const MAX_DEPTH: u32 = 64;

/// What the parser says of text behind a document that has ended.
const NO_DOCUMENT: &str = "did not find expected <document start>";

/// A value of the document.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    pub(crate) value: Value<'a>,
    /// How many scalars stand before it.
    pub(crate) ordinal: u32,
    /// Without a scalar of its own, the first empty list or mapping in it, counted from 1 behind the scalar before.
    pub(crate) empty: u32,
}

#[derive(Debug)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    Int(i128),
    /// A number that is no integer, or too large for one.
    Float,
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Map(Vec<(Node<'a>, Node<'a>)>),
    /// Something of which all was said that is to say: a tag with nothing behind it, or what `<<` stands for.
    Reported,
}

impl Node<'_> {
    pub(crate) const NULL: Self = Node {
        value: Value::Null,
        ordinal: 0,
        empty: 0,
    };
    pub(crate) const REPORTED: Self = Node {
        value: Value::Reported,
        ..Self::NULL
    };

    /// Its place; of a list or a mapping, that of the first scalar in it.
    pub(crate) fn span(&self) -> Span {
        match self.empty {
            0 => Span::scalar(self.ordinal),
            nth => Span::Empty {
                behind: self.ordinal,
                nth,
            },
        }
    }
}

/// Reads a document. `Err` has what stands before the place where it cannot be read, and the report says why.
pub(crate) fn parse<'a>(text: &'a str, report: &mut Report) -> Result<Node<'a>, Node<'a>> {
    let mut root = Node::NULL;
    if let Some(offset) = surplus_directive(text) {
        report.push(rules::yaml_start('%').at(Span::Byte(offset)));
        return Err(root);
    }
    if let Some(offset) = limits::too_deep(text) {
        report.push(rules::depth(MAX_DEPTH).at(Span::Byte(offset)));
        return Err(root);
    }
    if let Some((first, second)) = tokens::repeated_anchor(text) {
        report.push(
            rules::repeated_anchor()
                .at(Span::Byte(second))
                .first_at(Span::Byte(first)),
        );
        return Err(root);
    }
    let tags = tokens::tags(text);
    for &tag in &tags {
        report.push(rules::tag().at(Span::Byte(tag)));
    }
    // what does not go this way has a mistake, or a tag, which has a say in what a scalar is
    if tags.is_empty() && fill(&mut Builder::trusting(text), &mut root).is_ok() {
        return Ok(root);
    }
    root = Node::NULL;
    let mut builder = Builder::new(text);
    let Err(error) = fill(&mut builder, &mut root) else {
        return Ok(root);
    };
    match builder.limit {
        Some(mistake) => report.push(mistake.at(Span::Byte(offset(&error).unwrap_or(0)))),
        None if !explain(text, report) && tags.is_empty() => {
            report.push(rules::alias().at(Span::START))
        }
        // a tag may say of a value what it is not
        None => {}
    }
    Err(root)
}

pub(crate) fn fill<'a>(builder: &mut Builder<'a>, node: &mut Node<'a>) -> Result<(), Error> {
    let document = serde_yaml::Deserializer::from_str(builder.text);
    Fill {
        builder,
        node,
        scalar: false,
    }
    .deserialize(document)
}

/// Where a line begins with `%` when a few have done so: the parser compares each directive with all before it.
fn surplus_directive(text: &str) -> Option<usize> {
    const FEW: usize = 8;
    let begins_line = |at: &usize| *at == 0 || matches!(text.as_bytes()[at - 1], b'\n' | b'\r');
    text.match_indices('%')
        .map(|(at, _)| at)
        .filter(begins_line)
        .nth(FEW)
}

/// Says why a document could not be read to its end, if that is for its syntax, by reading it once more without
/// building anything.
fn explain(text: &str, report: &mut Report) -> bool {
    let Err(error) = IgnoredAny::deserialize(serde_yaml::Deserializer::from_str(text)) else {
        return false;
    };
    if let Some(offset) = offset(&error) {
        report.push(errors::explain(text, &error.to_string(), offset));
        return true;
    }
    let second = serde_yaml::Deserializer::from_str(text).nth(1);
    let (mut full, mut node) = (Builder::full(), Node::NULL);
    let refuse = Fill {
        builder: &mut full,
        node: &mut node,
        scalar: false,
    };
    let error = second.and_then(|document| refuse.deserialize(document).err());
    let offset = error.as_ref().and_then(offset).unwrap_or(text.len());
    if let Some(error) = error
        .map(|error| error.to_string())
        .filter(|error| error.starts_with(NO_DOCUMENT))
    {
        report.push(errors::explain(text, &error, offset));
        return true;
    }
    let mut lines = text[..offset].rmatch_indices("---").map(|(at, _)| at);
    let begin = lines.find(|&at| at == 0 || matches!(text.as_bytes()[at - 1], b'\n' | b'\r'));
    report.push(rules::several_documents().at(Span::Byte(begin.unwrap_or(offset))));
    true
}

fn offset(error: &Error) -> Option<usize> {
    error.location().map(|location| location.index())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_of_nested_lists_make_no_more_than_their_file_could() {
        fn lists(node: &Node<'_>) -> usize {
            match &node.value {
                Value::List(items) => 1 + items.iter().map(lists).sum::<usize>(),
                Value::Map(entries) => entries.iter().map(|(_, value)| lists(value)).sum(),
                _ => 0,
            }
        }
        let text = format!(
            "vendor: &a {}1{}\nnotes: [{}]\n",
            "[".repeat(60),
            "]".repeat(60),
            "*a, ".repeat(20_000)
        );
        let root = parse(&text, &mut Report::default()).expect_err("they repeat too much");
        assert!(
            lists(&root) < text.len() + 4096,
            "{} of {}",
            lists(&root),
            text.len()
        );
    }
}
