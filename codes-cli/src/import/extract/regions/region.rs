//! The pieces of a page, and the tables of codes among them.

use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::choices::Choices;
use crate::import::roles::columns::{self, Reason};
use crate::import::roles::role::Role;
use crate::messages::doubts::Doubt;
use crate::messages::drafts::{self as messages, Explained, ExplainedColumn};

/// A piece of a page.
#[derive(Debug)]
pub(crate) enum Part {
    Block(Block),
    Region(Region),
    /// A doubt about a neighbouring block, which is reported with the next row.
    Doubt(Doubt),
}

/// A table of codes, whether the page has it as a table, a list or lines.
#[derive(Debug, Default)]
pub(crate) struct Region {
    pub(crate) head: Vec<Text>,
    pub(crate) roles: Vec<Role>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) rows: Vec<Vec<Text>>,
    /// The page has it as lines or items.
    pub(crate) is_list: bool,
    /// The statuses of all rows, from the heading above, if the rows have neither statuses nor codes of their own.
    pub(crate) statuses: Vec<String>,
    /// The column of the messages that tell the rows apart.
    pub(crate) messages: Option<usize>,
    pub(crate) doubts: Vec<Doubt>,
}

/// Settings for the whole page.
pub(crate) struct Settings<'c> {
    pub(crate) is_http: bool,
    pub(crate) choices: &'c Choices,
}

impl Region {
    /// Whether any row has a status of its own.
    pub(crate) fn has_statuses(&self) -> bool {
        let columns = self.roles.iter().enumerate();
        let mut columns = columns.filter(|(_, role)| **role == Role::Status);
        columns.any(|(at, _)| {
            let mut cells = self.rows.iter().filter_map(|row| row.get(at));
            cells.any(|cell| !cell.is_empty())
        })
    }

    /// Returns how the region was read, for `--explain`.
    pub(crate) fn explained(&self, heading: Option<&Text>, is_http: bool) -> Explained {
        let cells = |at: usize| {
            let cells = self.rows.iter().filter_map(move |row| row.get(at));
            cells.map(|cell| &*cell.plain)
        };
        let is_used = |at: &usize| cells(*at).any(|cell| !cell.trim().is_empty());
        let column = |at: usize| {
            let name = self.head.get(at).map_or("", |cell| &cell.plain).to_owned();
            let reason = self.reasons.get(at).copied();
            let reason = reason.map_or(messages::AS_A_LINE, |reason| match reason {
                Reason::Chosen => messages::CHOSEN,
                Reason::Heading => messages::BY_HEADING,
                Reason::Values => messages::BY_VALUES,
            });
            ExplainedColumn {
                heading: name,
                key: self.roles[at].key(),
                reason,
                confidence: columns::confidence(self.roles[at], cells(at), is_http),
            }
        };
        Explained {
            heading: heading.map(|heading| heading.plain.clone()),
            is_list: self.is_list,
            rows: self.rows.len(),
            columns: (0..self.roles.len()).filter(is_used).map(column).collect(),
            doubts: self.doubts.clone(),
        }
    }
}
