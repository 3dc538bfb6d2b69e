//! The shapes that values take: each reads a node or says why it cannot, and describes itself to the schema.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use crate::report::{Mistake, Report, Spot};
use crate::rule;
use crate::schema::Schema;
use crate::text::{is_unprintable, unicode};
use crate::tree::{Node, Value};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) spot: Spot,
}

impl<T> At<T> {
    pub(crate) fn map<U>(self, f: impl FnOnce(T) -> U) -> At<U> {
        At { value: f(self.value), spot: self.spot }
    }
}

/// A key's value as a draft holds it.
#[derive(Debug, Default)]
pub(crate) enum Field<T> {
    #[default]
    Absent,
    /// It is there, and a mistake in it was reported.
    Broken,
    Is(T),
}

impl<T> Field<T> {
    pub(crate) fn get(&self) -> Option<&T> {
        if let Field::Is(value) = self { Some(value) } else { None }
    }

    pub(crate) fn take(&mut self) -> Option<T> {
        match std::mem::take(self) {
            Field::Is(value) => Some(value),
            Field::Broken => {
                *self = Field::Broken;
                None
            }
            Field::Absent => None,
        }
    }
}

/// What a message calls the place that a value stands in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Subject<'k> {
    File,
    Key(&'k str),
    NameIn(&'k str),
}

impl fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::File => f.write_str("the file"),
            Subject::Key(key) => write!(f, "`{key}`"),
            Subject::NameIn(key) => write!(f, "a name in `{key}`"),
        }
    }
}

/// Reads one kind of value.
pub(crate) trait Shape<'a> {
    type Value;
    const SCHEMA: Schema;

    /// The value of a key. Without one, the report has grown.
    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value>;
}

/// Reports a value of another type than the key takes.
pub(crate) fn wrong_type<T>(
    node: &Node<'_>,
    subject: Subject<'_>,
    expected: &Schema,
    report: &mut Report,
) -> Option<T> {
    let found = match &node.value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(flag) => format!("`{flag}`"),
        Value::Int(int) => format!("the number {int}"),
        Value::Float => "a number".to_owned(),
        Value::Text(_) => "text".to_owned(),
        Value::List(_) => "a list".to_owned(),
        Value::Map(_) => "a mapping".to_owned(),
    };
    let takes_text = expected.noun() == "text" || matches!(expected, Schema::Name | Schema::Code | Schema::Date);
    let mistake = match &node.value {
        Value::Null if takes_text => rule::empty_text(subject),
        Value::Bool(_) | Value::Int(_) | Value::Float if takes_text => rule::unquoted(subject, found).quotable(),
        _ => rule::wrong_type(subject, expected.noun(), found),
    };
    report.refuse(mistake.at(node.spot()))
}

/// The text of a node that takes text.
fn text<'a>(node: Node<'a>, subject: Subject<'_>, shape: &Schema, report: &mut Report) -> Option<At<Cow<'a, str>>> {
    let spot = node.spot();
    match node.value {
        Value::Text(text) if text.trim().is_empty() => report.refuse(rule::empty_text(subject).at(spot)),
        Value::Text(value) => Some(At { value, spot }),
        _ => wrong_type(&node, subject, shape, report),
    }
}

pub(crate) struct Text;

impl<'a> Shape<'a> for Text {
    type Value = At<Cow<'a, str>>;
    const SCHEMA: Schema = Schema::Text;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        text(node, subject, &Self::SCHEMA, report)
    }
}

pub(crate) struct Line;

impl<'a> Shape<'a> for Line {
    type Value = At<Cow<'a, str>>;
    const SCHEMA: Schema = Schema::Line;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let line = text(node, subject, &Self::SCHEMA, report)?;
        match line.value.char_indices().find(|&(_, c)| is_unprintable(c)) {
            Some((start, c)) => {
                report.refuse(rule::unprintable(subject, unicode(c)).at(line.spot.part(start, c.len_utf8())))
            }
            None => Some(line),
        }
    }
}

/// Text that something else makes sense of, or says why it cannot.
pub(crate) trait Parse<'a>: Sized {
    const SCHEMA: Schema;

    fn parse(text: At<Cow<'a, str>>) -> Result<Self, Mistake>;
}

pub(crate) struct Parsed<T>(PhantomData<T>);

impl<'a, T: Parse<'a>> Shape<'a> for Parsed<T> {
    type Value = At<T>;
    const SCHEMA: Schema = T::SCHEMA;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let line = match Self::SCHEMA {
            Schema::Template => text(node, subject, &Self::SCHEMA, report)?,
            _ => Line::read(node, subject, report)?,
        };
        let spot = line.spot;
        T::parse(line).map_or_else(|mistake| report.refuse(mistake), |value| Some(At { value, spot }))
    }
}

pub(crate) struct Flag;

impl<'a> Shape<'a> for Flag {
    type Value = bool;
    const SCHEMA: Schema = Schema::Flag;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        match node.value {
            Value::Bool(flag) => Some(flag),
            _ => wrong_type(&node, subject, &Self::SCHEMA, report),
        }
    }
}
