//! Brings a spec up to date with its source, in place.
//!
//! draft and table → notes and changes of the text → checked text.

mod changed;
mod gone;
mod groups;
mod new;
mod new_groups;
mod request;
mod session;
mod style;
#[cfg(test)]
mod tests;
mod verify;

use std::path::Path;

use similar::TextDiff;

use crate::diagnostics;
use crate::exit::Exit;
use crate::files::{STDIN, save};
use crate::import::reading::ReadingOptions;
use crate::import::source_page::SourcePage;
use crate::messages::update as messages;
use crate::messages::{Message, import};
use crate::output;
use crate::spec_file;
use crate::style::ColorOption;
use crate::text::visible;
use request::{Problem, Update, Updated};

/// Options of `codes import --update`.
#[derive(Clone, clap::Args)]
pub(super) struct UpdateOptions {
    /// Update the spec FILE to match the source, and keep everything else in it unchanged
    #[arg(long, conflicts_with = "check", requires = "specs")]
    pub(super) update: bool,
    /// Print the changes as a diff instead of writing them (only with `--update`)
    #[arg(long, requires = "update")]
    dry_run: bool,
    /// Remove rows that the source no longer lists and reserve their codes, instead of marking them as deprecated (only
    /// with `--update`)
    #[arg(long, requires = "update")]
    remove: bool,
}

/// The source of an update.
pub(super) struct UpdateSource<'s> {
    pub(super) page: SourcePage,
    /// Options of this run. Options that are not given are taken from the comment in the spec.
    pub(super) reading: ReadingOptions,
    pub(super) texts: bool,
    pub(super) explain: bool,
    pub(super) retrieved: Option<&'s str>,
}

impl UpdateOptions {
    /// Updates a spec.
    pub(super) fn run(
        &self,
        source: &UpdateSource<'_>,
        path: &Path,
        color: ColorOption,
    ) -> Result<Exit, Exit> {
        let fail = |message: Message, exit| output::fail(&message, color, exit);
        if path == Path::new(STDIN) {
            return Err(fail(messages::standard_input(), Exit::Failure));
        }
        let file = spec_file::read(path, color)?;
        let table = spec_file::table(&file, color)
            .map_err(|_| fail(import::spec_has_errors(), Exit::Findings))?;
        let text = String::from_utf8_lossy(&file.bytes);
        let reading = source.reading.or_recorded(&file.name, &text);
        let reading = reading.map_err(|message| fail(message, Exit::Failure))?;
        let mut draft = source.page.draft(&reading, source.explain)?;
        draft.drop_repeats();
        let update = Update {
            draft: &draft,
            table: &table,
            remove: self.remove,
            texts: source.texts,
            retrieved: source.retrieved,
        };
        let updated = update.apply(&text).map_err(|problem| {
            if let Problem::Errors(text) = &problem {
                diagnostics::show(&codes_spec::load(&file.name, text.as_bytes()).report, color);
            }
            fail(problem.message(&source.page.name, path), Exit::Findings)
        })?;
        self.write(&updated, &text, path, color)
    }

    fn write(
        &self,
        updated: &Updated,
        text: &str,
        path: &Path,
        color: ColorOption,
    ) -> Result<Exit, Exit> {
        let notes = updated.notes.iter().map(|note| format!("{note}\n"));
        let notes = notes.collect::<String>();
        if self.dry_run {
            output::data(&diff(path, text, &updated.text))?;
            output::notice(&notes);
        } else {
            if updated.text != text {
                save::save(path, &updated.text, true)
                    .map_err(|message| output::fail(&message, color, Exit::Failure))?;
            }
            output::data(&notes)?;
        }
        let changes = updated.notes.iter().filter(|note| note.is_change()).count();
        output::notice(&messages::summary(
            path,
            changes,
            self.dry_run,
            updated.texts,
        ));
        Ok(Exit::Success)
    }
}

fn diff(path: &Path, text: &str, now: &str) -> String {
    let path = visible(&path.to_string_lossy());
    let diff = TextDiff::from_lines(text, now);
    let unified = diff
        .unified_diff()
        .context_radius(2)
        .header(&path, &path)
        .to_string();
    unified.lines().map(|line| visible(line) + "\n").collect()
}
