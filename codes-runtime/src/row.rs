//! One row of a table.

use core::ops::RangeInclusive;

use crate::cursor::{non_empty, pairs};
use crate::group::Group;
use crate::raw::RawCode;
use crate::table::Table;
use crate::word::{Kind, Outcome, Retry};

mod record;
mod show;

use record::{
    ACTION, ALIAS_TEXTS, CODE, CodeIs, DEPRECATED, EXAMPLES, FIELDS, FORMER_NAMES, GROUP, MESSAGES,
    STATUSES, TAGS, TITLE, URL, WHEN,
};

/// A row of a [`Table`]: a view that is cheap to copy.
///
/// ```
/// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
/// use codes_runtime::Code;
///
/// let row = PointsCode::TooManyRequests.row();
/// assert_eq!(row.status(), Some(429));
/// assert_eq!(row.description(), Some("You have exceeded your plan's rate limit."));
/// assert!(row.action().is_some() && row.deprecated().is_none());
/// ```
#[derive(Clone, Copy)]
pub struct Row {
    pub(crate) table: &'static Table,
    pub(crate) index: u16,
}

impl Row {
    /// Its number in the table, from 0.
    pub(crate) const fn number(self) -> u16 {
        self.index
    }

    /// Who answers with it.
    pub const fn vendor(self) -> &'static str {
        self.table.vendor()
    }

    /// The table it stands in.
    pub const fn table(self) -> &'static Table {
        self.table
    }

    /// The variant's name.
    #[inline]
    pub const fn name(self) -> &'static str {
        self.behind_code().text()
    }

    /// The first status that is a single one.
    #[inline]
    pub const fn status(self) -> Option<u16> {
        let record = self.record();
        match u16::from_le_bytes([record[4], record[5]]) {
            0 => None,
            status => Some(status),
        }
    }

    /// The statuses it stands for, lowest and highest, in the spec's order.
    pub fn statuses(self) -> impl Iterator<Item = RangeInclusive<u16>> {
        let more = self.record()[7] >> 7 == 1;
        let single = self
            .status()
            .filter(|_| !more)
            .map(|status| status..=status);
        let range = |(low, high)| Some(u16::try_from(low).ok()?..=u16::try_from(high).ok()?);
        single
            .into_iter()
            .chain(pairs(self.integers(STATUSES)).filter_map(range))
    }

    /// Whether a status is one of those it stands for.
    pub fn covers_status(self, status: u16) -> bool {
        self.status() == Some(status) || self.statuses().any(|range| range.contains(&status))
    }

    /// The vendor's machine code, unless it is a range.
    #[inline]
    pub const fn code(self) -> Option<RawCode<'static>> {
        match self.code_is() {
            CodeIs::Text => Some(RawCode::Text(self.text(CODE))),
            CodeIs::Int => Some(RawCode::Int(self.code_int())),
            CodeIs::None | CodeIs::Range => None,
        }
    }

    /// The codes it stands for, where the spec gives a range.
    pub const fn code_range(self) -> Option<RangeInclusive<i64>> {
        match self.code_is() {
            CodeIs::Range => Some(self.code_int()..=self.cursor().integer()),
            _ => None,
        }
    }

    /// What the vendor calls it.
    #[inline]
    pub const fn title(self) -> Option<&'static str> {
        non_empty(self.text(TITLE))
    }

    /// What it means.
    #[inline]
    pub const fn description(self) -> Option<&'static str> {
        non_empty(self.head().description)
    }

    /// What it means, in one vocabulary for all vendors.
    #[inline]
    pub const fn kind(self) -> Option<Kind> {
        match self.record()[6] {
            0 => None,
            kind => Some(Kind::ALL[kind as usize - 1]),
        }
    }

    /// Whether the vendor says to send the request again.
    #[inline]
    pub const fn retry(self) -> Option<Retry> {
        match self.record()[7] >> 2 & 7 {
            0 => None,
            retry => Some(Retry::ALL[retry as usize - 1]),
        }
    }

    /// How the request went.
    #[inline]
    pub const fn outcome(self) -> Outcome {
        Outcome::ALL[(self.record()[7] & 3) as usize]
    }

    /// Whether the outcome is an error.
    #[inline]
    pub const fn is_error(self) -> bool {
        matches!(self.outcome(), Outcome::Error)
    }

    /// What to do about it.
    pub fn action(self) -> Option<&'static str> {
        self.texts(ACTION).next()
    }

    /// The page that tells more.
    pub fn url(self) -> Option<&'static str> {
        self.texts(URL).next()
    }

    /// Further codes with the same meaning, as the table shows codes.
    pub fn aliases(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(ALIAS_TEXTS)
    }

    /// Texts by which a response shows it; `*` is any run of characters.
    pub fn messages(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(MESSAGES)
    }

    /// When to expect it.
    pub fn when(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(WHEN)
    }

    /// The vendor's further columns, name and text.
    pub fn fields(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        pairs(self.texts(FIELDS))
    }

    /// One of the vendor's further columns.
    pub fn field(self, name: &str) -> Option<&'static str> {
        self.fields()
            .find(|(field, _)| *field == name)
            .map(|(_, text)| text)
    }

    /// Bodies or messages as the vendor sends them.
    pub fn examples(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(EXAMPLES)
    }

    /// The section it stands in.
    pub fn group(self) -> Option<Group> {
        let position = self.integers(GROUP).next()?;
        self.table.groups().nth(usize::try_from(position).ok()?)
    }

    /// Its labels.
    pub fn tags(self) -> impl Iterator<Item = &'static str> {
        let table = self.table;
        self.integers(TAGS).filter_map(move |tag| {
            table
                .tags()
                .nth(usize::try_from(tag).ok()?)
                .map(|(tag, _)| tag)
        })
    }

    /// Whether it has a label.
    pub fn has_tag(self, tag: &str) -> bool {
        self.tags().any(|own| own == tag)
    }

    /// Whether it has a label, by the label's number.
    #[doc(hidden)]
    pub fn has_tag_number(self, tag: u16) -> bool {
        self.integers(TAGS).any(|own| own == i64::from(tag))
    }

    /// What the spec says of its deprecation, if it is deprecated.
    pub fn deprecated(self) -> Option<Deprecated> {
        let mut texts = self.texts(DEPRECATED);
        Some(Deprecated {
            since: non_empty(texts.next()?),
            note: non_empty(texts.next()?),
        })
    }

    /// Names that the variant had.
    pub fn former_names(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(FORMER_NAMES)
    }
}

/// Since when a row is deprecated, and what to use instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deprecated {
    /// The version or date since when.
    pub since: Option<&'static str>,
    /// What to use instead.
    pub note: Option<&'static str>,
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.table == other.table && self.index == other.index
    }
}

impl Eq for Row {}
