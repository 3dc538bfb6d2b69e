//! What messages call a place, and what can be done there.

use std::fmt;

use crate::diagnostics::report::Mistake;
use crate::diagnostics::rules;
use crate::format::{KEYS, Need};

/// What a message calls the place that a value stands in.
#[derive(Clone, Copy)]
pub(crate) enum Subject<'k> {
    File,
    Key(&'k str),
    /// In the list of a key.
    Item(&'k str),
    /// In the mapping of a key: one of its names.
    NameIn(&'k str),
    /// In the mapping of a key: what this name leads to.
    Named(&'k str, &'k str),
}

impl Subject<'_> {
    /// What stands in the list that stands there.
    pub(crate) fn item(self) -> Self {
        if let Subject::Key(key) = self {
            Subject::Item(key)
        } else {
            self
        }
    }

    /// What else than to write something there can be done, unless something must stand there.
    pub(crate) fn or(self, instead: &str) -> String {
        let needed = match self {
            Subject::Key(key) => KEYS
                .iter()
                .any(|known| known.name == key && known.need == Need::Required),
            Subject::Named(_, key) => key == "tags",
            _ => false,
        };
        if needed {
            String::new()
        } else {
            format!(", or {instead}")
        }
    }

    pub(crate) fn no_text(self) -> Mistake {
        rules::empty_text(self, self.or("leave it out"))
    }
}

impl fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::File => f.write_str("the file"),
            Subject::Key(key) => write!(f, "`{key}`"),
            Subject::Item(key) => write!(f, "an item of `{key}`"),
            Subject::NameIn(key) => write!(f, "a name in `{key}`"),
            Subject::Named(name, key) => write!(f, "`{name}` in `{key}`"),
        }
    }
}
