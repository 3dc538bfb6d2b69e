//! From a response's facts to a row.

use core::fmt;

use crate::candidates::Candidates;
use crate::code::FromRow;
use crate::index::{CLASSES, Found, Key, RANGES};
use crate::message;
use crate::raw::RawCode;
use crate::row::Row;
use crate::set::{Cover, Filter, Set};
use crate::table::{CodesAre, Table};

/// What a response shows of itself.
///
/// ```
/// use codes_runtime::Reply;
///
/// let reply = Reply::new().status(404).code("NotFound").message("no such entry");
/// assert_eq!(reply.status, Some(404));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reply<'a> {
    /// Its status.
    pub status: Option<u16>,
    /// The machine code in it.
    pub code: Option<RawCode<'a>>,
    /// The text in it.
    pub message: Option<&'a str>,
}

impl<'a> Reply<'a> {
    /// A reply that shows nothing.
    pub const fn new() -> Self {
        Reply {
            status: None,
            code: None,
            message: None,
        }
    }

    /// With a status.
    #[must_use]
    pub const fn status(self, status: u16) -> Self {
        Reply {
            status: Some(status),
            ..self
        }
    }

    /// With a machine code.
    #[must_use]
    pub fn code(self, code: impl Into<RawCode<'a>>) -> Self {
        Reply {
            code: Some(code.into()),
            ..self
        }
    }

    /// With a text.
    #[must_use]
    pub const fn message(self, message: &'a str) -> Self {
        Reply {
            message: Some(message),
            ..self
        }
    }
}

/// What a reply means.
///
/// ```
/// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
/// use codes_runtime::{CodeTable, Match, Reply};
///
/// let reply = Reply::new().status(429);
/// match CoverageCode::classify(&reply) {
///     Match::One(code) => println!("it is {code}"),
///     Match::Several(candidates) => assert!(candidates.contains(CoverageCode::Throttled)),
///     Match::Unlisted => println!("the table does not know it"),
/// }
/// ```
#[derive(Clone, Copy)]
pub enum Match<C: 'static> {
    /// This row.
    One(C),
    /// One of these rows: the reply does not tell them apart.
    Several(Candidates<C>),
    /// No row of the table.
    Unlisted,
}

impl<C: FromRow> Match<C> {
    /// The row, if there is one alone.
    #[inline]
    pub fn one(&self) -> Option<C> {
        if let Match::One(code) = self {
            Some(*code)
        } else {
            None
        }
    }

    /// All the rows that it can be.
    #[inline]
    pub fn candidates(&self) -> Candidates<C> {
        match self {
            Match::One(code) => {
                let row = code.to_row();
                Candidates::new(row.table, Set::One(row.index))
            }
            Match::Several(candidates) => *candidates,
            Match::Unlisted => Candidates::none(),
        }
    }
}

impl<C: FromRow + fmt::Debug> fmt::Debug for Match<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Match::One(code) => f.debug_tuple("One").field(code).finish(),
            Match::Several(candidates) => f.debug_tuple("Several").field(candidates).finish(),
            Match::Unlisted => f.write_str("Unlisted"),
        }
    }
}

impl<C: FromRow + PartialEq> PartialEq for Match<C> {
    fn eq(&self, other: &Self) -> bool {
        self.candidates() == other.candidates()
    }
}

impl<C: FromRow + Eq> Eq for Match<C> {}

impl Table {
    /// What a reply means: see [`CodeTable::classify`](crate::CodeTable::classify).
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{CodeTable, Reply};
    ///
    /// let found = PointsCode::TABLE.classify(&Reply::new().status(404));
    /// assert_eq!(found.one().map(|row| row.name()), Some("NotFound"));
    /// ```
    pub fn classify(&'static self, reply: &Reply<'_>) -> Match<Row> {
        self.at_a_glance(reply)
            .unwrap_or_else(|| self.at_length(reply))
    }

