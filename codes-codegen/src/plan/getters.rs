//! The methods that return a property of a row.

use crate::docs::members;

/// A method that calls the method of the same name on the variant's row.
pub(crate) struct Getter {
    pub(crate) name: &'static str,
    pub(crate) returns: Returns,
    pub(crate) docs: &'static str,
}

/// The type that a getter returns.
#[derive(Clone, Copy)]
pub(crate) enum Returns {
    Bool,
    Text,
    OptionalText,
    OptionalStatus,
    OptionalCode,
    OptionalKind,
    OptionalRetry,
    Outcome,
}

const fn getter(name: &'static str, returns: Returns, docs: &'static str) -> Getter {
    Getter {
        name,
        returns,
        docs,
    }
}

/// The getters that take `self`.
pub(crate) static GETTERS: [Getter; 8] = [
    getter("name", Returns::Text, members::NAME),
    getter("status", Returns::OptionalStatus, members::STATUS),
    getter("code", Returns::OptionalCode, members::CODE),
    getter("title", Returns::OptionalText, members::TITLE),
    getter("kind", Returns::OptionalKind, members::KIND),
    getter("retry", Returns::OptionalRetry, members::RETRY),
    getter("outcome", Returns::Outcome, members::OUTCOME),
    getter("is_error", Returns::Bool, members::IS_ERROR),
];

/// Takes `&self`: if it took `self`, method resolution would prefer `Error::description`, which is
/// deprecated.
pub(crate) static DESCRIPTION: Getter =
    getter("description", Returns::OptionalText, members::DESCRIPTION);
