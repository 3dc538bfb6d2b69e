//! The getters of a table.

use codes_core::lists::{TableIntegers, TableTexts};

use crate::cursor::{Integers, pairs};
use crate::group::{Group, Groups};
use crate::table::parts::Table;

impl Table {
    /// Returns the vendor's name.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(PointsCode::TABLE.vendor(), "Points API");
    /// ```
    pub const fn vendor(&self) -> &'static str {
        self.cursor().text()
    }

    /// Returns the vendor's title of the table.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(PointsCode::TABLE.title(), Some("HTTP Response codes"));
    /// ```
    pub fn title(&self) -> Option<&'static str> {
        self.texts(TableTexts::Title).next()
    }

    /// Returns the URL or name of the page that the table was taken from.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(FeaturesCode::TABLE.source(), Some("https://example.com/docs/errors"));
    /// ```
    pub fn source(&self) -> Option<&'static str> {
        self.texts(TableTexts::Source).next()
    }

    /// Returns the date when the table was last compared with the vendor's page, such as
    /// `2026-11-19`.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(PointsCode::TABLE.retrieved(), Some("2026-11-19"));
    /// ```
    pub fn retrieved(&self) -> Option<&'static str> {
        self.texts(TableTexts::Retrieved).next()
    }

    /// Returns the protocol of the statuses: `http` unless the spec says otherwise.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(PointsCode::TABLE.protocol(), "http");
    /// ```
    pub fn protocol(&self) -> &'static str {
        self.texts(TableTexts::Protocol).next().unwrap_or("http")
    }

    #[cfg(feature = "alloc")]
    pub(crate) fn is_http(&self) -> bool {
        self.protocol() == "http"
    }

    /// Returns the introduction, which is printed before the table.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(FeaturesCode::TABLE.about(), Some("Printed before the table."));
    /// ```
    pub fn about(&self) -> Option<&'static str> {
        self.texts(TableTexts::About).next()
    }

    /// Returns the notes about the whole table.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert!(FeaturesCode::TABLE.notes().eq(["Printed after it; see limits."]));
    /// ```
    pub fn notes(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.texts(TableTexts::Notes)
    }

    /// Returns the groups of the table, in order.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// let ids = FeaturesCode::TABLE.groups().map(|group| group.id());
    /// assert!(ids.eq(["first", "second"]));
    /// ```
    pub fn groups(&self) -> impl ExactSizeIterator<Item = Group> + Clone + use<> {
        Groups(self.texts(TableTexts::Groups))
    }

    /// Returns the name and the meaning of each tag.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// let tags = FeaturesCode::TABLE.tags();
    /// assert!(tags.eq([("billing", "Related to money."), ("rare", "Rarely occurs.")]));
    /// ```
    pub fn tags(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        pairs(self.texts(TableTexts::Tags))
    }

    /// Returns the pointers to the code in the body of a response. If several codes are found
    /// there, the first one that is in the table is used, or else the first one.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../tests/specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert!(PointsCode::TABLE.code_pointers().eq(["/error/code", "/code"]));
    /// assert!(PointsCode::TABLE.reads_body_of(404) && !PointsCode::TABLE.reads_body_of(200));
    /// ```
    pub fn code_pointers(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.texts(TableTexts::CodePointers)
    }

    /// Returns the pointers to the message in the body of a response. The first message found is
    /// used.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../tests/specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert!(PointsCode::TABLE.message_pointers().eq(["/error/message", "/message"]));
    /// ```
    pub fn message_pointers(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.texts(TableTexts::MessagePointers)
    }

    /// Returns whether the bodies of responses with this status are read.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../tests/specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert!(PointsCode::TABLE.reads_body_of(404));
    /// assert!(!PointsCode::TABLE.reads_body_of(200));
    /// ```
    pub fn reads_body_of(&self, status: u16) -> bool {
        in_ranges(self.body_statuses(), status)
    }

    pub(crate) const fn body_statuses(&self) -> Integers {
        self.lists().integers(TableIntegers::BodyStatuses as usize)
    }
}

/// Returns whether any of the ranges, given by their bounds, contains a status.
pub(crate) fn in_ranges(bounds: Integers, status: u16) -> bool {
    pairs(bounds).any(|(low, high)| (low..=high).contains(&status.into()))
}
