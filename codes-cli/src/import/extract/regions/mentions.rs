//! Lists beside the tables of a page that only mention statuses.

use std::collections::HashSet;

use crate::import::extract::regions::keyed_line::{Certainty, KeyedLine};
use crate::import::extract::regions::region::{Part, Region};
use crate::import::extract::regions::{lines, run_texts};
use crate::import::extract::section;
use crate::import::model::page::Block;
use crate::import::roles::role::Role;
use crate::import::roles::status;

/// The keys in the tables of a page.
#[derive(Default)]
pub(super) struct TableKeys {
    have_codes: bool,
    statuses: HashSet<String>,
    /// The number of parts up to the last two exact statuses.
    up_to_exact: usize,
}

impl TableKeys {
    pub(super) fn of(parts: &[Part]) -> Self {
        let mut keys = TableKeys::default();
        for part in parts {
            let Part::Region(region) = part else {
                continue;
            };
            keys.have_codes |= region.roles.contains(&Role::Code);
            keys.statuses.extend(statuses_of_rows(region).flatten());
        }
        let mut exact = 0;
        let last = parts.iter().rposition(|part| {
            exact += exact_statuses(part);
            exact > 1
        });
        keys.up_to_exact = last.map_or(0, |at| at + 1);
        keys
    }

    /// Whether the statuses of a run are only mentioned: the tables have all of them, or the tables have only codes and
    /// the run only successes, or the run explains classes above the rows with exact statuses. `end` is the number of
    /// parts up to the end of the run.
    pub(super) fn are_mentioned(&self, keyed: &[Vec<Option<KeyedLine>>], end: usize) -> bool {
        let lines = keyed.iter().flatten().flatten();
        let lines = lines.filter(|line| !line.status.is_empty() && line.code.is_empty());
        let statuses = lines.filter_map(|line| status::leading_statuses(&line.status.plain));
        let statuses: Vec<String> = statuses.flat_map(|(found, _)| found).collect();
        if statuses.is_empty() {
            return false;
        }
        let are_classes = statuses.iter().all(|status| status::is_class(status));
        if are_classes && statuses.len() > 1 && end < self.up_to_exact {
            return true;
        }
        let mut statuses = statuses.iter();
        if self.statuses.is_empty() {
            self.have_codes && statuses.all(|status| status.starts_with(['1', '2', '3']))
        } else {
            statuses.all(|status| self.statuses.contains(status))
        }
    }
}

/// Iterates over the statuses of each row that has any.
fn statuses_of_rows(region: &Region) -> impl Iterator<Item = Vec<String>> {
    let column = region.roles.iter().position(|role| *role == Role::Status);
    let cells = region.rows.iter().filter_map(move |row| row.get(column?));
    cells.filter_map(|cell| status::statuses_of(&cell.plain).map(|(found, _)| found))
}

/// The number of rows in a part that have an exact status.
fn exact_statuses(part: &Part) -> usize {
    let is_exact = |statuses: &[String]| statuses.iter().any(|status| !status::is_class(status));
    match part {
        Part::Region(region) => statuses_of_rows(region)
            .filter(|found| is_exact(found))
            .count(),
        Part::Block(Block::Heading(_, text)) => {
            let row = section::row_of(text, false);
            usize::from(row.is_some_and(|row| is_exact(&row.statuses)))
        }
        part => {
            let texts = run_texts::texts_of_part(part).iter();
            let lines = texts.filter_map(lines::read);
            let sure = lines.filter(|line| line.certainty == Certainty::Sure);
            let statuses = sure
                .filter_map(|line| status::statuses_of(&line.status.plain).map(|(found, _)| found));
            statuses.filter(|found| is_exact(found)).count()
        }
    }
}
