//! The most common getters of a row.

use core::ops::RangeInclusive;

use codes_core::lists::RowIntegers;
use codes_core::record::CodeType;
use codes_core::{Kind, Outcome, Retry};

use crate::cursor::non_empty;
use crate::raw::RawCode;
use crate::row::view::Row;
use crate::table::Table;

impl Row {
    /// Returns the vendor of the table.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(PointsCode::NotFound.row().vendor(), "Points API");
    /// ```
    pub const fn vendor(self) -> &'static str {
        self.table.vendor()
    }

    /// Returns the row's table.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{Code, CodeTable};
    ///
    /// assert_eq!(PointsCode::NotFound.row().table(), PointsCode::TABLE);
    /// ```
    pub const fn table(self) -> &'static Table {
        self.table
    }

    /// Returns the row's name in the spec. Variants have the same name unless you declared the enum
    /// yourself.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(PointsCode::NotFound.row().name(), "NotFound");
    /// ```
    #[inline]
    pub const fn name(self) -> &'static str {
        self.name_cursor().text()
    }

    /// Returns the row's first exact status, or `None` if it has no status or only classes and
    /// ranges.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(FeaturesCode::NotHere.row().status(), Some(404)); // of 404, 410 and 5xx
    /// assert_eq!(FeaturesCode::AClass.row().status(), None); // 50x
    /// ```
    #[inline]
    pub const fn status(self) -> Option<u16> {
        self.record().status()
    }

    /// Returns the row's statuses as ranges, in the order of the spec. An exact status is a range of one.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// let statuses: Vec<_> = FeaturesCode::NotHere.row().statuses().collect();
    /// assert_eq!(statuses, [404..=404, 410..=410, 500..=599]);
    /// ```
    pub fn statuses(self) -> impl Iterator<Item = RangeInclusive<u16>> {
        let more = self.record().more_statuses();
        let mut single = self.status().filter(|_| !more);
        let mut bounds = self.integers(RowIntegers::Statuses);
        let mut bound = move || u16::try_from(bounds.next()?).ok();
        core::iter::from_fn(move || match single.take() {
            Some(status) => Some(status..=status),
            None => Some(bound()?..=bound()?),
        })
    }

    /// Returns whether the row covers a status, exactly or through a class or range.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert!(FeaturesCode::NotHere.row().covers_status(503));
    /// ```
    pub fn covers_status(self, status: u16) -> bool {
        self.status() == Some(status) || self.statuses().any(|range| range.contains(&status))
    }

    /// Returns the vendor's code, or `None` if the row has no code or only a range or class of codes.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// use codes_runtime::RawCode;
    ///
    /// assert_eq!(FeaturesCode::TooMany.row().code(), Some(RawCode::Int(-1)));
    /// assert_eq!(FeaturesCode::ARange.row().code(), None);
    /// ```
    #[inline]
    pub const fn code(self) -> Option<RawCode<'static>> {
        let record = self.record();
        match record.code_type() {
            CodeType::Text => Some(RawCode::Text(self.text(record.code_text()))),
            CodeType::Int => Some(RawCode::Int(record.code_int())),
            CodeType::None | CodeType::Range | CodeType::Class => None,
        }
    }

    /// Returns the vendor's title.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(PointsCode::NotFound.row().title(), Some("Not found"));
    /// ```
    #[inline]
    pub const fn title(self) -> Option<&'static str> {
        non_empty(self.text(self.record().title()))
    }

    /// Returns the description as plain text.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(PointsCode::NotFound.row().description(), Some("There is no such entry."));
    /// ```
    #[inline]
    pub const fn description(self) -> Option<&'static str> {
        non_empty(self.read_description().text)
    }

    /// Returns the vendor-independent kind of the row.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// use codes_runtime::Kind;
    ///
    /// assert_eq!(PointsCode::NotFound.row().kind(), Some(Kind::NotFound));
    /// ```
    #[inline]
    pub const fn kind(self) -> Option<Kind> {
        self.record().kind()
    }

    /// Returns the vendor's advice on retrying, or `None` if the spec gives none.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// use codes_runtime::Retry;
    ///
    /// assert_eq!(PointsCode::ServerError.row().retry(), Some(Retry::Backoff));
    /// assert_eq!(PointsCode::NotFound.row().retry(), None);
    /// ```
    #[inline]
    pub const fn retry(self) -> Option<Retry> {
        self.record().retry()
    }

    /// Returns whether the request succeeded, according to the vendor.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// use codes_runtime::Outcome;
    ///
    /// // a 204, which this vendor lists as an error
    /// assert_eq!(PointsCode::NoResults.row().outcome(), Outcome::Error);
    /// ```
    #[inline]
    pub const fn outcome(self) -> Outcome {
        self.record().outcome()
    }

    /// Returns whether the outcome is [`Outcome::Error`].
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert!(PointsCode::NoResults.row().is_error());
    /// ```
    #[inline]
    pub const fn is_error(self) -> bool {
        matches!(self.outcome(), Outcome::Error)
    }
}
