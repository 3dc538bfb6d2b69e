//! `codes diff`: what a change of a spec means to those who depend on the enum.
//!
//! two tables → pairs of rows → changes, each with its level → lines and a verdict.

mod change;
mod codes;
mod pairs;
mod render;
mod rows;
mod table;
#[cfg(test)]
mod tests;
mod texts;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use codes_spec::Table;

use crate::exit::Exit;
use crate::style::ColorOption;
use crate::{files, output, spec_file, text};
use change::{Change, Changes, Level, RowOf};

/// Show what a change of a spec means to those who depend on the enum
///
/// Each change is major (code no longer compiles, or a code is no longer read), minor (there is more, or code behaves in
/// another way) or patch (what is shown). The verdict stands last. The order of rows is no change.
#[derive(Args)]
pub(crate) struct Diff {
    /// The spec as it was; `-` is standard input, as for `git show main:specs/points.yaml | codes diff - specs/points.yaml`
    old: PathBuf,
    /// The spec as it is; `-` is standard input
    new: PathBuf,
    /// The enum is `#[codes(exhaustive)]`: a row that is added is a major change
    #[arg(long)]
    exhaustive: bool,
    /// End with 1 if the verdict is graver than this
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Level::Major)]
    allow: Level,
    /// For whom the answer is written
    #[arg(long, value_enum, default_value_t = DiffFormat::Human)]
    format: DiffFormat,
    #[command(flatten)]
    color: ColorOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// People: a line for each change, as wide as the terminal
    Human,
    /// Programs: an object a line, the verdict last
    Json,
    /// A comment on a pull request: a list for each level
    Markdown,
}

impl Diff {
    pub(crate) fn run(&self) -> Result<Exit, Exit> {
        let color = self.color;
        files::check_stdin_once([&self.old, &self.new])
            .map_err(|message| output::fail(&message, color, Exit::Failure))?;
        let old = spec_file::read(&self.old, color)?;
        let new = spec_file::read(&self.new, color)?;
        // both are checked before either is given up, so that the errors of both are reported
        let (Ok(old), Ok(new)) = (spec_file::table(&old, color), spec_file::table(&new, color))
        else {
            return Err(Exit::Findings);
        };
        let changes = changes(&old, &new, self.exhaustive);
        match self.format {
            DiffFormat::Human => {
                output::styled_data(&render::human(&changes, text::known_columns()), color)
            }
            DiffFormat::Json => output::data(&render::json(&changes)),
            DiffFormat::Markdown => output::data(&render::markdown(&changes)),
        }?;
        Ok(match render::verdict(&changes) {
            Some(verdict) if verdict > self.allow => Exit::Findings,
            _ => Exit::Success,
        })
    }
}

/// All changes, the gravest first; among equals those of the table, then those of its rows, in the old order and the new.
fn changes(old: &Table<'_>, new: &Table<'_>, exhaustive: bool) -> Vec<Change> {
    let mut all = Vec::new();
    table::compare(old, new, &mut Changes::of(None, &mut all));
    let pairs = pairs::find(old, new);
    let (old_owners, new_owners) = (codes::Owners::of(old), codes::Owners::of(new));
    for (row, pair) in old.rows.iter().zip(&pairs.of_old) {
        let was = RowOf { table: old, row };
        match pair {
            Some((at, by)) => {
                let is = RowOf {
                    table: new,
                    row: &new.rows[*at],
                };
                rows::changed(was, is, *by, &mut all);
                let kept = row
                    .code
                    .as_ref()
                    .filter(|code| is.row.code.as_ref() == Some(code));
                if kept
                    .is_some_and(|code| old_owners.is_unique(code) && !new_owners.is_unique(code))
                {
                    codes::became_shared(is, &mut Changes::of(Some(&is.row.name), &mut all));
                }
            }
            None => rows::removed(was, &mut all),
        }
    }
    for (row, _) in new
        .rows
        .iter()
        .zip(&pairs.taken)
        .filter(|(_, taken)| !**taken)
    {
        rows::added(RowOf { table: new, row }, exhaustive, &mut all);
    }
    all.sort_by_key(|change| std::cmp::Reverse(change.level));
    all
}
