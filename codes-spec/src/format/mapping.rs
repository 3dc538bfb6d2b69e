//! Mappings: with keys of the spec author's, and with the format's.

use std::borrow::Cow;
use std::marker::PhantomData;

use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::schema::Schema;
use crate::format::shape::{Shape, noun, wrong_type};
use crate::format::{Key, Need};
use crate::nearest::nearest;
use crate::quick_map::QuickMap;
use crate::span::{Span, Spanned};
use crate::yaml::{Node, Value};

/// A mapping whose keys are the spec author's own.
pub(crate) struct Map<K, V>(PhantomData<(K, V)>);

/// What such a mapping holds, in its order.
pub(crate) struct Pairs<'a, V> {
    pub(crate) list: Vec<(Spanned<Cow<'a, str>>, V)>,
    /// Whether all that stands there is in the list.
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
        let mut seen = QuickMap::default();
        let mut list = Vec::new();
        let in_names = if let Subject::Key(key) = subject {
            Subject::NameIn(key)
        } else {
            subject
        };
        for (name, value) in entries {
            if is_merge(&name) {
                report.push(rules::merge_key().at(name.span()));
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
                report.push(
                    rules::duplicate_key(&name.value, subject)
                        .at(name.span)
                        .first_at(first),
                );
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

fn is_merge(key: &Node<'_>) -> bool {
    matches!(&key.value, Value::Text(text) if text == "<<")
}

/// An entry of a mapping whose keys are the format's.
pub(crate) struct KeyEntry<'a> {
    pub(crate) key: &'static Key,
    at: Span,
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
    let span = node.span();
    let Value::Map(map) = node.value else {
        return wrong_type(&node, subject, &Schema::Record(keys), report);
    };
    let mut entries: Vec<KeyEntry<'a>> = Vec::new();
    let mut guesses: Vec<KeyEntry<'a>> = Vec::new();
    let mut merged = None;
    for (name, value) in map {
        let at = name.span();
        let text = if let Value::Text(text) = &name.value {
            text.as_ref()
        } else {
            ""
        };
        let Some(key) = keys.iter().find(|key| key.name == text) else {
            if is_merge(&name) {
                report.push(rules::merge_key().at(at));
                merged = Some(at);
            } else if let Some(key) = report_unknown(&name, what, keys, report) {
                guesses.push(KeyEntry {
                    key,
                    at,
                    value,
                    guessed: true,
                });
            }
            continue;
        };
        match entries.iter().find(|entry| entry.key.name == key.name) {
            Some(first) => report.push(
                rules::duplicate_key(key.name, what)
                    .at(at)
                    .first_at(first.at),
            ),
            None => entries.push(KeyEntry {
                key,
                at,
                value,
                guessed: false,
            }),
        }
    }
    // what was to be merged may be any of the keys that are not there
    let unseen = merged.map(|at| {
        keys.iter().map(move |key| KeyEntry {
            key,
            at,
            value: Node::REPORTED,
            guessed: true,
        })
    });
    for guess in guesses.into_iter().chain(unseen.into_iter().flatten()) {
        if entries.iter().all(|entry| entry.key.name != guess.key.name) {
            entries.push(guess);
        }
    }
    for key in keys {
        if key.need == Need::Required && entries.iter().all(|entry| entry.key.name != key.name) {
            report.push(rules::missing_key(what, key.name).at(span));
        }
    }
    Some(entries)
}

/// Reports a key that the format has not, and gives the one that was probably meant.
fn report_unknown(
    name: &Node<'_>,
    what: &str,
    keys: &'static [Key],
    report: &mut Report,
) -> Option<&'static Key> {
    let names = || keys.iter().map(|key| key.name);
    let (found, near) = match &name.value {
        Value::Text(text) => {
            let near = report
                .may_propose()
                .then(|| nearest(text, names()))
                .flatten();
            (format!("`{text}`").into(), near)
        }
        other => (noun(other), None),
    };
    let instead = if names().any(|name| name == "fields") {
        "put the text into `fields`".to_owned()
    } else {
        format!("use one of {}", names().collect::<Vec<_>>().join(", "))
    };
    let mistake = rules::unknown_key(found, what, instead).at(name.span());
    report.push(mistake.meant(near.map(|near| format!("`{near}`"))));
    keys.iter().find(|key| Some(key.name) == near)
}
