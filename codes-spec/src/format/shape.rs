//! The trait of shapes: each reads one kind of value from a node, and describes it to the schema.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::proposals::proposal;
use crate::format::schema::Schema;
use crate::yaml::{Node, Value};

/// Reads one kind of value.
pub(crate) trait Shape<'a> {
    type Value;
    const SCHEMA: Schema;

    /// Reads the value of a key, or returns `None` after reporting a mistake.
    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value>;
}

/// Reports a value of the wrong type.
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
    let takes_any_text = matches!(
        expected,
        Schema::Text | Schema::Line | Schema::Code | Schema::Pattern
    );
    let mistake = match &node.value {
        Value::Reported => return None,
        Value::Null if takes_any_text => subject.no_value(),
        Value::Bool(_) | Value::Int(_) | Value::Float if takes_any_text => {
            rules::unquoted(subject, found).quotable(phrases::quote)
        }
        Value::Float if *expected == Schema::Status => {
            rules::wrong_type(subject, expected.noun(), found, expected.how(), "")
                .quotable(phrases::without_fraction)
        }
        value => {
            let or = match value {
                Value::Null => subject.or_remove(),
                _ => "",
            };
            rules::wrong_type(subject, expected.noun(), found, expected.how(), or)
                .meant(proposal(value, subject, expected))
        }
    };
    Some(mistake.at(node.span()))
}

/// Returns the name of a value for messages.
pub(crate) fn noun(value: &Value<'_>) -> Cow<'static, str> {
    match value {
        Value::Null => "no value".into(),
        Value::Bool(flag) => format!("`{flag}`").into(),
        Value::Int(int) => format!("the number {int}").into(),
        Value::Float => "a floating-point number".into(),
        Value::Text(_) => "text".into(),
        Value::List(_) => "a list".into(),
        Value::Map(_) => "a mapping".into(),
        Value::Reported => "a tag".into(),
    }
}

/// Returns whether a key is `<<`, the merge key of YAML 1.1, which the format does not support.
pub(crate) fn is_merge_key(key: &Node<'_>) -> bool {
    key.is_text("<<")
}