    /// What most replies mean: the row with their code or status, where no other has it.
    #[inline]
    fn at_a_glance(&'static self, reply: &Reply<'_>) -> Option<Match<Row>> {
        let found = match (reply.code, self.codes_are()) {
            (Some(RawCode::Text(code)), CodesAre::Text) => self.by_text(code),
            (None, _) => self.by_status(reply.status?),
            _ => return None,
        };
        let plain = reply.status.is_none() || reply.code.is_none();
        match found.map(|found| (found.one(self), found)) {
            Some((Some(row), _)) => Some(Match::One(row)),
            Some((None, several)) if plain && reply.message.is_none() => {
                Some(Match::Several(Candidates::new(self, several.set())))
            }
            None if reply.status.is_none() => Some(Match::Unlisted),
            _ => None,
        }
    }

    /// All that a code alone can mean, if it is text in a table of texts.
    #[inline]
    pub(crate) fn with_text(&'static self, code: RawCode<'_>) -> Option<Set> {
        match (code, self.codes_are()) {
            (RawCode::Text(code), CodesAre::Text) => {
                Some(self.by_text(code).map_or(Set::None, Found::set))
            }
            _ => None,
        }
    }

    /// The row that alone has a code. Every expansion calls it, so it is compiled here and not there.
    #[inline(never)]
    pub(crate) fn one_by_code(&'static self, code: &str) -> Option<Row> {
        self.classify(&Reply::new().code(code)).one()
    }

    #[inline(never)]
    fn at_length(&'static self, reply: &Reply<'_>) -> Match<Row> {
        self.narrow(self.fitting(reply.status, reply.code), reply.message)
    }

    /// The rows that status and code leave.
    #[inline]
    pub(crate) fn fitting(&'static self, status: Option<u16>, code: Option<RawCode<'_>>) -> Set {
        let by_code = code
            .and_then(|code| self.key(code))
            .and_then(|key| self.fitting_code(key, status));
        by_code
            .or_else(|| self.fitting_status(status?, code.is_none()))
            .unwrap_or(Set::None)
    }

    /// Those with the code: under the status, else without any, else under others. A code itself beats a range.
    #[inline]
    fn fitting_code(&'static self, key: Key<'_>, status: Option<u16>) -> Option<Set> {
        let exact = self.by_code(key).map(Found::set);
        let code = if let Key::Int(code) = key {
            Some(code)
        } else {
            None
        };
        let best = |cover| {
            let in_ranges = || {
                Set::best(
                    self,
                    RANGES,
                    Filter {
                        code: Some(code?),
                        cover,
                    },
                )
            };
            exact
                .and_then(|set| set.among(self, cover))
                .or_else(in_ranges)
        };
        match status {
            Some(status) => best(Cover::Status(status))
                .or_else(|| best(Cover::Nothing))
                .or_else(|| best(Cover::Any)),
            None => best(Cover::Any),
        }
    }

    /// Those that name the status, else those whose class covers it; without a code if there are such, else, where the
    /// reply has none either, all.
    #[inline]
    fn fitting_status(&'static self, status: u16, codeless: bool) -> Option<Set> {
        let named = self
            .by_status(status)
            .filter(|found| codeless || !self.row(found.first(self)).has_code());
        let class = |cover| Set::best(self, CLASSES, Filter { code: None, cover });
        let of_class = || {
            class(Cover::Uncoded(status))
                .or_else(|| class(Cover::Status(status)).filter(|_| codeless))
        };
        named.map(Found::set).or_else(of_class)
    }

    /// The rows with a pattern that fits the message, if there are some and not too many to tell; else all.
    fn narrow(&'static self, set: Set, message: Option<&str>) -> Match<Row> {
        match set {
            Set::None => return Match::Unlisted,
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
        let (mut few, mut count) = ([0; Set::FEW], 0);
        for row in all.iter().filter(fits) {
            if let Some(place) = few.get_mut(count) {
                *place = row.index;
            }
            count += 1;
        }
        match (count, u8::try_from(count)) {
            (1, _) => Match::One(self.row(few[0])),
            (2..=Set::FEW, Ok(len)) => {
                Match::Several(Candidates::new(self, Set::Few { rows: few, len }))
            }
            _ => Match::Several(all),
        }
    }
}
