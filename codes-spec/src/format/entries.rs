//! The entries of mappings whose keys are the format's.

use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::schema::{Key, Need, Schema};
use crate::format::shape::{is_merge_key, noun, wrong_type};
use crate::nearest::nearest;
use crate::span::Span;
use crate::yaml::{Node, Value};

/// An entry of such a mapping.
pub(crate) struct KeyEntry<'a> {
    pub(crate) key: &'static Key,
    key_span: Span,
    pub(crate) value: Node<'a>,
    /// The spec has another key, and this is the one that was probably meant.
    pub(crate) guessed: bool,
}

/// The entries of a mapping, each key once.
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
    let mut merge_span = None;
    for (name, value) in map {
        let key_span = name.span();
        if let Some(key) = known_key(&name, keys) {
            match find(&entries, key) {
                Some(first) => {
                    let mistake = rules::duplicate_key(key.name, what).at(key_span);
                    report.push(mistake.first_at(first.key_span));
                }
                None => entries.push(KeyEntry {
                    key,
                    key_span,
                    value,
                    guessed: false,
                }),
            }
        } else if is_merge_key(&name) {
            report.push(rules::merge_key().at(key_span));
            merge_span = Some(key_span);
        } else if let Some(key) = report_unknown(&name, what, keys, report) {
            guesses.push(KeyEntry {
                key,
                key_span,
                value,
                guessed: true,
            });
        }
    }
    if let Some(key_span) = merge_span {
        guesses.extend(mergeable(keys, key_span));
    }
    add_absent(guesses, &mut entries);
    report_missing(&entries, keys, what, span, report);
    Some(entries)
}

fn known_key(name: &Node<'_>, keys: &'static [Key]) -> Option<&'static Key> {
    let Value::Text(text) = &name.value else {
        return None;
    };
    keys.iter().find(|key| key.name == text)
}

fn find<'e, 'a>(entries: &'e [KeyEntry<'a>], key: &Key) -> Option<&'e KeyEntry<'a>> {
    entries.iter().find(|entry| entry.key.name == key.name)
}

/// Adds the guesses for keys that are absent.
fn add_absent<'a>(guesses: Vec<KeyEntry<'a>>, entries: &mut Vec<KeyEntry<'a>>) {
    for guess in guesses {
        if find(entries, guess.key).is_none() {
            entries.push(guess);
        }
    }
}

/// The keys that `<<` may have been meant to merge: all of them.
fn mergeable<'a>(keys: &'static [Key], key_span: Span) -> impl Iterator<Item = KeyEntry<'a>> {
    keys.iter().map(move |key| KeyEntry {
        key,
        key_span,
        value: Node::REPORTED,
        guessed: true,
    })
}

fn report_missing(
    entries: &[KeyEntry<'_>],
    keys: &[Key],
    what: &str,
    span: Span,
    report: &mut Report,
) {
    for key in keys {
        if key.need == Need::Required && find(entries, key).is_none() {
            report.push(rules::missing_key(what, key.name).at(span));
        }
    }
}

/// Reports an unknown key, and returns the key that was probably meant.
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
        Value::Int(int) => (format!("`{int}`").into(), None),
        Value::Null => ("`null`".into(), None),
        other => (noun(other), None),
    };
    let instead = if names().any(|name| name == "fields") {
        phrases::USE_FIELDS.to_owned()
    } else {
        phrases::use_one_of(names())
    };
    let mistake = rules::unknown_key(found, what, instead).at(name.span());
    report.push(mistake.meant(near.map(|near| format!("`{near}`"))));
    keys.iter().find(|key| Some(key.name) == near)
}
