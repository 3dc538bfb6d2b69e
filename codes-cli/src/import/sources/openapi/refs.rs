//! References within a document.

use std::collections::{BTreeSet, HashMap};

use crate::import::sources::tree::Value;

/// The longest chain of references that is followed.
const MAX_CHAIN: usize = 32;

/// Follows references, and collects those to other documents and those that lead nowhere.
pub(super) struct Refs<'v, 't> {
    root: &'v Value<'t>,
    known: HashMap<&'v str, Option<&'v Value<'t>>>,
    pub(super) remote: BTreeSet<&'v str>,
    /// References that lead nowhere or in a circle.
    pub(super) dangling: BTreeSet<&'v str>,
}

impl<'v, 't> Refs<'v, 't> {
    pub(super) fn new(root: &'v Value<'t>) -> Self {
        Refs {
            root,
            known: HashMap::new(),
            remote: BTreeSet::new(),
            dangling: BTreeSet::new(),
        }
    }

    /// Returns the value that a value refers to, or the value itself. A reference that leads nowhere, or in a circle, is
    /// returned as it is.
    pub(super) fn follow(&mut self, value: &'v Value<'t>) -> &'v Value<'t> {
        let mut value = value;
        for _ in 0..MAX_CHAIN {
            let Some(reference) = value.text("$ref") else {
                return value;
            };
            let Some(pointer) = reference.strip_prefix('#') else {
                self.remote.insert(reference);
                return value;
            };
            let root = self.root;
            let target = self
                .known
                .entry(pointer)
                .or_insert_with(|| resolve(root, pointer));
            match target {
                Some(target) => value = target,
                None => break,
            }
        }
        self.dangling.extend(value.text("$ref"));
        value
    }
}

/// Returns the value at a JSON pointer in the fragment of an address.
fn resolve<'v, 't>(root: &'v Value<'t>, pointer: &str) -> Option<&'v Value<'t>> {
    let mut steps = pointer.split('/');
    steps.next().filter(|first| first.is_empty())?;
    steps.try_fold(root, |value, step| {
        let key = decoded(step).replace("~1", "/").replace("~0", "~");
        let item = || value.items().get(key.parse::<usize>().ok()?);
        value.get(&key).or_else(item)
    })
}

/// Decodes percent-encoding such as `%20`.
fn decoded(step: &str) -> String {
    let mut bytes = Vec::with_capacity(step.len());
    let mut rest = step.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|hex| str::from_utf8(hex).ok());
        let byte = hex
            .filter(|_| *first == b'%')
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = &tail[if byte.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
