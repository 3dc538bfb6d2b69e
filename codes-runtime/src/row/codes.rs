//! The codes of a row, in the forms that lookups compare.

use codes_core::code_form::CodeForm;
use codes_core::digits::Digits;
use codes_core::lists::{RowIntegers, RowTexts};
use codes_core::record::CodeType;

use crate::cursor::pairs;
use crate::key::CodeKey;
use crate::raw::RawCode;
use crate::row::view::Row;

impl Row {
    /// Returns the second code, such as a subcode, reason or decline code.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::{Code, RawCode};
    ///
    /// assert_eq!(FeaturesCode::TooMany.row().detail(), Some(RawCode::Text("burst")));
    /// ```
    pub fn detail(self) -> Option<RawCode<'static>> {
        let text = self.texts(RowTexts::Detail).next()?;
        if self.table.flags().has_integer_details() {
            text.parse().ok().map(RawCode::Int)
        } else {
            Some(RawCode::Text(text))
        }
    }

    /// Returns the prefix of the row's codes, if its code is a class such as `08*`.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum StatesCode = "../tests/specs/states.yaml"; }
    /// use codes_runtime::{Code, CodeTable};
    ///
    /// assert_eq!(StatesCode::ConnectionException.row().code_prefix(), Some("08"));
    /// assert_eq!(StatesCode::with_code("08006").one(), Some(StatesCode::ConnectionException));
    /// ```
    pub fn code_prefix(self) -> Option<&'static str> {
        let record = self.record();
        let is_class = matches!(record.code_type(), CodeType::Class);
        is_class.then(|| self.text(record.code_text()))
    }

    /// Returns the first and last code of each integer alias.
    pub(crate) fn alias_bounds(self) -> impl Iterator<Item = (i64, i64)> {
        pairs(self.integers(RowIntegers::Aliases))
    }

    /// Returns the first and last code of an integer code or range.
    pub(crate) fn code_bounds(self) -> Option<(i64, i64)> {
        let record = self.record();
        match record.code_type() {
            CodeType::Int => Some((record.code_int(), record.code_int())),
            CodeType::Range => self.code_range().map(core::ops::RangeInclusive::into_inner),
            CodeType::None | CodeType::Text | CodeType::Class => None,
        }
    }

    #[inline]
    pub(crate) const fn has_code(self) -> bool {
        !matches!(self.record().code_type(), CodeType::None)
    }

    /// Returns the prefixes of the row's classes: of its code and of its aliases.
    pub(crate) fn classes(self) -> impl Iterator<Item = &'static str> {
        // in a table of integers, these are the bounds of ranges
        let has_positions = self.table.code_form() == CodeForm::Text;
        let positions = self.integers(RowIntegers::Aliases);
        let aliases = positions.filter_map(move |at| {
            let at = usize::try_from(at).ok().filter(|_| has_positions)?;
            self.texts(RowTexts::Aliases).nth(at)?.strip_suffix('*')
        });
        self.code_prefix().into_iter().chain(aliases)
    }

    /// Returns the width of the row's narrowest range that covers a code.
    pub(crate) fn range_width(self, code: i64) -> Option<u64> {
        let forms = self.table.code_form().both_forms(code);
        let bounds = self.code_bounds().into_iter().chain(self.alias_bounds());
        let covers = |low, high| low < high && forms.iter().any(|form| (low..=high).contains(form));
        bounds
            .filter(|&(low, high)| covers(low, high))
            .map(|(low, high)| high.abs_diff(low))
            .min()
    }

    /// Returns whether a range or class of the row covers a code.
    pub(crate) fn has_wide_code(self, key: &CodeKey<'_>) -> bool {
        match key {
            CodeKey::Int(code) => self.range_width(*code).is_some(),
            CodeKey::Text(code) => self.classes().any(|class| code.starts_with(class)),
            CodeKey::Digits(digits) => self
                .classes()
                .any(|class| digits.as_str().starts_with(class)),
        }
    }

    /// Returns whether the row has this detail, which may be given as text or as an integer.
    pub(crate) fn has_detail(self, detail: RawCode<'_>) -> bool {
        match (self.detail(), detail) {
            (Some(RawCode::Text(own)), RawCode::Int(int)) => {
                own == Digits::new(int.into()).as_str()
            }
            (Some(RawCode::Int(own)), RawCode::Text(text)) => {
                CodeForm::Decimal.parse(text) == Some(own)
            }
            (own, detail) => own == Some(detail),
        }
    }
}
