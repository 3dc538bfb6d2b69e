//! A page or document that is read from a file, and its draft.

use std::path::{Path, PathBuf};

use codes_spec::MAX_ROWS;

use crate::exit::Exit;
use crate::import::input::InputFormat;
use crate::import::load;
use crate::import::model::draft::Draft;
use crate::import::roles::choices::Choices;
use crate::messages::Message;
use crate::messages::import as messages;
use crate::output;
use crate::style::ColorOption;

/// A page or document that can be read in different ways.
pub(super) struct SourcePage {
    pub(super) name: String,
    text: String,
    format: Option<InputFormat>,
    /// A second page or document, whose facts are added.
    with: Option<PathBuf>,
    color: ColorOption,
}

impl SourcePage {
    pub(super) fn read(
        path: &Path,
        format: Option<InputFormat>,
        with: Option<PathBuf>,
        color: ColorOption,
    ) -> Result<Self, Exit> {
        let (name, text) = load::text(path, color)?;
        Ok(SourcePage {
            name,
            text,
            format,
            with,
            color,
        })
    }

    /// Returns the draft, with the rows that the page has twice. It has at least one row.
    pub(super) fn draft(&self, choices: &Choices, explain: bool) -> Result<Draft, Exit> {
        let input = load::parse(&self.name, &self.text, self.format, choices, self.color)?;
        if explain {
            output::notice(&input.to_string());
        }
        let mut draft = input.draft;
        let finding = |message: Message| Err(output::fail(&message, self.color, Exit::Findings));
        if let Some(heading) = draft.unknown_headings.first() {
            let message = messages::unknown_heading(&self.name, heading);
            return Err(output::fail(&message, self.color, Exit::Failure));
        }
        if draft.rows.is_empty() {
            return finding(messages::no_table(&self.name, draft.found));
        }
        if draft.found > MAX_ROWS {
            return finding(messages::too_many_rows(&self.name, draft.found));
        }
        if let Some(with) = &self.with {
            load::merge(&mut draft, with, self.color)?;
        }
        Ok(draft)
    }
}
