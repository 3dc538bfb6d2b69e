//! Assigns roles to the columns of a table, by their headings and by all their values.

mod heads;
mod texts;

use crate::import::model::page::MAX_COLUMNS;
use crate::import::model::text::Text;
use crate::import::roles::role::Role;
use crate::import::roles::values::Values;
use crate::import::roles::vocabulary::wording;
use crate::import::roles::wordings::Wording;
use crate::messages::doubts::Doubt;
use crate::messages::drafts::Confidence;
pub(crate) use heads::{has_head_line, key_heading};

/// The roles of the columns of a table of codes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    pub(crate) roles: Vec<Role>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) doubts: Vec<Doubt>,
}

/// Why a column has its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// The author chose it.
    Chosen,
    /// The heading suggests it, and the values fit.
    Heading,
    /// The heading suggests nothing.
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
    let columns = Columns {
        headless: said.iter().all(Option::is_none),
        values: (0..columns).map(|i| Values::of(cells(i))).collect(),
        said,
        head,
        rows,
        is_http,
        given,
    };
    columns.read()
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

impl Columns<'_> {
    /// Whether the author has chosen no role for a column.
    fn is_free(&self, column: usize) -> bool {
        self.given.iter().all(|(at, _)| *at != column)
    }

    fn read(&self) -> Option<Reading> {
        let given = self.given;
        let chosen = |role: Role| given.iter().find(|(_, is)| *is == role).map(|(at, _)| *at);
        let mut doubts = Vec::new();
        let status = chosen(Role::Status).or_else(|| self.status(&mut doubts));
        let code = chosen(Role::Code).or_else(|| self.code(status, &mut doubts));
        if status.is_none() && code.is_none() {
            return None;
        }
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
        doubts.extend(self.codes_are_statuses(status, code));
        let status = status.map(|i| (i, Role::Status));
        let code = code.map(|i| (i, Role::Code));
        for (i, role) in status.into_iter().chain(code).chain(given.iter().copied()) {
            roles[i] = role;
        }
        self.texts(&mut roles, given);
        doubts.extend(self.split_texts(&mut roles));
        let reason = |(i, said): (usize, &Option<Wording>)| match said {
            _ if !self.is_free(i) => Reason::Chosen,
            Some(_) => Reason::Heading,
            None => Reason::Values,
        };
        let reasons = self.said.iter().enumerate().map(reason).collect();
        Some(Reading {
            roles,
            reasons,
            doubts,
        })
    }

    /// Finds the column of statuses: a column with a status heading, or else a column of codes whose values are all
    /// statuses.
    fn status(&self, doubts: &mut Vec<Doubt>) -> Option<usize> {
        let by = |wanted: Wording| {
            (0..self.said.len()).find(|&i| {
                let values = &self.values[i];
                // if some of the integers are not statuses, they are all codes
                let are_codes = values.all(values.integers) && !values.all(values.status_leads);
                self.is_free(i)
                    && self.said[i] == Some(wanted)
                    && values.most(values.status_leads)
                    && !are_codes
            })
        };
        let any = |i: &usize| {
            let (said, values) = (self.said[*i], &self.values[*i]);
            let may_be = match said {
                None => self.headless || *i == 0,
                Some(said) => matches!(said, Wording::Code | Wording::Error | Wording::Key),
            };
            self.is_free(*i)
                && may_be
                && if self.is_http {
                    values.all(values.statuses)
                } else {
                    values.all(values.status_leads)
                }
        };
        let found = by(Wording::Http).or_else(|| by(Wording::Status));
        found.or_else(|| {
            let found = (0..self.said.len()).find(any)?;
            let Values {
                filled,
                registered,
                informational,
                ..
            } = self.values[found];
            // most of the values are not registered statuses, or most are statuses of class 1xx
            if self.is_http && (registered * 2 < filled || informational * 2 > filled) {
                return None;
            }
            let confidence = self.values[found].confidence(Role::Status, self.is_http);
            if confidence.is_low() {
                doubts.push(Doubt::StatusOrCode(self.name(found)));
            }
            Some(found)
        })
    }

    fn name(&self, column: usize) -> String {
        let name = self.head.get(column).map(|cell| cell.plain.clone());
        name.filter(|name| !name.is_empty())
            .unwrap_or_else(|| format!("column {}", column + 1))
    }

    /// Finds the column of codes: the one whose heading and values are most like codes.
    fn code(&self, status: Option<usize>, doubts: &mut Vec<Doubt>) -> Option<usize> {
        let scores = (0..self.said.len()).filter(|i| Some(*i) != status && self.is_free(*i));
        let scores: Vec<_> = scores
            .filter_map(|i| Some((self.code_score(i, status.is_some())?, i)))
            .collect();
        let best = scores.iter().map(|(score, _)| *score).max()?;
        let mut found = scores.iter().filter(|(score, _)| *score == best);
        let (_, chosen) = found.next()?;
        if let Some((_, other)) = found.next() {
            doubts.push(Doubt::SeveralCodes {
                chosen: self.name(*chosen),
                other: self.name(*other),
            });
        }
        Some(*chosen)
    }

    /// Returns a doubt if there is a column of statuses, but all codes are registered HTTP statuses too.
    fn codes_are_statuses(&self, status: Option<usize>, code: Option<usize>) -> Option<Doubt> {
        let code = code.filter(|code| status.is_some() && self.is_http && self.is_free(*code))?;
        let values = &self.values[code];
        let is_unsure = values.filled > 1 && values.all(values.registered);
        is_unsure.then(|| Doubt::CodesAreStatuses(self.name(code)))
    }

    /// Returns a score of how likely it is that a column has the codes, or `None` if it cannot have them.
    fn code_score(&self, i: usize, has_status: bool) -> Option<usize> {
        let values = &self.values[i];
        let are_codes = values.most(values.tokens) && !values.all(values.patterns);
        if !are_codes || values.most(values.outcomes) {
            return None;
        }
        let are_numbers = values.all(values.numbers)
            || values.all(values.integers) && values.most(values.numbers);
        let are_mixed = values.identifiers > 0 && values.all(values.identifiers + values.numbers);
        let are_identifiers = values.most(values.identifiers) || are_numbers || are_mixed;
        let are_unique = values.are_unique();
        let is_first = i == 0 && values.all(values.tokens);
        let score = match self.said[i] {
            Some(Wording::Code) => 8,
            Some(Wording::Key) if values.all(values.counted) => return None,
            Some(Wording::Key) if has_status || are_identifiers => 5,
            Some(Wording::Error) if has_status || are_identifiers => 4,
            Some(Wording::Http | Wording::Status) => 4,
            Some(Wording::Title) if has_status && are_identifiers && are_unique => 2,
            None if self.headless && is_first && !has_status && are_identifiers => 3,
            None if self.headless && has_status && values.all(values.tokens) && are_unique => 2,
            None if has_status && are_identifiers && are_unique => 1,
            _ => return None,
        };
        // a column with few distinct values is probably a type; unique values are preferred as codes
        match (values.are_classes(), are_unique) {
            (true, _) => Some(score / 4).filter(|score| *score > 0),
            (false, true) => Some(score + 1),
            (false, false) => Some(score),
        }
    }
}
