//! Reads lists.

use std::borrow::Cow;
use std::collections::HashMap;
use std::marker::PhantomData;

use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::schema::Schema;
use crate::format::shape::{Shape, wrong_type};
use crate::span::Spanned;
use crate::table::code::{DraftCode, range};
use crate::table::name::Name;
use crate::table::pattern::Pattern;
use crate::table::pointer::Pointer;
use crate::table::response::{Delay, Header};
use crate::table::status::Status;
use crate::yaml::{Node, Value, list_marker, numbered_item};

/// Returns the nodes of a list, which must not be empty.
pub(crate) fn items<'a>(
    node: Node<'a>,
    subject: Subject<'_>,
    shape: &Schema,
    report: &mut Report,
) -> Option<Vec<Node<'a>>> {
    let span = node.span();
    match node.value {
        Value::List(nodes) if nodes.is_empty() => {
            report.refuse(rules::empty_list(subject, subject.or_remove()).at(span))
        }
        Value::List(nodes) => Some(nodes),
        Value::Text(ref text) if text.starts_with("- ") => {
            report.refuse(rules::block_list().at(span))
        }
        Value::Text(ref text) => match list_marker(text).or_else(|| numbered_item(text)) {
            Some(mistake) => report.refuse(mistake.at(span)),
            None => wrong_type(&node, subject, shape, report),
        },
        _ => wrong_type(&node, subject, shape, report),
    }
}

/// A value that may not be repeated in a list.
pub(crate) trait Item {
    /// Returns a key that is equal for items with the same meaning.
    fn key(&self) -> Cow<'_, str>;
}

impl Item for Cow<'_, str> {
    fn key(&self) -> Cow<'_, str> {
        self.as_ref().into()
    }
}

impl Item for Name<'_> {
    fn key(&self) -> Cow<'_, str> {
        self.0.as_ref().into()
    }
}

impl Item for Header<'_> {
    fn key(&self) -> Cow<'_, str> {
        self.name.to_ascii_lowercase().into()
    }
}

impl Item for Delay<'_> {
    fn key(&self) -> Cow<'_, str> {
        self.name.to_ascii_lowercase().into()
    }
}

impl Item for Pattern<'_> {
    fn key(&self) -> Cow<'_, str> {
        self.as_str().into()
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
            // the line end distinguishes the integer from the text `"5"`, because text in a list
            // contains no line ends
            DraftCode::Int(int) => format!("{int}\n").into(),
        }
    }
}

/// A list of distinct values.
pub(crate) struct List<S>(PhantomData<S>);

impl<'a, S: Shape<'a, Value = Spanned<T>>, T: Item> Shape<'a> for List<S> {
    type Value = Vec<Spanned<T>>;
    const SCHEMA: Schema = Schema::List(&S::SCHEMA);

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        // A broken item is reported, and the others are kept.
        let nodes = items(node, subject, &Self::SCHEMA, report)?;
        Some(distinct(each::<S>(nodes, subject, report), subject, report))
    }
}

fn each<'a, S: Shape<'a>>(
    nodes: Vec<Node<'a>>,
    subject: Subject<'_>,
    report: &mut Report,
) -> Vec<S::Value> {
    let mut values = Vec::with_capacity(nodes.len());
    for node in nodes {
        if let Some(value) = S::read(node, subject.item(), report) {
            values.push(value);
        }
    }
    values
}

/// Removes items that repeat an earlier one, and reports each.
fn distinct<T: Item>(
    mut items: Vec<Spanned<T>>,
    subject: Subject<'_>,
    report: &mut Report,
) -> Vec<Spanned<T>> {
    if items.len() < 2 {
        return items;
    }
    let mut seen = HashMap::new();
    let mut firsts = Vec::with_capacity(items.len());
    for item in &items {
        firsts.push(*seen.entry(item.value.key()).or_insert(item.span));
    }
    let mut firsts = firsts.into_iter();
    items.retain(|item| {
        let first = firsts.next().unwrap_or(item.span);
        if item.span != first {
            report.push(rules::repeated_item(subject).at(item.span).first_at(first));
        }
        item.span == first
    });
    items
}

/// Returns whether a list is the steps of one pointer: `[error, code]`.
fn is_path(steps: &[Node<'_>]) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    steps.len() > 1
        && steps.iter().all(|step| {
            step.text()
                .is_some_and(|step| !step.is_empty() && step.chars().all(is_word))
        })
}

pub(crate) struct OneOrMany<S>(PhantomData<S>);

impl<'a, S: Shape<'a, Value = Spanned<T>>, T: Item> Shape<'a> for OneOrMany<S> {
    type Value = Vec<Spanned<T>>;
    const SCHEMA: Schema = Schema::OneOrMany(&S::SCHEMA);

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        match node.value {
            Value::List(ref steps) if S::SCHEMA == Schema::Pointer && is_path(steps) => {
                let steps = steps.iter().filter_map(|step| step.text());
                let (path, span) = (steps.collect::<Vec<_>>(), node.span());
                let mistake = rules::pointer_start(path[0]).at(span);
                report.refuse(mistake.meant(Some(format!("`/{}`", path.join("/")))))
            }
            Value::List(_) => {
                // A broken item makes the list broken, because a row's name may depend on all items.
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
