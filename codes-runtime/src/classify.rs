//! Classifies replies: from the facts of a response to a row.

use codes_core::code_form::CodeForm;
use codes_core::index::FixedList;

use crate::candidates::Candidates;
use crate::key::CodeKey;
use crate::matching::Match;
use crate::message;
use crate::raw::RawCode;
use crate::reply::Reply;
use crate::row::Row;
use crate::set::{Filter, Set, StatusFilter};
use crate::table::Table;

impl Table {
    /// Finds the rows that a reply means: [`CodeTable::classify`](crate::CodeTable::classify) for rows.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{CodeTable, Reply};
    ///
    /// let found = PointsCode::TABLE.classify(&Reply::new().status(404));
    /// assert_eq!(found.one().map(|row| row.name()), Some("NotFound"));
    /// ```
    pub fn classify(&'static self, reply: &Reply<'_>) -> Match<Row> {
        self.classify_fast(reply)
            .unwrap_or_else(|| self.classify_slow(reply))
    }

    /// Classifies a reply if one index lookup is enough, and returns `None` otherwise.
    #[inline]
    fn classify_fast(&'static self, reply: &Reply<'_>) -> Option<Match<Row>> {
        let found = match (reply.code, self.code_form()) {
            (Some(RawCode::Text(code)), CodeForm::Text) => self.rows_by_text_code(code),
            (None, _) => self.rows_by_status(reply.status?),
            _ => return None,
        };
        let one_fact = reply.status.is_none() || reply.code.is_none();
        match found.map(|found| (self.only_row(found), found)) {
            Some((Some(row), _)) => Some(Match::One(row)),
            Some((None, several)) if one_fact && reply.message.is_none() => {
                Some(Match::Several(Candidates::new(self, Set::new(several))))
            }
            None if reply.status.is_none() => Some(Match::Unlisted),
            _ => None,
        }
    }

    #[inline(never)]
    fn classify_slow(&'static self, reply: &Reply<'_>) -> Match<Row> {
        let rows = self.rows_by_status_and_code(reply.status, reply.code);
        self.match_message(rows, reply.message)
    }

    /// Returns the rows with a text code, if the table's codes are texts.
    #[inline]
    pub(crate) fn set_by_text_code(&'static self, code: RawCode<'_>) -> Option<Set> {
        match (code, self.code_form()) {
            (RawCode::Text(code), CodeForm::Text) => {
                Some(self.rows_by_text_code(code).map_or(Set::Empty, Set::new))
            }
            _ => None,
        }
    }

    /// Returns the only row with a code, or else the row with a name or former name.
    pub(crate) fn row_by_code_or_name(&'static self, text: &str) -> Option<Row> {
        self.row_by_code(text).or_else(|| self.row_by_name(text))
    }

    /// Returns the only row with a code, or `None` if several have it. Not generic, so that it is compiled
    /// once and not in every crate that uses an enum.
    #[inline(never)]
    fn row_by_code(&'static self, code: &str) -> Option<Row> {
        self.classify(&Reply::new().code(code)).one()
    }

    /// Returns the rows that match the status and the code.
    #[inline]
    fn rows_by_status_and_code(
        &'static self,
        status: Option<u16>,
        code: Option<RawCode<'_>>,
    ) -> Set {
        let by_code = code
            .and_then(|code| self.key(code))
            .and_then(|key| self.set_by_code(&key, status));
        by_code
            .or_else(|| self.set_by_status(status?, code.is_none()))
            .unwrap_or(Set::Empty)
    }

    /// Returns the rows with a code: those that cover the status, else those without a status, else all.
    /// An exact code beats a range.
    #[inline]
    fn set_by_code(&'static self, key: &CodeKey<'_>, status: Option<u16>) -> Option<Set> {
        let exact = self.rows_by_code(key).map(Set::new);
        let in_ranges = |status| match key {
            CodeKey::Int(code) => {
                let code = Some(*code);
                Set::best_of(self, FixedList::CodeRanges as u16, Filter { code, status })
            }
            CodeKey::Text(_) | CodeKey::Digits(_) => None,
        };
        let best = |status| {
            exact
                .and_then(|set| set.restrict(self, status))
                .or_else(|| in_ranges(status))
        };
        match status {
            Some(status) => best(StatusFilter::Covers(status))
                .or_else(|| best(StatusFilter::None))
                .or_else(|| best(StatusFilter::Any)),
            None => best(StatusFilter::Any),
        }
    }

    /// Returns the rows that list a status, else those whose class covers it. Of these, it returns the
    /// rows without a code, or all of them if every row has one and the reply has none.
    #[inline]
    fn set_by_status(&'static self, status: u16, without_code: bool) -> Option<Set> {
        let named = self
            .rows_by_status(status)
            .filter(|found| without_code || !self.row(self.first_row(*found)).has_code());
        let in_classes = |status| {
            let filter = Filter { code: None, status };
            Set::best_of(self, FixedList::StatusClasses as u16, filter)
        };
        named.map(Set::new).or_else(|| {
            in_classes(StatusFilter::CoversWithoutCode(status))
                .or_else(|| in_classes(StatusFilter::Covers(status)).filter(|_| without_code))
        })
    }

    /// Keeps the rows with a pattern that fits the message, or all if there are none or too many.
    fn match_message(&'static self, set: Set, message: Option<&str>) -> Match<Row> {
        match set {
            Set::Empty => return Match::Unlisted,
            Set::One(row) => return Match::One(self.row(row)),
            _ => {}
        }
        let all = Candidates::<Row>::new(self, set);
        let Some(message) = message else {
            return Match::Several(all);
        };
        let fits = |row: &Row| {
            row.messages()
                .any(|pattern| message::fits(pattern, message))
        };
        self.keep(all, fits).unwrap_or(Match::Several(all))
    }

    /// Keeps the rows that fit, or returns `None` if there are none or more than a match can hold.
    pub(crate) fn keep(
        &'static self,
        all: Candidates<Row>,
        fits: impl Fn(&Row) -> bool,
    ) -> Option<Match<Row>> {
        let (mut rows, mut count) = ([0; Set::MAX_SMALL], 0);
        for row in all.iter().filter(fits) {
            *rows.get_mut(count)? = row.index;
            count += 1;
        }
        match (count, u8::try_from(count)) {
            (0, _) | (_, Err(_)) => None,
            (1, _) => Some(Match::One(self.row(rows[0]))),
            (_, Ok(len)) => Some(Match::Several(Candidates::new(
                self,
                Set::Small { rows, len },
            ))),
        }
    }
}
