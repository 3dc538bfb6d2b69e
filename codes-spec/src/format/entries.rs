//! Reads mappings whose keys the format defines.

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::schema::{Key, Need, Schema};
use crate::format::shape::{is_merge_key, noun, wrong_type};
use crate::format::{shorthand, synonyms};
use crate::lookalike::{describe, is_invisible, visible_part};
use crate::nearest::nearest;
use crate::span::Span;
use crate::yaml::{Node, Value};

const CODES: &str = "codes";

/// An entry of a mapping whose keys the format defines.
pub(crate) struct KeyEntry<'a> {
    pub(crate) key: &'static Key,
    key_span: Span,
    pub(crate) value: Node<'a>,
    /// Whether `key` is a guess, because the spec has an unknown key or `<<` instead.
    pub(crate) guessed: bool,
}

/// Returns the entries of a mapping, each key once.
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
    if let Some(mistake) = shorthand::place(&map, keys, what) {
        return report.refuse(mistake);
    }
    let mut entries: Vec<KeyEntry<'a>> = Vec::new();
    let mut guesses: Vec<KeyEntry<'a>> = Vec::new();
    let mut duplicates = Vec::new();
    let mut merge_span = None;
    for (name, value) in map {
        let key_span = name.span();
        if let Some(key) = known_key(&name, keys) {
            match find(&entries, key) {
                Some(first) => duplicates.push((key, key_span, first.key_span)),
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
        } else if let Some(key) = report_unknown(&name, &value, what, keys, report) {
            guesses.push(KeyEntry {
                key,
                key_span,
                value,
                guessed: true,
            });
        }
    }
    report_duplicates(&duplicates, entries.first(), what, report);
    if let Some(key_span) = merge_span {
        guesses.extend(mergeable(keys, key_span));
    }
    add_absent(guesses, &mut entries);
    report_missing(&entries, keys, what, span, report);
    Some(entries)
}

/// Reports duplicate keys. If a row of the table repeats its first key or several keys, a missing
/// dash is reported instead.
fn report_duplicates(
    duplicates: &[(&Key, Span, Span)],
    first: Option<&KeyEntry<'_>>,
    what: &str,
    report: &mut Report,
) {
    let Some(&(key, span, first_span)) = duplicates.first() else {
        return;
    };
    let repeats_first = first.is_some_and(|first| first.key.name == key.name);
    let has_two = duplicates.iter().any(|(other, ..)| other.name != key.name);
    if what == phrases::ROW && (repeats_first || has_two) {
        report.push(rules::missing_dash(key.name).at(span).first_at(first_span));
        return;
    }
    for &(key, span, first_span) in duplicates {
        let fix = match key.schema {
            Schema::Rows(_) | Schema::Map(..) | Schema::List(_) | Schema::Record(_) => {
                phrases::MERGE_OR_REMOVE
            }
            _ => phrases::REMOVE_ONE,
        };
        let mistake = rules::duplicate_key(key.name, what, fix).at(span);
        report.push(mistake.first_at(first_span));
    }
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

/// Adds guessed entries for keys that are absent.
fn add_absent<'a>(guesses: Vec<KeyEntry<'a>>, entries: &mut Vec<KeyEntry<'a>>) {
    for guess in guesses {
        if find(entries, guess.key).is_none() {
            entries.push(guess);
        }
    }
}

/// Returns an entry for every key, as if it were present: any of them may be in the mapping that `<<` refers to.
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
        let is_missing = key.need == Need::Required && find(entries, key).is_none();
        // misplaced `codes` are reported in the groups that contain them
        if is_missing && !(key.name == CODES && groups_have_codes(entries)) {
            report.push(rules::missing_key(what, key.name).at(span));
        }
    }
}

/// Returns whether any group has a `codes` key, which belongs at the top level.
fn groups_have_codes(entries: &[KeyEntry<'_>]) -> bool {
    let groups = entries.iter().find(|entry| entry.key.name == "groups");
    let Some(Value::Map(groups)) = groups.map(|entry| &entry.value.value) else {
        return false;
    };
    groups.iter().any(|(_, group)| {
        matches!(&group.value, Value::Map(group) if group.iter().any(|(name, _)| name.is_text(CODES)))
    })
}

/// Reports an unknown key, and returns the key that was probably meant.
fn report_unknown(
    name: &Node<'_>,
    value: &Node<'_>,
    what: &str,
    keys: &'static [Key],
    report: &mut Report,
) -> Option<&'static Key> {
    let explained = with_invisible(name, keys).or_else(|| without_space(name, keys));
    if let Some((key, mistake)) = explained {
        report.push(mistake.at(name.span()));
        return Some(key);
    }
    let names = || keys.iter().map(|key| key.name);
    let (found, near) = match &name.value {
        Value::Text(text) => {
            let synonym = synonyms::find(text, value, keys).map(|key| key.name);
            let mut near = || report.may_propose().then(|| nearest(text, names()));
            (
                format!("`{text}`").into(),
                synonym.or_else(|| near().flatten()),
            )
        }
        Value::Int(int) => (format!("`{int}`").into(), None),
        Value::Null => ("`null`".into(), None),
        other => (noun(other), None),
    };
    let instead = if name.is_text("$schema") {
        phrases::USE_SCHEMA_COMMENT.to_owned()
    } else if names().any(|name| name == "fields") {
        phrases::USE_FIELDS.to_owned()
    } else if what == phrases::GROUP && name.is_text(CODES) {
        phrases::USE_CODES.to_owned()
    } else {
        phrases::use_one_of(names())
    };
    let mistake = rules::unknown_key(found, what, instead).at(name.span());
    report.push(mistake.meant(near.map(phrases::meant_key)));
    keys.iter().find(|key| Some(key.name) == near)
}

/// Returns the key that a name with invisible characters looks like, and the mistake.
fn with_invisible(name: &Node<'_>, keys: &'static [Key]) -> Option<(&'static Key, Mistake)> {
    let Value::Text(text) = &name.value else {
        return None;
    };
    let c = text.chars().find(|&c| is_invisible(c))?;
    let visible = visible_part(text);
    let key = keys.iter().find(|key| key.name == visible)?;
    Some((key, rules::invisible(phrases::key(key.name), describe(c))))
}

/// For a name such as `status:404`, which is one word inside braces, returns the key and the mistake.
fn without_space(name: &Node<'_>, keys: &'static [Key]) -> Option<(&'static Key, Mistake)> {
    let Value::Text(text) = &name.value else {
        return None;
    };
    let (start, value) = text.split_once(':')?;
    let key = keys.iter().find(|key| key.name == start)?;
    let meant = (!value.is_empty()).then(|| format!("`{start}: {value}`"));
    Some((key, rules::yaml_key().meant(meant)))
}
