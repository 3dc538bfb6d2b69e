//! Lists and mappings.

use std::borrow::Cow;
use std::marker::PhantomData;

use crate::canonical::canonical;
use crate::code::{DraftCode, range};
use crate::format::{Key, Need};
use crate::map::QuickMap;
use crate::name::Name;
use crate::nearest::nearest;
use crate::pointer::Pointer;
use crate::report::{Report, Spot};
use crate::rule;
use crate::schema::Schema;
use crate::shape::{At, Shape, Subject, noun, wrong_type};
use crate::status::Status;
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

/// What may stand in a list, and there once.
pub(crate) trait Item {
    /// What it has in common with those that mean the same.
    fn key(&self) -> Cow<'_, str>;
}

impl Item for Cow<'_, str> {
    fn key(&self) -> Cow<'_, str> {
        self.as_ref().into()
    }
}

impl Item for Name<'_> {
    fn key(&self) -> Cow<'_, str> {
        canonical(&self.0)
    }
}

impl Item for Pointer<'_> {
    fn key(&self) -> Cow<'_, str> {
        self.as_str().into()
    }
}

impl Item for Status<'_> {
    fn key(&self) -> Cow<'_, str> {
        let (low, high) = self.bounds();
        format!("{low}-{high}").into()
    }
}

impl Item for DraftCode<'_> {
    fn key(&self) -> Cow<'_, str> {
        match self {
            DraftCode::Text(text) => match range(text) {
                Some((low, high)) => format!("{low}-{high}").into(),
                None => text.as_ref().into(),
            },
            // `"5"` is another code, and no text has a line end
            DraftCode::Int(int) => format!("{int}\n").into(),
        }
    }
}

/// A list of values that differ.
pub(crate) struct List<S>(PhantomData<S>);

impl<'a, S: Shape<'a, Value = At<T>>, T: Item> Shape<'a> for List<S> {
    type Value = Vec<At<T>>;
    const SCHEMA: Schema = Schema::List(&S::SCHEMA);

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        // A bad item is reported; the others still count.
        let nodes = items(node, subject, &Self::SCHEMA, report)?;
        Some(distinct(each::<S>(nodes, subject, report), subject, report))
    }
}

fn each<'a, S: Shape<'a>>(nodes: Vec<Node<'a>>, subject: Subject<'_>, report: &mut Report) -> Vec<S::Value> {
    let mut values = Vec::with_capacity(nodes.len());
    for node in nodes {
        if let Some(value) = S::read(node, subject.item(), report) {
            values.push(value);
        }
    }
    values
}

/// The items without those that repeat one before them, of which there is no more to say than that.
fn distinct<T: Item>(mut items: Vec<At<T>>, subject: Subject<'_>, report: &mut Report) -> Vec<At<T>> {
    if items.len() < 2 {
        return items;
    }
    let mut seen = QuickMap::default();
    let mut firsts = Vec::with_capacity(items.len());
    for item in &items {
        firsts.push(*seen.entry(item.value.key()).or_insert(item.spot));
    }
    let mut firsts = firsts.into_iter();
    items.retain(|item| {
        let first = firsts.next().unwrap_or(item.spot);
        if item.spot != first {
            report.push(rule::repeated_item(subject).at(item.spot).first_at(first));
        }
        item.spot == first
    });
    items
}

pub(crate) struct OneOrMany<S>(PhantomData<S>);

impl<'a, S: Shape<'a, Value = At<T>>, T: Item> Shape<'a> for OneOrMany<S> {
    type Value = Vec<At<T>>;
    const SCHEMA: Schema = Schema::OneOrMany(&S::SCHEMA);

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        match node.value {
            Value::List(_) => {
                // What comes of them all together, as a row's name may, cannot come of some.
                let nodes = items(node, subject, &Self::SCHEMA, report)?;
                let count = nodes.len();
                let values = each::<S>(nodes, subject, report);
                let whole = values.len() == count;
                Some(distinct(values, subject, report)).filter(|_| whole)
            }
            _ => S::read(node, subject, report).map(|one| vec![one]),
        }
    }
}

/// A mapping whose keys are the spec author's own.
pub(crate) struct Map<K, V>(PhantomData<(K, V)>);

/// What such a mapping holds, in its order.
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
        let mut seen = QuickMap::default();
        let mut list = Vec::new();
        let in_names = if let Subject::Key(key) = subject { Subject::NameIn(key) } else { subject };
        for (name, value) in entries {
            if is_merge(&name) {
                report.push(rule::merge_key().at(name.spot()));
                continue;
            }
            let name = K::read(name, in_names, report);
            let named = match (&name, subject) {
                (Some(name), Subject::Key(key)) => Subject::Named(&name.value, key),
                _ => subject,
            };
            let value = V::read(value, named, report);
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

/// An entry of a mapping whose keys are the format's.
pub(crate) struct KeyEntry<'a> {
    pub(crate) key: &'static Key,
    at: Spot,
    pub(crate) value: Node<'a>,
    /// The key is not what stands there, but what was probably meant.
    pub(crate) guessed: bool,
}

/// The entries of a mapping whose keys are the format's, each key once.
pub(crate) fn entries<'a>(
    node: Node<'a>,
    subject: Subject<'_>,
    what: &str,
    keys: &'static [Key],
    report: &mut Report,
) -> Option<Vec<KeyEntry<'a>>> {
    let spot = node.spot();
    let Value::Map(map) = node.value else { return wrong_type(&node, subject, &Schema::Record(keys), report) };
    let mut entries: Vec<KeyEntry<'a>> = Vec::new();
    let mut guesses: Vec<KeyEntry<'a>> = Vec::new();
    for (name, value) in map {
        let at = name.spot();
        let text = if let Value::Text(text) = &name.value { text.as_ref() } else { "" };
        let Some(key) = keys.iter().find(|key| key.name == text) else {
            if is_merge(&name) {
                report.push(rule::merge_key().at(at));
            } else if let Some(key) = report_unknown(&name, what, keys, report) {
                guesses.push(KeyEntry { key, at, value, guessed: true });
            }
            continue;
        };
        match entries.iter().find(|entry| entry.key.name == key.name) {
            Some(first) => report.push(rule::duplicate_key(key.name, what).at(at).first_at(first.at)),
            None => entries.push(KeyEntry { key, at, value, guessed: false }),
        }
    }
    for guess in guesses {
        if entries.iter().all(|entry| entry.key.name != guess.key.name) {
            entries.push(guess);
        }
    }
    for key in keys {
        if key.need == Need::Required && entries.iter().all(|entry| entry.key.name != key.name) {
            report.push(rule::missing_key(what, key.name).at(spot));
        }
    }
    Some(entries)
}

/// Reports a key that the format has not, and gives the one that was probably meant.
fn report_unknown(name: &Node<'_>, what: &str, keys: &'static [Key], report: &mut Report) -> Option<&'static Key> {
    let names = || keys.iter().map(|key| key.name);
    let (found, near) = match &name.value {
        Value::Text(text) => {
            let near = report.may_propose().then(|| nearest(text, names())).flatten();
            (format!("`{text}`").into(), near)
        }
        other => (noun(other), None),
    };
    let instead = if names().any(|name| name == "fields") {
        "put the text into `fields`".to_owned()
    } else {
        format!("use one of {}", names().collect::<Vec<_>>().join(", "))
    };
    let mistake = rule::unknown_key(found, what, instead).at(name.spot());
    report.push(mistake.meant(near.map(|near| format!("`{near}`"))));
    keys.iter().find(|key| Some(key.name) == near)
}
