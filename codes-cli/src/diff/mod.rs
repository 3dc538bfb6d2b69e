//! `codes diff`: what a change of a spec means to those who depend on the enum.
//!
//! two tables → pairs of rows → changes, each with its level → lines and a verdict.

mod around;
mod change;
mod codes;
mod pairs;
mod rows;
mod show;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use codes_spec::Table;

use crate::ending::Ending;
use crate::paint::ColorOption;
use crate::{load, output, wrap};
use change::{Change, Changes, Level};
use rows::Of;

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
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    color: ColorOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// People: a line for each change, as wide as the terminal
    Human,
    /// Programs: an object a line, the verdict last
    Json,
    /// A comment on a pull request: a list for each level
    Markdown,
}

impl Diff {
    pub(crate) fn run(&self) -> Result<Ending, Ending> {
        let words = self.color.words();
        load::stdin_once([&self.old, &self.new], words)?;
        let (old, new) = (load::spec(&self.old, words)?, load::spec(&self.new, words)?);
        // both are read before either ends it, so that the mistakes of both are seen
        let (Ok(old), Ok(new)) = (load::table(&old, words), load::table(&new, words)) else {
            return Err(Ending::Mistakes);
        };
        let changes = changes(&old, &new, self.exhaustive);
        output::data(&match self.format {
            Format::Human => show::human(&changes, wrap::known_columns(), self.color.data()),
            Format::Json => show::json(&changes),
            Format::Markdown => show::markdown(&changes),
        })?;
        Ok(match show::verdict(&changes) {
            Some(verdict) if verdict > self.allow => Ending::Mistakes,
            _ => Ending::Fine,
        })
    }
}

/// All changes, the gravest first; among equals those of the table, then those of its rows, in the old order and the new.
fn changes(old: &Table<'_>, new: &Table<'_>, exhaustive: bool) -> Vec<Change> {
    let mut all = Vec::new();
    around::compare(old, new, &mut Changes::of(None, &mut all));
    let pairs = pairs::find(old, new);
    let (old_owners, new_owners) = (codes::Owners::of(old), codes::Owners::of(new));
    for (row, pair) in old.rows.iter().zip(&pairs.of_old) {
        let was = Of { table: old, row };
        match pair {
            Some((at, by)) => {
                let is = Of {
                    table: new,
                    row: &new.rows[*at],
                };
                rows::changed(was, is, *by, &mut all);
                let kept = row
                    .code
                    .as_ref()
                    .filter(|code| is.row.code.as_ref() == Some(code));
                if kept.is_some_and(|code| old_owners.alone(code) && !new_owners.alone(code)) {
                    codes::shared(is, &mut Changes::of(Some(&is.row.name), &mut all));
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
        rows::added(Of { table: new, row }, exhaustive, &mut all);
    }
    all.sort_by_key(|change| std::cmp::Reverse(change.level));
    all
}
