//! A region that is read from lines or items.

use crate::import::extract::regions::lines::KeyedLine;
use crate::import::extract::regions::region::{Part, Region};
use crate::import::model::page::MAX_COLUMNS;
use crate::import::model::text::Text;
use crate::import::roles::role::Role;
use crate::import::roles::vocabulary;

/// The first columns of a list. Labels below its items add further columns.
const COLUMNS: [(&str, Role); 5] = [
    ("Status", Role::Status),
    ("Code", Role::Code),
    ("Title", Role::Title),
    ("Text", Role::Text),
    ("Description", Role::Description),
];
pub(super) const TITLE: usize = 2;
pub(super) const TEXT: usize = 3;
pub(super) const DETAILS: usize = 4;

/// A region while it is read.
pub(super) struct ListRegion {
    region: Region,
    pub(super) depth: usize,
}

impl Default for ListRegion {
    fn default() -> Self {
        ListRegion {
            region: Region {
                head: COLUMNS.iter().map(|(name, _)| Text::plain(name)).collect(),
                roles: COLUMNS.iter().map(|(_, role)| *role).collect(),
                is_list: true,
                ..Region::default()
            },
            depth: 0,
        }
    }
}

impl ListRegion {
    pub(super) fn push(&mut self, depth: usize, line: KeyedLine) {
        self.depth = depth;
        let cells = vec![line.status, line.code, line.title, line.text];
        self.region.rows.push(cells);
    }

    /// Whether the last row has only its key.
    pub(super) fn is_bare(&self) -> bool {
        let last = self.region.rows.last();
        last.is_some_and(|row| row[TITLE].is_empty() && row[TEXT..].iter().all(Text::is_empty))
    }

    /// Whether the last row ends with a colon, so that its text goes on.
    pub(super) fn announces(&self) -> bool {
        let last = self.region.rows.last();
        let text = last.and_then(|row| row.iter().rev().find(|cell| !cell.is_empty()));
        text.is_some_and(|text| text.plain.ends_with(':'))
    }

    /// Adds a line below a row.
    pub(super) fn continue_line(&mut self, text: &Text, is_paragraph: bool) {
        let Some(row) = self.region.rows.last_mut() else {
            return;
        };
        match row.get_mut(DETAILS) {
            Some(details) => details.push(text, " "),
            None => row[TEXT].push(text, if is_paragraph { "\n\n" } else { " " }),
        }
    }

    /// Adds an item below a row: to the column of its label, or to the description.
    pub(super) fn detail(&mut self, text: Text) {
        let labelled = text
            .labelled()
            .and_then(|(label, rest)| Some((label.to_owned(), vocabulary::label(label)?, rest)));
        let (column, text) = match labelled {
            Some((label, role, rest)) => (self.column(&label, role), rest),
            None => (DETAILS, text),
        };
        if let Some(row) = self.region.rows.last_mut() {
            row.resize(row.len().max(column + 1), Text::default());
            row[column].push(&text, "\n\n");
        }
    }

    fn column(&mut self, label: &str, role: Role) -> usize {
        let mut known = self.region.head.iter().skip(COLUMNS.len());
        if let Some(at) = known.position(|head| head.plain == label) {
            return COLUMNS.len() + at;
        }
        if self.region.head.len() >= MAX_COLUMNS {
            return DETAILS;
        }
        self.region.head.push(Text::plain(label));
        self.region.roles.push(role);
        self.region.head.len() - 1
    }

    pub(super) fn finish(self) -> Part {
        Part::Region(self.region)
    }
}
