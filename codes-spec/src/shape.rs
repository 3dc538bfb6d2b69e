//! The shapes that values take: each reads a node or says why it cannot, and describes itself to the schema.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;

use crate::format::{Key, Need};
use crate::nearest::nearest;
use crate::report::{Mistake, Report, Spot};
use crate::rule;
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

/// What a value may be, for those who describe the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// Text that is not empty.
    Text,
    /// Text on one line, without control characters.
    Line,
    /// `true` or `false`.
    Flag,
    /// A date as `2026-11-19`.
    Date,
    /// An address with `http://` or `https://`.
    Url,
    /// A status, a class of them, or a range.
    Status,
    /// A code: text, an integer, or a range of integers.
    Code,
    /// A JSON pointer.
    Pointer,
    /// A template for `Display`.
    Template,
    /// An identifier that Rust takes.
    Name,
    /// A name in `snake_case`.
    Tag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of such values, one at least, none twice.
    List(&'static Schema),
    /// Such a value, or a list of them.
    OneOrMany(&'static Schema),
    /// A mapping from names of the first shape to values of the second.
    Map(&'static Schema, &'static Schema),
    /// A mapping with these keys.
    Record(&'static [Key]),
    /// A boolean, or such a value.
    FlagOr(&'static Schema),
}

impl Schema {
    /// As a message calls it.
    pub(crate) fn noun(&self) -> String {
        match self {
            Schema::Text | Schema::Line | Schema::Word(_) | Schema::Template => "text".to_owned(),
            Schema::Flag => "`true` or `false`".to_owned(),
            Schema::Date => "a date".to_owned(),
            Schema::Url => "an address".to_owned(),
            Schema::Status => "a status".to_owned(),
            Schema::Code => "a code".to_owned(),
            Schema::Pointer => "a JSON pointer".to_owned(),
            Schema::Name | Schema::Tag => "a name".to_owned(),
            Schema::List(_) => "a list".to_owned(),
            Schema::OneOrMany(one) => format!("{} or a list", one.noun()),
            Schema::Map(..) | Schema::Record(_) => "a mapping".to_owned(),
            Schema::FlagOr(other) => format!("`true` or {}", other.noun()),
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
    report.push(mistake.at(node.spot()));
    None
}

/// The text of a node that takes text.
fn text<'a>(node: Node<'a>, subject: Subject<'_>, shape: &Schema, report: &mut Report) -> Option<At<Cow<'a, str>>> {
    let spot = node.spot();
    match node.value {
        Value::Text(text) if text.trim().is_empty() => {
            report.push(rule::empty_text(subject).at(spot));
            None
        }
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
                report.push(rule::unprintable(subject, unicode(c)).at(line.spot.part(start, c.len_utf8())));
                None
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
        T::parse(line).map_err(|mistake| report.push(mistake)).ok().map(|value| At { value, spot })
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

/// The nodes of a list that is not empty.
pub(crate) fn items<'a>(
    node: Node<'a>,
    subject: Subject<'_>,
    shape: &Schema,
    report: &mut Report,
) -> Option<Vec<Node<'a>>> {
    let spot = node.spot();
    match node.value {
        Value::List(nodes) if nodes.is_empty() => {
            report.push(rule::empty_list(subject).at(spot));
            None
        }
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
                let near = if report.is_full() { None } else { nearest(name, keys.iter().map(|key| key.name)) };
                report.push(rule::unknown_key(name, what).at(at).meant(near.map(|near| format!("`{near}`"))));
            }
            continue;
        };
        match seen.iter().find(|(seen, _)| *seen == key.name) {
            Some(&(_, first)) => report.push(rule::duplicate_key(key.name, what).at(at).first_at(first)),
            None => {
                seen.push((key.name, at));
                entries.push((key, value));
            }
        }
    }
    let required = keys.iter().filter(|key| key.need == Need::Required);
    for key in required.filter(|key| seen.iter().all(|(seen, _)| *seen != key.name)) {
        report.push(rule::missing_key(what, key.name).at(spot));
    }
    Some(entries)
}
