//! The request for an update, and its result.

use std::path::Path;

use codes_spec::Table;

use crate::import::model::draft::Draft;
use crate::messages::Message;
use crate::messages::edit::Refusal;
use crate::messages::update::{self as messages, Note};

/// A request to update a spec, with its options.
pub(super) struct Update<'u> {
    pub(super) draft: &'u Draft,
    pub(super) table: &'u Table<'u>,
    pub(super) remove: bool,
    pub(super) texts: bool,
    pub(super) retrieved: Option<&'u str>,
}

/// The result of an update.
pub(super) struct Updated {
    pub(super) text: String,
    pub(super) notes: Vec<Note>,
    /// How many texts differ and are not in the notes.
    pub(super) texts: usize,
}

/// Why nothing is written.
#[derive(Debug)]
pub(super) enum Problem {
    NothingInCommon,
    CannotEdit(Refusal),
    /// The text that would have errors.
    Errors(String),
    Differs,
}

impl Problem {
    pub(super) fn message(self, source: &str, path: &Path) -> Message {
        match self {
            Problem::NothingInCommon => messages::nothing_in_common(source, path),
            Problem::CannotEdit(reason) => messages::cannot_edit(path, reason),
            Problem::Errors(_) => messages::result_has_errors(path),
            Problem::Differs => messages::result_differs(path),
        }
    }
}
