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
    /// A value in the mapping of a key, if the name that it belongs to has a mistake.
    ValueIn(&'k str),
    /// The value of a name in the mapping of a key: the key and the name.
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

    /// Returns the subject for an item, if the value is a list.
    pub(crate) fn item(self) -> Self {
        match self {
            Subject::Key(key) | Subject::RequiredKey(key) => Subject::Item(key),
            other => other,
        }
    }

    /// Returns the end of a help that offers to remove the value, or nothing if the value is required.
    pub(crate) fn or_remove(self) -> &'static str {
        match self {
            Subject::File | Subject::RequiredKey(_) => "",
            Subject::Key(_) | Subject::NameIn(_) | Subject::Named(..) => phrases::OR_REMOVE_KEY,
            Subject::Item(_) => phrases::OR_REMOVE_ITEM,
            Subject::ValueIn(_) => phrases::OR_REMOVE_VALUE,
        }
    }

    /// Reports text without a visible character.
    pub(crate) fn empty(self) -> Mistake {
        rules::empty_text(self, phrases::IS_EMPTY, self.or_remove())
    }

    /// Reports `null`, `~`, or nothing at all in place of text.
    pub(crate) fn no_value(self) -> Mistake {
        let mistake = rules::empty_text(self, phrases::HAS_NO_VALUE, self.or_remove());
        mistake.quotable(match self {
            Subject::RequiredKey(_) => phrases::quote,
            Subject::Item(_) => phrases::remove_item_or_quote,
            _ => phrases::remove_key_or_quote,
        })
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
