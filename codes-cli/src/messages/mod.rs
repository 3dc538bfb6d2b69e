//! All messages of the command, except errors in specs, which come from `codes-spec`. Call sites
//! supply the values.

pub(crate) mod catalogue;
pub(crate) mod cli;
pub(crate) mod confidence;
pub(crate) mod diff;
pub(crate) mod doubts;
pub(crate) mod drafts;
pub(crate) mod edit;
mod excerpts;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod import;
pub(crate) mod observe;
mod page_doubts;
mod row_doubts;
pub(crate) mod source_notes;
pub(crate) mod sources;
pub(crate) mod update;

use std::path::Path;

use crate::style::Style;
use crate::text::visible;

/// An error and how to fix it.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) text: String,
    pub(crate) help: Option<String>,
}

impl Message {
    fn new(text: impl Into<String>) -> Self {
        Message {
            text: text.into(),
            help: None,
        }
    }

    fn with_help(text: impl Into<String>, help: impl Into<String>) -> Self {
        Message {
            text: text.into(),
            help: Some(help.into()),
        }
    }

    /// The message as people see it, with styles.
    pub(crate) fn styled(&self) -> String {
        let error = Style::ERROR.paint("error");
        let text = Style::BOLD.paint(&format!(": {}", self.text));
        format!("{error}{text}\n{}", self.help_line())
    }

    /// The message without styles, for callers that do not know the `--color` option.
    pub(crate) fn plain(&self) -> String {
        format!("error: {}\n{}", self.text, self.help_line())
    }

    fn help_line(&self) -> String {
        self.help
            .as_ref()
            .map_or(String::new(), |help| format!("  = help: {help}\n"))
    }
}

/// A path in backticks, safe to print to a terminal.
pub(crate) fn shown(path: &Path) -> String {
    format!("`{}`", visible(&path.to_string_lossy()))
}
