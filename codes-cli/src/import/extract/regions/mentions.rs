//! Lists beside the tables of a page that only mention statuses.

use std::collections::HashSet;

use crate::import::extract::regions::keyed_line::KeyedLine;
use crate::import::extract::regions::region::Part;
use crate::import::roles::role::Role;
use crate::import::roles::status;

/// The keys in the tables of a page.
#[derive(Default)]
pub(super) struct TableKeys {
    have_codes: bool,
    statuses: HashSet<String>,
}

impl TableKeys {
    pub(super) fn of(parts: &[Part]) -> Self {
        let mut keys = TableKeys::default();
        for part in parts {
            let Part::Region(region) = part else {
                continue;
            };
            keys.have_codes |= region.roles.contains(&Role::Code);
            let column = region.roles.iter().position(|role| *role == Role::Status);
            let cells = region.rows.iter().filter_map(|row| row.get(column?));
            for cell in cells {
                let statuses = status::statuses_of(&cell.plain);
                keys.statuses
                    .extend(statuses.into_iter().flat_map(|(found, _)| found));
            }
        }
        keys
    }

    /// Whether the statuses of a run are only mentioned: the tables have all of them, or the tables have only codes and
    /// the run only successes.
    pub(super) fn are_mentioned(&self, keyed: &[Vec<Option<KeyedLine>>]) -> bool {
        let lines = keyed.iter().flatten().flatten();
        let lines = lines.filter(|line| !line.status.is_empty() && line.code.is_empty());
        let statuses = lines.filter_map(|line| status::leading_statuses(&line.status.plain));
        let mut statuses = statuses.flat_map(|(found, _)| found).peekable();
        if statuses.peek().is_none() {
            return false;
        }
        if self.statuses.is_empty() {
            self.have_codes && statuses.all(|status| status.starts_with(['1', '2', '3']))
        } else {
            statuses.all(|status| self.statuses.contains(&status))
        }
    }
}
