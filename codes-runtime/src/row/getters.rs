//! The facts of a row.

use core::ops::RangeInclusive;

use codes_core::lists::{RowIntegers, RowTexts};
use codes_core::record::CodeType;
use codes_core::{Kind, Outcome, Retry};

use crate::cursor::{non_empty, pairs};
use crate::group::Group;
use crate::raw::RawCode;
use crate::row::view::Row;
use crate::table::Table;

impl Row {
    /// Returns the vendor's name.
    pub const fn vendor(self) -> &'static str {
        self.table.vendor()
    }

    /// Returns the table of the row.
    pub const fn table(self) -> &'static Table {
        self.table
    }

    /// Returns the variant's name.
    #[inline]
    pub const fn name(self) -> &'static str {
        self.name_cursor().text()
    }

    /// Returns the first exact status, or `None` if the row only has classes or ranges.
    #[inline]
    pub const fn status(self) -> Option<u16> {
        self.record().status()
    }

    /// Returns the row's statuses, each with its lowest and highest, in the order of the spec.
    pub fn statuses(self) -> impl Iterator<Item = RangeInclusive<u16>> {
        let more = self.record().more_statuses();
        let single = self
            .status()
            .filter(|_| !more)
            .map(|status| status..=status);
        let range = |(low, high)| Some(u16::try_from(low).ok()?..=u16::try_from(high).ok()?);
        single
            .into_iter()
            .chain(pairs(self.integers(RowIntegers::Statuses)).filter_map(range))
    }

    /// Returns whether a status is one of the row's.
    pub fn covers_status(self, status: u16) -> bool {
        self.status() == Some(status) || self.statuses().any(|range| range.contains(&status))
    }

    /// Returns the vendor's machine code, unless it is a range.
    #[inline]
    pub const fn code(self) -> Option<RawCode<'static>> {
        let record = self.record();
        match record.code_type() {
            CodeType::Text => Some(RawCode::Text(self.text(record.code_text()))),
            CodeType::Int => Some(RawCode::Int(record.code_int())),
            CodeType::None | CodeType::Range => None,
        }
    }

    /// Returns the vendor's title of the row.
    #[inline]
    pub const fn title(self) -> Option<&'static str> {
        non_empty(self.text(self.record().title()))
    }

    /// Returns the description.
    #[inline]
    pub const fn description(self) -> Option<&'static str> {
        non_empty(self.read_description().text)
    }

    /// Returns the kind: the meaning in one vocabulary for all vendors.
    #[inline]
    pub const fn kind(self) -> Option<Kind> {
        self.record().kind()
    }

    /// Returns the vendor's advice on sending the request again.
    #[inline]
    pub const fn retry(self) -> Option<Retry> {
        self.record().retry()
    }

    /// Returns the outcome of the request.
    #[inline]
    pub const fn outcome(self) -> Outcome {
        self.record().outcome()
    }

    /// Returns whether the outcome is an error.
    #[inline]
    pub const fn is_error(self) -> bool {
        matches!(self.outcome(), Outcome::Error)
    }

    /// Returns what to do about it.
    pub fn action(self) -> Option<&'static str> {
        self.texts(RowTexts::Action).next()
    }

    /// Returns the address of a page about it.
    pub fn url(self) -> Option<&'static str> {
        self.texts(RowTexts::Url).next()
    }

    /// Returns further codes with the same meaning, written as the table shows codes.
    pub fn aliases(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(RowTexts::Aliases)
    }

    /// Returns patterns of the messages in responses, in which `*` is any run of characters.
    pub fn messages(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(RowTexts::Messages)
    }

    /// Returns the occasions on which it is returned.
    pub fn when(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(RowTexts::When)
    }

    /// Returns the vendor's further columns, each with its name and text.
    pub fn fields(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        pairs(self.texts(RowTexts::Fields))
    }

    /// Returns the text of one of the vendor's further columns.
    pub fn field(self, name: &str) -> Option<&'static str> {
        self.fields()
            .find(|(field, _)| *field == name)
            .map(|(_, text)| text)
    }

    /// Returns sample bodies or messages.
    pub fn examples(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(RowTexts::Examples)
    }

    /// Returns the row's section.
    pub fn group(self) -> Option<Group> {
        let position = self.integers(RowIntegers::Group).next()?;
        self.table.groups().nth(usize::try_from(position).ok()?)
    }

    /// Returns the tags.
    pub fn tags(self) -> impl Iterator<Item = &'static str> {
        let table = self.table;
        self.integers(RowIntegers::Tags).filter_map(move |tag| {
            table
                .tags()
                .nth(usize::try_from(tag).ok()?)
                .map(|(tag, _)| tag)
        })
    }

    /// Returns whether the row has a tag.
    pub fn has_tag(self, tag: &str) -> bool {
        self.tags().any(|own| own == tag)
    }

    /// Returns whether the row has the tag of this number.
    #[doc(hidden)]
    pub fn has_tag_number(self, tag: u16) -> bool {
        self.integers(RowIntegers::Tags)
            .any(|own| own == i64::from(tag))
    }

    /// Returns the facts of the deprecation if the row is deprecated.
    pub fn deprecated(self) -> Option<Deprecated> {
        let mut texts = self.texts(RowTexts::Deprecated);
        Some(Deprecated {
            since: non_empty(texts.next()?),
            note: non_empty(texts.next()?),
        })
    }

    /// Returns the former names of the variant.
    pub fn former_names(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(RowTexts::FormerNames)
    }
}

/// The deprecation of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deprecated {
    /// The version or date since when it is deprecated.
    pub since: Option<&'static str>,
    /// What to use instead.
    pub note: Option<&'static str>,
}
