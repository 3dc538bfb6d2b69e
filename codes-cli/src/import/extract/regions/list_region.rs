//! A region that is read from lines or items.

use crate::import::extract::regions::keyed_line::KeyedLine;
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

/// A region that is being read.
pub(super) struct ListRegion {
    region: Region,
    pub(super) depth: usize,
    /// The column of the label above, which the next lines continue.
    labelled: Option<usize>,
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
            labelled: None,
        }
    }
}

impl ListRegion {
    pub(super) fn push(&mut self, depth: usize, line: KeyedLine) {
        self.depth = depth;
        self.labelled = None;
        let cells = vec![line.status, line.code, line.title, line.text];
        self.region.rows.push(cells);
    }

    /// Whether the last row has only its key.
    pub(super) fn is_bare(&self) -> bool {
        let last = self.region.rows.last();
        last.is_some_and(|row| row[TITLE].is_empty() && row[TEXT..].iter().all(Text::is_empty))
    }

    /// Whether the last row ends with a colon, so that the next lines belong to it.
    pub(super) fn announces(&self) -> bool {
        let last = self.region.rows.last();
        let text = last.and_then(|row| row.iter().rev().find(|cell| !cell.is_empty()));
        text.is_some_and(|text| text.plain.ends_with(':'))
    }

    /// Adds a line below a row.
    pub(super) fn continue_line(&mut self, text: &Text, is_paragraph: bool) {
        if label_of_text(text) {
            return self.detail(text.clone());
        }
        let Some(row) = self.region.rows.last_mut() else {
            return;
        };
        if let Some(column) = self.labelled {
            return row[column].push(text, " ");
        }
        match row.get_mut(DETAILS) {
            Some(details) => details.push(text, if is_paragraph { "\n\n" } else { " " }),
            None => row[TEXT].push(text, if is_paragraph { "\n\n" } else { " " }),
        }
    }

    /// Adds a line below a title. The first begins the description, and further ones continue it.
    pub(super) fn below_title(&mut self, text: &Text) {
        let last = self.region.rows.last();
        if last.is_some_and(|row| row.len() > DETAILS) {
            self.continue_line(text, false);
        } else {
            self.detail(text.clone());
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
        self.labelled = Some(column).filter(|column| *column > DETAILS);
        self.push_detail(column, &text, "\n\n");
    }

    /// Sets the text of the row, or adds it to the description if the row has one.
    pub(super) fn text(&mut self, text: Text) {
        self.labelled = None;
        match self.region.rows.last_mut() {
            Some(row) if row[TEXT].is_empty() => row[TEXT] = text,
            _ => self.push_detail(DETAILS, &text, "\n\n"),
        }
    }

    /// Adds the text of a field.
    pub(super) fn field(&mut self, label: &str, text: &Text) {
        let column = self.column(label, Role::Field);
        self.labelled = Some(column);
        self.push_detail(column, text, "\n\n");
    }

    /// Adds a sample of a response.
    pub(super) fn sample(&mut self, sample: &str) {
        let examples = self
            .labelled
            .filter(|at| self.region.roles[*at] == Role::Example);
        let column = examples.unwrap_or_else(|| self.column("Example", Role::Example));
        self.push_detail(column, &Text::verbatim(sample), "\n");
        self.labelled = None;
    }

    fn push_detail(&mut self, column: usize, text: &Text, separator: &str) {
        if let Some(row) = self.region.rows.last_mut() {
            row.resize(row.len().max(column + 1), Text::default());
            row[column].push(text, separator);
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

/// Whether a line starts with the label of a text, such as `Description:`.
pub(super) fn label_of_text(line: &Text) -> bool {
    let label = line.labelled().map(|(label, _)| vocabulary::label(label));
    matches!(
        label.flatten(),
        Some(Role::Description | Role::When | Role::Action | Role::Example | Role::Retry)
    )
}
