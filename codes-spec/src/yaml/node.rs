//! The tree of a document.

use std::borrow::Cow;

use crate::span::Span;

/// A value of the document.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    pub(crate) value: Value<'a>,
    /// The number of scalars before it.
    pub(crate) ordinal: u32,
    /// For a list or mapping without scalars, the number of its first empty list or mapping, counted from 1 after the
    /// last scalar; otherwise 0.
    pub(crate) empty: u32,
}

#[derive(Debug)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    Int(i128),
    /// A number that is not an integer, or too large.
    Float,
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Map(Vec<(Node<'a>, Node<'a>)>),
    /// A value whose mistake has been reported, such as a tag without a value, or the value of `<<`.
    Reported,
}

impl Node<'_> {
    /// Returns whether the value is this text.
    pub(crate) fn is_text(&self, expected: &str) -> bool {
        matches!(&self.value, Value::Text(text) if text == expected)
    }

    /// Returns the text, if the value is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) const NULL: Self = Node {
        value: Value::Null,
        ordinal: 0,
        empty: 0,
    };
    pub(crate) const REPORTED: Self = Node {
        value: Value::Reported,
        ..Self::NULL
    };

    /// Returns the span; for a list or mapping, the span of its first scalar.
    pub(crate) fn span(&self) -> Span {
        match self.empty {
            0 => Span::scalar(self.ordinal),
            nth => Span::Empty {
                after: self.ordinal,
                nth,
            },
        }
    }
}
