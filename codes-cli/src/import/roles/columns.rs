//! Assigns roles to the columns of a table, by their headings and cells.

use crate::import::model::page::{MAX_COLUMNS, PageTable};
use crate::import::model::text::Text;
use crate::import::roles::role::{Role, is_phrase, outcome};
use crate::import::roles::status;
use crate::import::roles::vocabulary::wording;
use crate::import::roles::wordings::Wording;

/// Returns the role of each column, and whether the first row is the heading. Returns `None` for a table without
/// statuses and codes.
pub(crate) fn read(table: &PageTable) -> Option<(Vec<Role>, bool)> {
    let no_heading;
    let (head, rows, in_rows) = match (
        table.head.iter().all(Text::is_empty),
        table.rows.split_first(),
    ) {
        (true, Some((first, rest))) if first.iter().any(|cell| wording(&cell.plain).is_some()) => {
            (first, rest, true)
        }
        (true, Some((first, _))) => {
            no_heading = vec![Text::default(); first.len()];
            (&no_heading, &table.rows[..], false)
        }
        _ => (&table.head, &table.rows[..], false),
    };
    let columns = head
        .len()
        .max(rows.iter().map(Vec::len).max().unwrap_or(0))
        .min(MAX_COLUMNS);
    let said: Vec<_> = (0..columns)
        .map(|i| head.get(i).and_then(|cell| wording(&cell.plain)))
        .collect();
    let headless = said.iter().all(Option::is_none);
    let columns = Columns {
        said,
        rows,
        headless,
    };
    columns.roles().map(|roles| (roles, in_rows))
}

struct Columns<'t> {
    said: Vec<Option<Wording>>,
    rows: &'t [Vec<Text>],
    headless: bool,
}

impl Columns<'_> {
    fn roles(&self) -> Option<Vec<Role>> {
        let mut roles = vec![Role::Field; self.said.len()];
        let status = self.status();
        let code = self.code(status);
        if status.is_none() && code.is_none() {
            return None;
        }
        for (i, said) in self.said.iter().enumerate() {
            if let Some(Wording::Is(role)) = said {
                roles[i] = *role;
            }
            if *said == Some(Wording::Status) && self.most(i, |text| outcome(text).is_some()) {
                roles[i] = Role::Outcome;
            }
        }
        for (i, role) in status
            .map(|i| (i, Role::Status))
            .into_iter()
            .chain(code.map(|i| (i, Role::Code)))
        {
            roles[i] = role;
        }
        self.texts(&mut roles);
        Some(roles)
    }

    /// Finds the column of statuses: one with such a heading, or else a column of codes that are all statuses.
    fn status(&self) -> Option<usize> {
        let leads = |text: &str| status::leading_statuses(text).is_some();
        let is_status = |text: &str| {
            status::leading_statuses(text).is_some_and(|(statuses, rest)| {
                status::is_http(&statuses)
                    && (rest.is_empty()
                        || rest.starts_with([' ', '\u{a0}', ':', '-', '–', '—', '(']))
            })
        };
        let by = |wanted: Wording| {
            (0..self.said.len()).find(|&i| self.said[i] == Some(wanted) && self.most(i, leads))
        };
        let any = |i: &usize| {
            let said = self.said[*i];
            (self.headless && *i == 0
                || matches!(said, Some(Wording::Code | Wording::Error))
                || said.is_none() && *i == 0)
                && self.all(*i, is_status)
        };
        by(Wording::Http)
            .or_else(|| by(Wording::Status))
            .or_else(|| (0..self.said.len()).find(any))
    }

    fn code(&self, status: Option<usize>) -> Option<usize> {
        let find = |wanted: &[Wording]| {
            (0..self.said.len()).find(|&i| {
                Some(i) != status
                    && self.said[i].is_some_and(|said| wanted.contains(&said))
                    && self.most(i, status::is_token)
                    && !self.most(i, |text| outcome(text).is_some())
            })
        };
        let headless =
            || (self.headless && status.is_none() && self.all(0, status::is_token)).then_some(0);
        let found = find(&[Wording::Code]).or_else(|| find(&[Wording::Http, Wording::Status]));
        found.or_else(|| find(&[Wording::Error])).or_else(headless)
    }

    /// Assigns titles and descriptions to columns, those with the clearest headings first.
    fn texts(&self, roles: &mut [Role]) {
        if let Some(&first) = self.vacant(roles, &[Wording::Title]).first() {
            roles[first] = Role::Title;
        }
        match self.vacant(roles, &[Wording::Description])[..] {
            // of two columns of descriptions, the first is a title if it has no sentences
            [first, second, ..] if !roles.contains(&Role::Title) && self.most(first, is_phrase) => {
                roles[first] = Role::Title;
                roles[second] = Role::Description;
            }
            [first, ..] => roles[first] = Role::Description,
            [] => {}
        }
        let left = self.further_texts(roles);
        for (n, &i) in left.iter().enumerate() {
            let has = |role| roles.contains(&role);
            match (has(Role::Title), has(Role::Description)) {
                (true, true) => {}
                (false, false) if n + 1 == left.len() => roles[i] = Role::Text,
                (false, _) => roles[i] = Role::Title,
                (true, false) => roles[i] = Role::Description,
            }
        }
        // a single column of text may contain titles too
        if let (Some(i), false) = (
            roles.iter().position(|role| *role == Role::Description),
            roles.contains(&Role::Title),
        ) {
            roles[i] = Role::Text;
        }
    }

    /// Returns the columns without a role that have one of these headings.
    fn vacant(&self, roles: &[Role], wanted: &[Wording]) -> Vec<usize> {
        let fits = |i: &usize| roles[*i] == Role::Field;
        let said = |i: &usize| match self.said[*i] {
            Some(said) => wanted.contains(&said),
            None => self.headless && wanted.contains(&Wording::Message),
        };
        (0..roles.len()).filter(fits).filter(said).collect()
    }

    /// Returns the remaining columns that can contain texts. A second column of codes is not a title, and neither is a
    /// second column of descriptions with sentences.
    fn further_texts(&self, roles: &[Role]) -> Vec<usize> {
        let wanted = [
            Wording::Message,
            Wording::Error,
            Wording::Description,
            Wording::Code,
            Wording::Status,
        ];
        let is_text = |i: &usize| match self.said[*i] {
            None | Some(Wording::Message) => true,
            Some(Wording::Description) => self.most(*i, is_phrase),
            _ => !self.most(*i, status::is_token),
        };
        let vacant = self.vacant(roles, &wanted);
        vacant.into_iter().filter(is_text).collect()
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        let cells = self
            .rows
            .iter()
            .filter_map(move |row| row.get(column))
            .map(|cell| cell.plain.as_str());
        cells.filter(|cell| !status::is_no_value(cell))
    }

    fn all(&self, column: usize, fits: impl Fn(&str) -> bool) -> bool {
        let mut cells = self.cells(column).peekable();
        cells.peek().is_some() && cells.all(fits)
    }

    /// Whether most cells that are not empty satisfy a condition.
    fn most(&self, column: usize, fits: impl Fn(&str) -> bool) -> bool {
        let (mut all, mut fitting) = (0, 0);
        for cell in self.cells(column) {
            all += 1;
            fitting += usize::from(fits(cell));
        }
        fitting * 2 > all
    }
}
