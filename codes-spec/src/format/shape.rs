//! The shapes that values take: each reads a node or says why it cannot, and describes itself to the schema.

use std::borrow::Cow;
use std::marker::PhantomData;

use crate::diagnostics::report::{Mistake, Report};
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::schema::Schema;
use crate::span::Spanned;
use crate::text::{find, is_unprintable, marks, unicode};
use crate::yaml::{Node, Value};

/// A key's value as a draft holds it.
#[derive(Default)]
pub(crate) enum Field<T> {
    #[default]
    Absent,
    /// It is there, and a mistake in it was reported.
    Broken,
    Is(T),
}

impl<T> Field<T> {
    pub(crate) fn get(&self) -> Option<&T> {
        if let Field::Is(value) = self {
            Some(value)
        } else {
            None
        }
    }

    pub(crate) fn is_broken(&self) -> bool {
        matches!(self, Field::Broken)
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

impl<T> Field<Vec<T>> {
    /// What stands in a list; nothing does in one that is absent or broken.
    pub(crate) fn items(&self) -> &[T] {
        self.get().map_or(&[], Vec::as_slice)
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
    report.refuse(type_mistake(node, subject, expected)?)
}

fn type_mistake(node: &Node<'_>, subject: Subject<'_>, expected: &Schema) -> Option<Mistake> {
    let found = noun(&node.value);
    let takes_any_text = matches!(expected, Schema::Text | Schema::Line | Schema::Code);
    let mistake = match &node.value {
        Value::Reported => return None,
        Value::Null if takes_any_text => subject.no_text().quotable(),
        Value::Bool(_) | Value::Int(_) | Value::Float if takes_any_text => {
            rules::unquoted(subject, found).quotable()
        }
        _ => rules::wrong_type(subject, expected.noun(), found, expected.how()),
    };
    Some(mistake.at(node.span()))
}

/// What a message calls a value.
pub(crate) fn noun(value: &Value<'_>) -> Cow<'static, str> {
    match value {
        Value::Null => "nothing".into(),
        Value::Bool(flag) => format!("`{flag}`").into(),
        Value::Int(int) => format!("the number {int}").into(),
        Value::Float => "a floating-point number".into(),
        Value::Text(_) => "text".into(),
        Value::List(_) => "a list".into(),
        Value::Map(_) => "a mapping".into(),
        Value::Reported => "a tag".into(),
    }
}

/// The text of a node that takes text.
pub(crate) fn text<'a>(
    node: Node<'a>,
    subject: Subject<'_>,
    shape: &Schema,
    report: &mut Report,
) -> Option<Spanned<Cow<'a, str>>> {
    let span = node.span();
    match node.value {
        Value::Text(text) if text.trim_start().is_empty() => {
            report.refuse(subject.no_text().at(span))
        }
        Value::Text(value) => Some(Spanned { value, span }),
        _ => wrong_type(&node, subject, shape, report),
    }
}

pub(crate) struct Text;

impl<'a> Shape<'a> for Text {
    type Value = Spanned<Cow<'a, str>>;
    const SCHEMA: Schema = Schema::Text;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        text(node, subject, &Self::SCHEMA, report)
    }
}

pub(crate) struct Line;

impl<'a> Shape<'a> for Line {
    type Value = Spanned<Cow<'a, str>>;
    const SCHEMA: Schema = Schema::Line;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        line(node, subject, &Self::SCHEMA, report)
    }
}

/// The text of a node that takes text on one line.
fn line<'a>(
    node: Node<'a>,
    subject: Subject<'_>,
    shape: &Schema,
    report: &mut Report,
) -> Option<Spanned<Cow<'a, str>>> {
    let line = text(node, subject, shape, report)?;
    let unprintable = find(&line.value, &marks!(0..=0x1f | 0x7f), is_unprintable);
    without(line, unprintable, subject, report)
}

/// A text, unless a character was found in it that cannot stand there.
pub(crate) fn without<'a>(
    line: Spanned<Cow<'a, str>>,
    found: Option<usize>,
    subject: Subject<'_>,
    report: &mut Report,
) -> Option<Spanned<Cow<'a, str>>> {
    let Some((start, c)) = found.and_then(|at| Some((at, line.value[at..].chars().next()?))) else {
        return Some(line);
    };
    report.refuse(match &line.value[start..] {
        "\n" => rules::final_line_end(subject).at(line.span),
        _ => rules::unprintable(subject, unicode(c)).at(line.span.part(start, c.len_utf8())),
    })
}

/// Text that something else makes sense of, or says why it cannot.
pub(crate) trait Parse<'a>: Sized {
    const SCHEMA: Schema;

    fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake>;
}

pub(crate) struct Parsed<T>(PhantomData<T>);

impl<'a, T: Parse<'a>> Shape<'a> for Parsed<T> {
    type Value = Spanned<T>;
    const SCHEMA: Schema = T::SCHEMA;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let span = node.span();
        // what YAML takes for a number or a boolean is told what it would be told in quotes
        if let Some(text) = unquoted(&node.value)
            && let Err(mistake) = T::parse(Spanned {
                value: text.into(),
                span,
            })
        {
            return report.refuse(mistake);
        }
        let line = match node.value {
            // the one shape that fits an empty text: it is the whole document
            Value::Text(ref text) if text.is_empty() && Self::SCHEMA == Schema::Pointer => {
                Spanned {
                    value: "".into(),
                    span,
                }
            }
            _ => line(node, subject, &Self::SCHEMA, report)?,
        };
        T::parse(line).map_or_else(
            |mistake| report.refuse(mistake),
            |value| Some(Spanned { value, span }),
        )
    }
}

fn unquoted(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Int(int) => Some(int.to_string()),
        _ => None,
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
