//! A document to import, and the page made of it.

use std::path::Path;

use crate::import::model::draft::ResponseFact;
use crate::import::model::page::{Block, Page};
use crate::import::roles::choices::Choices;
use crate::import::roles::role::Role;
use crate::import::sources::cells::SourceTable;
use crate::import::sources::format::{DataFormat, Parser, Syntax};
use crate::messages::Message;
use crate::messages::import as page_messages;
use crate::messages::source_notes::{SourceDoubt, SourceSkip};
use crate::messages::sources::{self as messages, DocumentReading, LookedFor};

/// A document, and how the author wants it to be read.
#[derive(Debug)]
pub(crate) struct Document<'d> {
    pub(crate) name: &'d str,
    pub(crate) text: &'d str,
    pub(crate) choices: &'d Choices,
    /// The kind that is given with `--from`.
    pub(crate) format: Option<DataFormat>,
    pub(crate) parser: Parser,
}

/// A document as a page, with the facts found about it.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) page: Page,
    /// The columns whose key the document determines: the heading and the key of each.
    pub(crate) columns: Vec<(String, Role)>,
    pub(crate) reading: DocumentReading,
    /// The number of rows.
    pub(crate) rows: usize,
    pub(crate) skipped: Vec<SourceSkip>,
    pub(crate) doubts: Vec<SourceDoubt>,
    /// The headings of columns that have only text in the document, even if it looks like numbers.
    pub(crate) texts: Vec<String>,
    /// Where the code is in a response.
    pub(crate) response: Vec<ResponseFact>,
}

impl Source {
    pub(super) fn new(kind: &str, found: String, rows: usize) -> Self {
        Source {
            page: Page::default(),
            columns: Vec::new(),
            reading: DocumentReading {
                kind: kind.to_owned(),
                found,
            },
            rows,
            skipped: Vec::new(),
            doubts: Vec::new(),
            texts: Vec::new(),
            response: Vec::new(),
        }
    }

    /// Adds a table and the roles of its columns.
    pub(super) fn add(&mut self, table: SourceTable) {
        let known = table.roles.into_iter();
        let new =
            known.filter(|(heading, _)| self.columns.iter().all(|(other, _)| other != heading));
        let new: Vec<_> = new.collect();
        self.columns.extend(new);
        self.texts.extend(table.texts);
        self.page.blocks.push(Block::Table(table.table));
    }
}

impl Document<'_> {
    pub(super) fn stem(&self) -> &str {
        let stem = Path::new(self.name).file_stem();
        stem.and_then(|stem| stem.to_str()).unwrap_or_default()
    }

    pub(super) fn syntax(&self) -> Syntax {
        match self.parser {
            Parser::Tree(syntax) => syntax,
            Parser::Proto => Syntax::Json,
        }
    }

    /// Keeps only the tables that `--table` and `--ignore` select.
    pub(super) fn select<T>(
        &self,
        tables: &mut Vec<T>,
        heading: impl Fn(&T) -> &str,
    ) -> Result<(), ImportError> {
        let headings: Vec<_> = tables.iter().map(heading).collect();
        let selected = self.choices.select(&headings);
        let selected =
            selected.map_err(|unknown| page_messages::unknown_heading(self.name, &unknown))?;
        let mut selected = selected.into_iter();
        tables.retain(|_| selected.next().unwrap_or(true));
        Ok(())
    }

    /// Returns the error for a document without codes.
    pub(super) fn without_codes(&self, kind: &str, looked_for: &LookedFor) -> ImportError {
        ImportError::Finding(messages::no_codes(self.name, kind, looked_for))
    }

    /// Returns the name of the syntax, which is the kind of a document of plain data.
    pub(super) fn kind(&self) -> &'static str {
        self.syntax().name()
    }
}

/// Why a file is not imported.
#[derive(Debug)]
pub(crate) enum ImportError {
    /// The file cannot be read, or an option does not apply to it.
    Failure(Message),
    /// The file can be read, but nothing can be imported from it.
    Finding(Message),
}

impl From<Message> for ImportError {
    fn from(message: Message) -> Self {
        ImportError::Failure(message)
    }
}
