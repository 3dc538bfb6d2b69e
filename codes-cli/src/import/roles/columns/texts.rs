//! The columns of titles and descriptions.

use super::Columns;
use crate::import::model::text::Text;
use crate::import::roles::registry;
use crate::import::roles::role::Role;
use crate::import::roles::split;
use crate::import::roles::wordings::Wording;
use crate::messages::doubts::Doubt;

impl Columns<'_> {
    /// Assigns titles and descriptions to columns, those with the clearest headings first.
    pub(super) fn texts(&self, roles: &mut [Role], given: &[(usize, Role)]) {
        let vacant = |roles: &[Role], wanted: &[Wording]| self.vacant(roles, given, wanted);
        if let (Some(&first), false) = (
            vacant(roles, &[Wording::Title]).first(),
            roles.contains(&Role::Title),
        ) {
            roles[first] = Role::Title;
        }
        match vacant(roles, &[Wording::Description])[..] {
            // of two columns of descriptions, the first is a title if it has no sentences
            [first, second, ..]
                if !roles.contains(&Role::Title) && self.are_mostly_phrases(first) =>
            {
                roles[first] = Role::Title;
                roles[second] = Role::Description;
            }
            [first, ..] if !roles.contains(&Role::Description) => roles[first] = Role::Description,
            _ => {}
        }
        if let (Some(phrases), false) = (self.phrases(roles), roles.contains(&Role::Title)) {
            roles[phrases] = Role::Title;
        }
        if let (Some(names), false) = (self.names(roles), roles.contains(&Role::Title)) {
            roles[names] = Role::Title;
        }
        // the words after the statuses are titles
        let status = roles.iter().position(|role| *role == Role::Status);
        let are_worded = status.is_some_and(|at| self.values[at].most(self.values[at].worded));
        let left = self.further_texts(roles, given);
        for (n, &i) in left.iter().enumerate() {
            let has = |role| roles.contains(&role) || role == Role::Title && are_worded;
            match (has(Role::Title), has(Role::Description)) {
                // a message says more than the phrase of a status
                (true, true) if !roles.contains(&Role::Title) && self.are_messages(i) => {
                    roles[i] = Role::Title;
                }
                (true, true) => {}
                (false, false) if n + 1 == left.len() => roles[i] = Role::Text,
                (false, _) => roles[i] = Role::Title,
                (true, false) => roles[i] = Role::Description,
            }
        }
        self.swap_texts(roles);
        self.other_text(roles, given);
        // a single column of text may contain titles too
        let is_given = |i: &usize| given.iter().any(|(at, _)| at == i);
        let description = roles.iter().position(|role| *role == Role::Description);
        if let (Some(i), false) = (
            description.filter(|i| !is_given(i)),
            roles.contains(&Role::Title) || are_worded,
        ) {
            roles[i] = Role::Text;
        }
    }

    /// If no column has texts so far, reads the remarks, or the only column left, as the description.
    fn other_text(&self, roles: &mut [Role], given: &[(usize, Role)]) {
        let mut texts = roles.iter();
        if texts.any(|role| matches!(role, Role::Title | Role::Description | Role::Text)) {
            return;
        }
        let remarks = self.vacant(roles, given, &[Wording::Remark]);
        if let Some(found) = remarks.first().copied().or_else(|| self.only_vacant(roles)) {
            roles[found] = Role::Description;
        }
    }

    /// Finds a column with the phrases of HTTP for most of the statuses. Its heading is not a known one, or `Status`.
    fn phrases(&self, roles: &[Role]) -> Option<usize> {
        let status = roles.iter().position(|role| *role == Role::Status)?;
        (0..roles.len()).find(|at| {
            let is_vacant = roles[*at] == Role::Field && self.is_free(*at);
            let may_be = matches!(self.said[*at], None | Some(Wording::Status));
            is_vacant && may_be && self.are_phrases_of(status, *at)
        })
    }

    /// Whether most cells of a column are the phrases of HTTP for the statuses of another.
    pub(super) fn are_phrases_of(&self, status: usize, column: usize) -> bool {
        let is_phrase = |row: &&&[Text]| {
            let cells = row.get(status).zip(row.get(column));
            cells.is_some_and(|(status, cell)| {
                let phrase = registry::leading_phrase(status.plain.trim(), &cell.plain);
                phrase == Some(cell.plain.len())
            })
        };
        let phrases = self.rows.iter().filter(is_phrase).count();
        self.values[column].most(phrases)
    }

    /// If the codes are numbers, finds the column that names them: a column of identifiers without repetitions.
    fn names(&self, roles: &[Role]) -> Option<usize> {
        let code = roles.iter().position(|role| *role == Role::Code)?;
        let codes = &self.values[code];
        let is_name = |at: &usize| {
            let values = &self.values[*at];
            let is_vacant = roles[*at] == Role::Field && self.is_free(*at);
            let are_errors = self.said[*at] == Some(Wording::Error) && values.most(values.phrases);
            let are_words = self.said[*at] == Some(Wording::Status) && values.all(values.tokens);
            let mut cells = self.rows.iter().filter_map(|row| row.get(*at));
            let are_single = cells.all(|cell| !cell.plain.contains(' '));
            let are_names = are_words || are_single && values.most(values.identifiers);
            is_vacant && values.filled > 1 && (are_errors || are_names && values.are_unique())
        };
        let are_numbers = codes.all(codes.integers);
        (0..roles.len()).find(is_name).filter(|_| are_numbers)
    }

    /// If there is exactly one column besides those of statuses and codes, and its heading is not a known one, returns it.
    fn only_vacant(&self, roles: &[Role]) -> Option<usize> {
        let is_key = |at: &usize| matches!(roles[*at], Role::Status | Role::Code);
        let mut others = (0..roles.len()).filter(|at| !is_key(at));
        let only = others
            .next()
            .filter(|at| others.next().is_none() && self.is_free(*at))?;
        (roles[only] == Role::Field && self.said[only].is_none()).then_some(only)
    }

    /// Returns a doubt if a table has no descriptions, but an unassigned column of texts.
    pub(super) fn vacant_text(&self, roles: &[Role]) -> Option<Doubt> {
        let has_texts = |role: &Role| matches!(role, Role::Description | Role::Text);
        if roles.iter().any(has_texts) {
            return None;
        }
        let may_be_text = |at: &usize| {
            let values = &self.values[*at];
            let is_unknown = roles[*at] == Role::Field && self.said[*at].is_none();
            is_unknown
                && self.is_free(*at)
                && values.filled > 1
                && !values.most(values.tokens)
                && !values.are_classes()
        };
        let found = (0..roles.len()).find(may_be_text)?;
        Some(Doubt::Vacant {
            key: Role::Description.key(),
            column: self.name(found),
        })
    }

    /// Swaps the title and description columns if all descriptions are phrases and the titles are clearly longer,
    /// unless the heading of the title column says that it has titles.
    fn swap_texts(&self, roles: &mut [Role]) {
        let at = |role| roles.iter().position(|is| *is == role);
        let (Some(title), Some(description)) = (at(Role::Title), at(Role::Description)) else {
            return;
        };
        let is_said = self.said[title] == Some(Wording::Title);
        let is_free = self.is_free(title) && self.is_free(description) && !is_said;
        let (long, short) = (&self.values[title], &self.values[description]);
        let is_longer = long.length * short.filled > short.length * long.filled * 3 / 2;
        if is_free && short.all(short.phrases) && is_longer {
            roles.swap(title, description);
        }
    }

    /// Decides whether a column of texts has titles, descriptions, or both at once.
    pub(super) fn split_texts(&self, roles: &mut [Role]) -> Option<Doubt> {
        let i = roles.iter().position(|role| *role == Role::Text)?;
        let statuses = roles.iter().position(|role| *role == Role::Status);
        let cells = self.rows.iter().filter_map(|row| {
            let status = statuses
                .and_then(|at| row.get(at))
                .map_or("", |cell| &*cell.plain);
            Some((row.get(i)?, status))
        });
        let mode = split::mode(cells);
        roles[i] = mode.role;
        mode.doubt(&self.name(i))
    }

    /// Whether a column has messages that are short enough for titles.
    fn are_messages(&self, column: usize) -> bool {
        const LONGEST: usize = 60;
        let values = &self.values[column];
        let are_short = values.length <= values.filled * LONGEST;
        self.said[column] == Some(Wording::Message) && are_short
    }

    fn are_mostly_phrases(&self, column: usize) -> bool {
        self.values[column].most(self.values[column].phrases)
    }

    /// Returns the columns without a role that have one of these headings.
    fn vacant(&self, roles: &[Role], given: &[(usize, Role)], wanted: &[Wording]) -> Vec<usize> {
        let fits = |i: &usize| roles[*i] == Role::Field && given.iter().all(|(at, _)| at != i);
        let said = |i: &usize| match self.said[*i] {
            Some(said) => wanted.contains(&said),
            None => self.headless && wanted.contains(&Wording::Message),
        };
        (0..roles.len()).filter(fits).filter(said).collect()
    }

    /// Returns the remaining columns that can contain texts. A second column of codes is not a title, and neither is a
    /// second column of descriptions with sentences.
    fn further_texts(&self, roles: &[Role], given: &[(usize, Role)]) -> Vec<usize> {
        let wanted = [
            Wording::Message,
            Wording::Error,
            Wording::Description,
            Wording::Title,
            Wording::Code,
            Wording::Key,
            Wording::Status,
        ];
        let is_text = |i: &usize| match self.said[*i] {
            // values that sort the rows into few classes are not their texts
            None => !self.values[*i].are_classes(),
            Some(Wording::Message) => true,
            Some(Wording::Description) => self.are_mostly_phrases(*i),
            // a second column of titles contains descriptions if it has sentences
            Some(Wording::Title) => !self.are_mostly_phrases(*i),
            Some(Wording::Status | Wording::Key) if self.values[*i].are_classes() => false,
            _ => !self.values[*i].most(self.values[*i].tokens),
        };
        let vacant = self.vacant(roles, given, &wanted);
        vacant.into_iter().filter(is_text).collect()
    }
}
