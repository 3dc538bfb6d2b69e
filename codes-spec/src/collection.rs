//! Lists and mappings.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;
use std::marker::PhantomData;

use crate::format::{Key, Need};
use crate::nearest::nearest;
use crate::report::{Report, Spot};
use crate::rule;
use crate::schema::Schema;
use crate::shape::{At, Shape, Subject, wrong_type};
use crate::tree::{Node, Value};

/// The nodes of a list that is not empty.
pub(crate) fn items<'a>(
    node: Node<'a>,
    subject: Subject<'_>,
    shape: &Schema,
    report: &mut Report,
) -> Option<Vec<Node<'a>>> {
    let spot = node.spot();
    match node.value {
        Value::List(nodes) if nodes.is_empty() => report.refuse(rule::empty_list(subject).at(spot)),
        Value::List(nodes) => Some(nodes),
        _ => wrong_type(&node, subject, shape, report),
    }
}

/// A list of values that differ.
pub(crate) struct List<S>(PhantomData<S>);

impl<'a, S: Shape<'a, Value = At<T>>, T: Eq + Hash + Clone> Shape<'a> for List<S> {
    type Value = Vec<At<T>>;
    const SCHEMA: Schema = Schema::List(&S::SCHEMA);

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let mut seen = HashMap::new();
        let mut values = Vec::new();
        // A bad item is reported; the others still count.
        for node in items(node, subject, &Self::SCHEMA, report)? {
            let Some(item) = S::read(node, subject, report) else { continue };
            if let Some(first) = seen.insert(item.value.clone(), item.spot) {
                report.push(rule::repeated_item(subject).at(item.spot).first_at(first));
            }
            values.push(item);
        }
        Some(values)
    }
}

pub(crate) struct OneOrMany<S>(PhantomData<S>);

impl<'a, S: Shape<'a, Value = At<T>>, T: Eq + Hash + Clone> Shape<'a> for OneOrMany<S> {
    type Value = Vec<At<T>>;
    const SCHEMA: Schema = Schema::OneOrMany(&S::SCHEMA);

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        match node.value {
            Value::List(_) => List::<S>::read(node, subject, report),
            _ => S::read(node, subject, report).map(|one| vec![one]),
        }
    }
}

/// A mapping whose keys are the spec author's own.
pub(crate) struct Map<K, V>(PhantomData<(K, V)>);

/// What such a mapping holds, in its order.
#[derive(Debug)]
pub(crate) struct Pairs<'a, V> {
    pub(crate) list: Vec<(At<Cow<'a, str>>, V)>,
    /// Whether all that stands there is in the list.
    pub(crate) whole: bool,
}

impl<V> Default for Pairs<'_, V> {
    fn default() -> Self {
        Pairs { list: Vec::new(), whole: true }
    }
}

impl<'a, K, V> Shape<'a> for Map<K, V>
where
    K: Shape<'a, Value = At<Cow<'a, str>>>,
    V: Shape<'a>,
{
    type Value = Pairs<'a, V::Value>;
    const SCHEMA: Schema = Schema::Map(&K::SCHEMA, &V::SCHEMA);

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let Value::Map(entries) = node.value else { return wrong_type(&node, subject, &Self::SCHEMA, report) };
        let errors = report.errors();
        let mut seen = HashMap::new();
        let mut list = Vec::new();
        let in_names = if let Subject::Key(key) = subject { Subject::NameIn(key) } else { subject };
        for (name, value) in entries {
            if is_merge(&name) {
                report.push(rule::merge_key().at(name.spot()));
                continue;
            }
            let name = K::read(name, in_names, report);
            let value = V::read(value, subject, report);
            let Some(name) = name else { continue };
            if let Some(&first) = seen.get(&name.value) {
                report.push(rule::duplicate_key(&name.value, subject).at(name.spot).first_at(first));
                continue;
            }
            seen.insert(name.value.clone(), name.spot);
            list.extend(value.map(|value| (name, value)));
        }
        Some(Pairs { list, whole: report.errors() == errors })
    }
}

fn is_merge(key: &Node<'_>) -> bool {
    matches!(&key.value, Value::Text(text) if text == "<<")
}

/// The entries of a mapping whose keys are the format's, each key once.
pub(crate) fn entries<'a>(
    node: Node<'a>,
    subject: Subject<'_>,
    what: &str,
    keys: &'static [Key],
    report: &mut Report,
) -> Option<Vec<(&'static Key, Node<'a>)>> {
    let spot = node.spot();
    let Value::Map(map) = node.value else { return wrong_type(&node, subject, &Schema::Record(keys), report) };
    let mut entries: Vec<(&'static Key, Node<'a>)> = Vec::new();
    let mut seen: Vec<(&'static str, Spot)> = Vec::new();
    for (name, value) in map {
        let at = name.spot();
        let name = match &name.value {
            Value::Text(text) => text,
            Value::Int(int) => &Cow::from(int.to_string()),
            _ => &Cow::from("…"),
        };
        let Some(key) = keys.iter().find(|key| key.name == name) else {
            if name == "<<" {
                report.push(rule::merge_key().at(at));
            } else {
                let near = report.may_propose().then(|| nearest(name, keys.iter().map(|key| key.name))).flatten();
                report.push(rule::unknown_key(name, what).at(at).meant(near.map(|near| format!("`{near}`"))));
            }
            continue;
        };
        if let Some(&(_, first)) = seen.iter().find(|(seen, _)| *seen == key.name) {
            report.push(rule::duplicate_key(key.name, what).at(at).first_at(first));
        } else {
            seen.push((key.name, at));
            entries.push((key, value));
        }
    }
    let required = keys.iter().filter(|key| key.need == Need::Required);
    for key in required.filter(|key| seen.iter().all(|(seen, _)| *seen != key.name)) {
        report.push(rule::missing_key(what, key.name).at(spot));
    }
    Some(entries)
}
