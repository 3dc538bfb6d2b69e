//! A page or document that is read from a file, and its draft.

use std::path::{Path, PathBuf};

use codes_spec::MAX_ROWS;

use crate::exit::Exit;
use crate::import::load::{self, SecondFile};
use crate::import::model::draft::Draft;
use crate::import::reading::ReadingOptions;
use crate::messages::Message;
use crate::messages::import as messages;
use crate::output;
use crate::style::ColorOption;

/// A page or document that can be read with different options.
pub(super) struct SourcePage {
    pub(super) name: String,
    text: String,
    /// The second file, given with `--with`, which may be standard input.
    second: Option<(PathBuf, SecondFile)>,
    color: ColorOption,
}

impl SourcePage {
    /// Reads a page, and the second file if `with` is given.
    pub(super) fn read(
        path: &Path,
        with: Option<&PathBuf>,
        color: ColorOption,
    ) -> Result<Self, Exit> {
        let (name, text) = load::text(path, color)?;
        let second = with.map(|with| Ok((with.clone(), load::text(with, color)?)));
        Ok(SourcePage {
            name,
            text,
            second: second.transpose()?,
            color,
        })
    }

    /// Reads another copy of the page.
    pub(super) fn copy(&self, path: &Path) -> Result<Self, Exit> {
        let (name, text) = load::text(path, self.color)?;
        Ok(SourcePage {
            name,
            text,
            second: self.second.clone(),
            color: self.color,
        })
    }

    /// Returns the draft, which has at least one row. Repeated rows are not removed yet.
    pub(super) fn draft(&self, reading: &ReadingOptions, explain: bool) -> Result<Draft, Exit> {
        let ReadingOptions { from, choices, .. } = reading;
        let input = load::parse(&self.name, &self.text, *from, choices, self.color)?;
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
        match (&reading.with, &self.second) {
            (Some(with), Some((given, second))) if with == given => {
                load::merge(&mut draft, second, self.color)?;
            }
            (Some(with), _) => {
                let second = load::text(with, self.color)?;
                load::merge(&mut draft, &second, self.color)?;
            }
            (None, _) => {}
        }
        Ok(draft)
    }
}
