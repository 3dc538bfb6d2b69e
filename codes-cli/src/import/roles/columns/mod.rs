//! Assigns roles to the columns of a table, by their headings and by all their values.

mod heads;
mod keys;
mod messages;
mod subcodes;
mod texts;

use crate::import::model::page::MAX_COLUMNS;
use crate::import::model::text::Text;
use crate::import::roles::role::Role;
use crate::import::roles::values::Values;
use crate::import::roles::vocabulary::wording;
use crate::import::roles::wordings::Wording;
use crate::messages::confidence::Confidence;
use crate::messages::doubts::Doubt;
pub(crate) use heads::{has_head_line, key_heading};

/// The roles of the columns of a table of codes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    pub(crate) roles: Vec<Role>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) doubts: Vec<Doubt>,
    /// The column of codes that are words with spaces.
    pub(crate) spaced: Option<usize>,
    /// The column of the messages of responses, if they tell the rows apart.
    pub(crate) messages: Option<usize>,
}

/// Why a column has its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// The author chose it.
    Chosen,
    /// The heading suggests it, and the values fit.
    Heading,
    /// The heading suggests nothing, so the values decide.
    Values,
}

/// Returns the roles of the columns, or `None` for a table without statuses and codes. `given` are roles that the
/// author has chosen.
pub(crate) fn read(
    head: &[Text],
    rows: &[&[Text]],
    is_http: bool,
    given: &[(usize, Role)],
) -> Option<Reading> {
    Columns::of(head, rows, is_http, given).read()
}

/// Returns the roles of the columns of a table without statuses and codes whose rows are messages, or causes of one
/// error, and not fields of a body.
pub(crate) fn read_messages(
    head: &[Text],
    rows: &[&[Text]],
    given: &[(usize, Role)],
) -> Option<Reading> {
    Columns::of(head, rows, true, given).read_messages()
}

/// Returns how many of the cells of a column have the form that its key expects.
pub(crate) fn confidence<'c>(
    role: Role,
    cells: impl Iterator<Item = &'c str>,
    is_http: bool,
) -> Confidence {
    Values::of(cells).confidence(role, is_http)
}

struct Columns<'t> {
    said: Vec<Option<Wording>>,
    values: Vec<Values>,
    head: &'t [Text],
    rows: &'t [&'t [Text]],
    headless: bool,
    is_http: bool,
    given: &'t [(usize, Role)],
}

impl<'t> Columns<'t> {
    fn of(
        head: &'t [Text],
        rows: &'t [&'t [Text]],
        is_http: bool,
        given: &'t [(usize, Role)],
    ) -> Self {
        let columns = head
            .len()
            .max(rows.iter().map(|row| row.len()).max().unwrap_or(0));
        let columns = columns.min(MAX_COLUMNS);
        let said: Vec<_> = (0..columns)
            .map(|i| head.get(i).and_then(|cell| wording(&cell.plain)))
            .collect();
        let cells = |i: usize| {
            rows.iter()
                .filter_map(move |row| row.get(i))
                .map(|cell| &*cell.plain)
        };
        Columns {
            headless: said.iter().all(Option::is_none),
            values: (0..columns).map(|i| Values::of(cells(i))).collect(),
            said,
            head,
            rows,
            is_http,
            given,
        }
    }

    /// Whether the author has chosen no role for a column.
    fn is_free(&self, column: usize) -> bool {
        self.given.iter().all(|(at, _)| *at != column)
    }

    fn read(&self) -> Option<Reading> {
        let given = self.given;
        let chosen = |role: Role| given.iter().find(|(_, is)| *is == role).map(|(at, _)| *at);
        let mut doubts = Vec::new();
        let status = chosen(Role::Status).or_else(|| self.status());
        let code = chosen(Role::Code).or_else(|| self.code(status, &mut doubts));
        if status.is_none() && code.is_none() {
            return None;
        }
        doubts.extend(self.codes_are_statuses(status, code));
        Some(self.with_keys(status, code, doubts))
    }

    /// Assigns roles to all columns, given those of statuses and codes.
    fn with_keys(
        &self,
        status: Option<usize>,
        code: Option<usize>,
        mut doubts: Vec<Doubt>,
    ) -> Reading {
        let given = self.given;
        let mut roles = vec![Role::Field; self.said.len()];
        for (i, said) in self.said.iter().enumerate() {
            if let Some(Wording::Is(role)) = said {
                roles[i] = *role;
            }
            let values = &self.values[i];
            if *said == Some(Wording::Status) && values.most(values.outcomes) {
                roles[i] = Role::Outcome;
            }
        }
        let are_spaced = |at: &usize| !self.values[*at].most(self.values[*at].tokens);
        let spaced = code.filter(|at| self.is_free(*at)).filter(are_spaced);
        let keys = [
            (status, Role::Status),
            (code, Role::Code),
            (self.detail(code), Role::Detail),
        ];
        let found = keys.iter().filter_map(|(at, role)| Some(((*at)?, *role)));
        for (i, role) in found.chain(given.iter().copied()) {
            roles[i] = role;
        }
        self.texts(&mut roles, given);
        doubts.extend(self.split_texts(&mut roles));
        doubts.extend((0..roles.len()).filter_map(|i| self.unsure(i, roles[i], code.is_some())));
        doubts.extend(code.is_none().then(|| self.vacant_code(&roles)).flatten());
        doubts.extend(self.vacant_text(&roles));
        let reason = |(i, said): (usize, &Option<Wording>)| match said {
            _ if !self.is_free(i) => Reason::Chosen,
            Some(_) => Reason::Heading,
            None => Reason::Values,
        };
        let reasons = self.said.iter().enumerate().map(reason).collect();
        Reading {
            roles,
            reasons,
            doubts,
            spaced,
            messages: None,
        }
    }

    /// Returns a doubt if many values of a column do not have the form that its key expects.
    fn unsure(&self, column: usize, role: Role, has_code: bool) -> Option<Doubt> {
        let is_said = matches!(self.said[column], Some(Wording::Http | Wording::Status));
        let other = match role {
            // the heading says that the column has statuses, and there is another column of codes
            Role::Status if is_said && has_code => return None,
            Role::Status => Role::Code,
            Role::Title if self.said[column] != Some(Wording::Title) => Role::Description,
            _ => return None,
        };
        let mut fits = self.values[column].confidence(role, self.is_http);
        if role == Role::Status {
            // a cell that is not a status has a doubt of its own
            fits.values = self.values[column].status_leads;
        }
        (self.is_free(column) && fits.is_low()).then(|| Doubt::UnsureColumn {
            column: self.name(column),
            key: role.key(),
            other: Some(other.key()),
            fits,
        })
    }

    fn name(&self, column: usize) -> String {
        name(self.head, column)
    }
}

/// Returns the heading of a column or, if it has none, its number.
pub(crate) fn name(head: &[Text], column: usize) -> String {
    match head.get(column) {
        Some(heading) if !heading.is_empty() => heading.plain.clone(),
        _ => format!("column {}", column + 1),
    }
}
