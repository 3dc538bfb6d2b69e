//! The catalogue of what the command reports besides errors in specs. Call sites supply values, the
//! words are here.

pub(crate) mod cli;
pub(crate) mod import;

use std::path::Path;

use crate::style::Style;
use crate::text::visible;

/// An error of the command, and what to do about it.
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

    /// The lines that people read.
    pub(crate) fn styled(&self) -> String {
        let error = Style::ERROR.paint("error");
        let text = Style::BOLD.paint(&format!(": {}", self.text));
        format!("{error}{text}\n{}", self.help_line())
    }

    /// The same without styles, where no choice of colour is known.
    pub(crate) fn plain(&self) -> String {
        format!("error: {}\n{}", self.text, self.help_line())
    }

    fn help_line(&self) -> String {
        self.help
            .as_ref()
            .map_or(String::new(), |help| format!("  = help: {help}\n"))
    }
}

/// A path in a message.
pub(crate) fn shown(path: &Path) -> String {
    format!("`{}`", visible(&path.to_string_lossy()))
}
