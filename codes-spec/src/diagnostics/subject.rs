//! The value that a message is about.

use std::fmt;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rules;

/// The value that a message is about.
#[derive(Clone, Copy)]
pub(crate) enum Subject<'k> {
    File,
    /// The value of an optional key.
    Key(&'k str),
    /// The value of a key that must be present.
    RequiredKey(&'k str),
    /// An item in the list of a key.
    Item(&'k str),
    /// A name in the mapping of a key.
    NameIn(&'k str),
    /// The value of a broken name in the mapping of a key.
    ValueIn(&'k str),
    /// The value of a name in the mapping of a key.
    Named(&'k str, &'k str),
}

impl<'k> Subject<'k> {
    pub(crate) fn key(name: &'k str, required: bool) -> Self {
        if required {
            Subject::RequiredKey(name)
        } else {
            Subject::Key(name)
        }
    }

    /// Returns the subject of an item, if the value is a list.
    pub(crate) fn item(self) -> Self {
        match self {
            Subject::Key(key) | Subject::RequiredKey(key) => Subject::Item(key),
            other => other,
        }
    }

    /// Returns the end of a help that offers an alternative to adding a value, or nothing if the value is required.
    pub(crate) fn alternative(self, instead: &str) -> String {
        match self {
            Subject::RequiredKey(_) => String::new(),
            _ => format!(", or {instead}"),
        }
    }

    pub(crate) fn no_text(self) -> Mistake {
        rules::empty_text(self, self.alternative(phrases::LEAVE_OUT))
    }
}

impl fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::File => f.write_str("the file"),
            Subject::Key(key) | Subject::RequiredKey(key) => write!(f, "`{key}`"),
            Subject::Item(key) => write!(f, "an item of `{key}`"),
            Subject::NameIn(key) => write!(f, "a name in `{key}`"),
            Subject::ValueIn(key) => write!(f, "a value in `{key}`"),
            Subject::Named(name, key) => write!(f, "`{name}` in `{key}`"),
        }
    }
}
