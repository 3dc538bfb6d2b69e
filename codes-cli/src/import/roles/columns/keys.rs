//! The columns of statuses and codes.

use super::Columns;
use crate::import::roles::error_names;
use crate::import::roles::registry;
use crate::import::roles::role::Role;
use crate::import::roles::values::Values;
use crate::import::roles::wordings::Wording;
use crate::messages::doubts::Doubt;

/// The minimum number of rows for the absence of HTTP phrases to suggest that the numbers are not statuses.
const MANY: usize = 6;

/// How many rows show that none of them has a status of an error.
const SEVERAL: usize = 3;

/// How far a column's score may be below the best one, for the column to be mentioned as an alternative.
const CLOSE: usize = 3;

/// Whether values are numbers below 400, of which HTTP does not have all.
fn are_low(values: &Values) -> bool {
    let is_other = values.errors == 0 && values.registered < values.filled;
    values.filled >= SEVERAL && is_other
}

impl Columns<'_> {
    /// Finds the column of statuses: a column with a status heading, or else a column of codes whose values are all
    /// statuses.
    pub(super) fn status(&self) -> Option<usize> {
        let by = |wanted: Wording| {
            (0..self.said.len()).find(|&i| {
                let values = &self.values[i];
                // if some of the integers are not statuses, they are all codes
                let are_codes = values.all(values.integers) && !values.all(values.status_leads);
                // `Response code`, which may be the code of a vendor
                let are_codes = are_codes || !self.names_statuses(i) && are_low(values);
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
                Some(Wording::Message) => *i == 0,
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
                errors,
                ..
            } = self.values[found];
            // most of the values are not registered statuses, or most are statuses of class 1xx
            if self.is_http && (registered * 2 < filled || informational * 2 > filled) {
                return None;
            }
            let are_others = filled >= MANY && (filled - registered) * 3 >= filled;
            let are_low = are_low(&self.values[found]);
            // an error has no status of a success
            let are_errors = errors == 0 && self.names_errors(found);
            let are_others = are_others || are_low || are_errors;
            if self.is_http && are_others && !self.have_phrases() {
                return None;
            }
            Some(found)
        })
    }

    /// Finds the column of codes: the one whose heading and values are most like codes.
    pub(super) fn code(&self, status: Option<usize>, doubts: &mut Vec<Doubt>) -> Option<usize> {
        // a column `Status` beside the numbers may have the phrases of HTTP
        let are_phrases = |i: usize| {
            let is_status = self.said[i] == Some(Wording::Status);
            is_status && status.is_some_and(|status| self.are_phrases_of(status, i))
        };
        let may_be = |i: &usize| Some(*i) != status && self.is_free(*i) && !are_phrases(*i);
        let scores = (0..self.said.len()).filter(may_be);
        let scores: Vec<_> = scores
            .filter_map(|i| Some((self.code_score(i, status.is_some())?, i)))
            .collect();
        let Some(best) = scores.iter().map(|(score, _)| *score).max() else {
            return self.codes_with_spaces(status, doubts);
        };
        let (_, chosen) = scores.iter().find(|(score, _)| *score == best)?;
        let is_close = |(score, at): &&(usize, usize)| {
            let is_title = self.said[*at] == Some(Wording::Title);
            let is_equal = *score == best || self.values[*at].are_unique() && !is_title;
            at != chosen && is_equal && score + CLOSE >= best
        };
        if let Some((_, other)) = scores.iter().find(is_close) {
            doubts.push(Doubt::SeveralColumns {
                key: Role::Code.key(),
                chosen: self.name(*chosen),
                other: self.name(*other),
            });
        }
        Some(*chosen)
    }

    /// Finds a column of codes that are lower-case words with spaces. Of several such columns, the one with the longest
    /// heading is the most specific.
    fn codes_with_spaces(&self, status: Option<usize>, doubts: &mut Vec<Doubt>) -> Option<usize> {
        let are_codes = |i: &usize| {
            let values = &self.values[*i];
            let cells = self.rows.iter().filter_map(|row| row.get(*i));
            let mut cells = cells.filter(|cell| !cell.is_empty());
            self.is_free(*i)
                && status.is_some_and(|status| status != *i)
                && self.said[*i].is_some_and(Wording::may_be_code)
                && values.filled > 2
                && values.are_unique()
                && values.all(values.phrases)
                && cells.all(|cell| !cell.plain.contains(char::is_uppercase))
        };
        let found: Vec<_> = (0..self.said.len()).filter(are_codes).collect();
        let length = |i: &&usize| self.head.get(**i).map(|cell| cell.plain.len());
        let chosen = *found.iter().max_by_key(length)?;
        let other = found.iter().find(|other| **other != chosen);
        doubts.push(match other {
            Some(other) => Doubt::SeveralColumns {
                key: Role::Code.key(),
                chosen: self.name(chosen),
                other: self.name(*other),
            },
            None => Doubt::CodesWithSpaces(self.name(chosen)),
        });
        Some(chosen)
    }

    /// Returns a doubt if there is a column of statuses, but all codes are registered HTTP statuses too.
    pub(super) fn codes_are_statuses(
        &self,
        status: Option<usize>,
        code: Option<usize>,
    ) -> Option<Doubt> {
        let code = code.filter(|code| status.is_some() && self.is_http && self.is_free(*code))?;
        let values = &self.values[code];
        let is_unsure = values.filled > 1 && values.all(values.registered);
        is_unsure.then(|| Doubt::CodesAreStatuses(self.name(code)))
    }

    /// Returns a score of how likely it is that a column has the codes, or `None` if it cannot have them.
    fn code_score(&self, i: usize, has_status: bool) -> Option<usize> {
        let values = &self.values[i];
        let are_codes = values.most(values.tokens) && !values.all(values.patterns);
        let are_methods = values.all(values.methods) && self.said[i] != Some(Wording::Code);
        if !are_codes || are_methods || values.most(values.outcomes) {
            return None;
        }
        let are_numbers = values.all(values.numbers)
            || values.all(values.integers) && values.most(values.numbers);
        let are_mixed = values.identifiers > 0 && values.all(values.identifiers + values.numbers);
        let are_identifiers = values.most(values.identifiers) || are_numbers || are_mixed;
        let are_unique = values.are_unique();
        let is_first = i == 0 && values.all(values.tokens);
        let score = match self.said[i] {
            Some(Wording::Code) if self.is_subcode(i) => 3,
            Some(Wording::Code) => 8,
            Some(Wording::Key) if values.all(values.counted) => return None,
            Some(Wording::Key) if has_status || are_identifiers => 5,
            // `Value | Error`
            Some(Wording::Key)
                if values.all(values.integers) && are_unique && self.has_errors() =>
            {
                4
            }
            Some(Wording::Error) if has_status || are_identifiers => 4,
            Some(Wording::Http | Wording::Status) => 4,
            Some(Wording::Title) if has_status && are_identifiers && are_unique => 2,
            // `Display | Possible cause | Remedy`
            None if is_first && !has_status && are_identifiers && self.has_only_texts() => 3,
            None if self.headless && has_status && values.all(values.tokens) && are_unique => 2,
            None if has_status && are_identifiers && are_unique => 1,
            _ => return None,
        };
        // a column with few distinct values is probably a type, and one with few values has codes of something else;
        // unique values are preferred as codes
        let are_few = values.filled * 2 < self.rows.len();
        match (values.are_classes() || are_few, are_unique) {
            (true, _) => Some(score / 4).filter(|score| *score > 0),
            (false, true) => Some(score + 1),
            // a word for codes that is used for other things too
            (false, false) if self.said[i] == Some(Wording::Key) => Some(1),
            (false, false) => Some(score),
        }
    }

    /// Whether the heading of a column has the word `HTTP` or `status`.
    fn names_statuses(&self, column: usize) -> bool {
        let heading = self.heading(column).to_lowercase();
        ["http", "status"].iter().any(|word| heading.contains(word))
    }

    fn names_errors(&self, column: usize) -> bool {
        error_names::names_errors(self.heading(column))
    }

    pub(super) fn heading(&self, column: usize) -> &str {
        self.head.get(column).map_or("", |cell| &cell.plain)
    }

    /// Whether the known headings name only causes and remedies.
    fn has_only_texts(&self) -> bool {
        self.said.iter().flatten().all(|said| said.explains())
    }

    /// Whether a column has errors by its heading.
    fn has_errors(&self) -> bool {
        self.said.contains(&Some(Wording::Error))
    }

    /// Returns a doubt if a table without codes has an unassigned column in which every value is a different token.
    pub(super) fn vacant_code(&self, roles: &[Role]) -> Option<Doubt> {
        let may_be_code = |at: &usize| {
            let values = &self.values[*at];
            let are_codes = values.all(values.tokens) && values.are_unique();
            let is_vacant = roles[*at] == Role::Field && self.is_free(*at);
            is_vacant && self.said[*at].is_none() && values.filled > 2 && are_codes
        };
        let found = (0..roles.len()).find(may_be_code)?;
        Some(Doubt::Vacant {
            key: Role::Code.key(),
            column: self.name(found),
        })
    }

    /// Whether any cell has a reason phrase of HTTP.
    fn have_phrases(&self) -> bool {
        let cells = self.rows.iter().flat_map(|row| row.iter());
        registry::have_phrases(cells.map(|cell| &*cell.plain))
    }
}
