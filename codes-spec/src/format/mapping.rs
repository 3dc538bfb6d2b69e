//! Reads mappings whose keys the author of the spec chooses.

use std::borrow::Cow;
use std::collections::HashMap;
use std::marker::PhantomData;

use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::schema::Schema;
use crate::format::shape::{Shape, is_merge_key, wrong_type};
use crate::span::Spanned;
use crate::yaml::{Node, Value};

/// A mapping whose keys the author of the spec chooses.
pub(crate) struct Map<K, V>(PhantomData<(K, V)>);

/// The entries of such a mapping, in its order.
pub(crate) struct Pairs<'a, V> {
    pub(crate) list: Vec<(Spanned<Cow<'a, str>>, V)>,
    /// Whether the list has all entries, because none has a mistake.
    pub(crate) whole: bool,
}

impl<V> Default for Pairs<'_, V> {
    fn default() -> Self {
        Pairs {
            list: Vec::new(),
            whole: true,
        }
    }
}

impl<'a, K, V> Shape<'a> for Map<K, V>
where
    K: Shape<'a, Value = Spanned<Cow<'a, str>>>,
    V: Shape<'a>,
{
    type Value = Pairs<'a, V::Value>;
    const SCHEMA: Schema = Schema::Map(&K::SCHEMA, &V::SCHEMA);

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let Value::Map(entries) = node.value else {
            return wrong_type(&node, subject, &Self::SCHEMA, report);
        };
        let errors = report.errors();
        let mut seen = HashMap::new();
        let mut list = Vec::new();
        let name_subject = if let Subject::Key(key) = subject {
            Subject::NameIn(key)
        } else {
            subject
        };
        for (name, value) in entries {
            if is_merge_key(&name) {
                report.push(rules::merge_key().at(name.span()));
                continue;
            }
            let name = K::read(name, name_subject, report);
            let value_subject = match (&name, subject) {
                (Some(name), Subject::Key(key)) => Subject::Named(&name.value, key),
                (None, Subject::Key(key)) => Subject::ValueIn(key),
                _ => subject,
            };
            let value = V::read(value, value_subject, report);
            let Some(name) = name else { continue };
            if let Some(&first) = seen.get(&name.value) {
                let mistake = rules::duplicate_key(&name.value, subject, phrases::REMOVE_ONE);
                report.push(mistake.at(name.span).first_at(first));
                continue;
            }
            seen.insert(name.value.clone(), name.span);
            list.extend(value.map(|value| (name, value)));
        }
        Some(Pairs {
            list,
            whole: report.errors() == errors,
        })
    }
}
