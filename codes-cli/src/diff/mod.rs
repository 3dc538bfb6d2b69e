//! `codes diff`: compares two specs and says which release the changes require.
//!
//! two tables → pairs of rows → changes, each with its level → output and verdict.

mod change;
mod codes;
mod pairs;
mod render;
mod response;
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

/// Compare two versions of a spec and say which release the changes require
///
/// Each change is major, minor or patch for users of the enum. The highest level is printed last, as the
/// verdict. The order of rows does not matter.
#[derive(Args)]
#[command(after_help = "\
Examples:
  git show main:specs/points.yaml | codes diff --allow minor - specs/points.yaml

Exit status: 0 if the verdict is at most `--allow`, 1 if it is higher or a spec has errors, 2 if a file
cannot be read.")]
pub(crate) struct Diff {
    /// Old version of the spec, or `-` for standard input
    old: PathBuf,
    /// New version of the spec, or `-` for standard input
    new: PathBuf,
    /// Count an added row as a major change, for enums with `#[codes(exhaustive)]`
    #[arg(long)]
    exhaustive: bool,
    /// Highest level that is accepted; exit with status 1 if the verdict is higher
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Level::Major)]
    allow: Level,
    /// Output format
    #[arg(long, value_enum, default_value_t = DiffFormat::Human)]
    format: DiffFormat,
    #[command(flatten)]
    color: ColorOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// One line per change, wrapped to the width of the terminal
    Human,
    /// One JSON object per line: one for each change, and a last one for the verdict
    Json,
    /// A list for each level, for a comment on a pull request
    Markdown,
}

impl Diff {
    pub(crate) fn run(&self) -> Result<Exit, Exit> {
        let color = self.color;
        files::check_stdin_once([&self.old, &self.new])
            .map_err(|message| output::fail(&message, color, Exit::Failure))?;
        let old = spec_file::read(&self.old, color)?;
        let new = spec_file::read(&self.new, color)?;
        // parse both before giving up, so that the errors of both are reported
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

/// Returns all changes, the highest level first. Within a level: changes to the table, changed and removed rows in
/// the old order, then added rows in the new order.
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
