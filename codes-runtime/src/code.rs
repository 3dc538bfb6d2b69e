//! The trait of all codes.

use core::error::Error;
use core::fmt::{Debug, Display};

use codes_core::{Kind, Outcome, Retry};

use crate::raw::RawCode;
use crate::row::Row;
use crate::table::Table;

/// A row of a vendor's table, as a value.
///
/// Use `&dyn Code` to handle codes of several vendors together, for example in a log or a gateway.
///
/// # Examples
///
/// ```
/// # codes_runtime::codes! {
/// #     enum PointsCode = "../specs/points.yaml";
/// #     enum LimitsCode = "../specs/limits.yaml";
/// # }
/// use codes_runtime::{Code, Kind};
///
/// fn log(code: &dyn Code) -> String {
///     format!("{}: {code} ({})", code.vendor(), code.kind().map_or("?", Kind::as_str))
/// }
///
/// assert_eq!(log(&PointsCode::NotFound), "Points API: 404 Not found (not_found)");
/// assert_eq!(log(&LimitsCode::Forbidden), "Limits API: 403 Your API key is missing or incorrect. (unauthenticated)");
/// ```
pub trait Code: Debug + Display + Error + Send + Sync + 'static {
    /// Returns the row, which has everything the spec says about this code.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(PointsCode::NotFound.row().name(), "NotFound");
    /// ```
    fn row(&self) -> Row;

    /// Returns the vendor's name.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(PointsCode::NotFound.vendor(), "Points API");
    /// ```
    fn vendor(&self) -> &'static str {
        self.row().vendor()
    }

    /// Returns the row's table.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{Code, CodeTable};
    ///
    /// assert_eq!(PointsCode::NotFound.table(), PointsCode::TABLE);
    /// ```
    fn table(&self) -> &'static Table {
        self.row().table()
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
    /// assert_eq!(Code::name(&PointsCode::NotFound), "NotFound");
    /// ```
    fn name(&self) -> &'static str {
        self.row().name()
    }

    /// Returns the row's first exact status, or `None` if it has no status or only classes and
    /// ranges.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(Code::status(&PointsCode::NotFound), Some(404));
    /// ```
    fn status(&self) -> Option<u16> {
        self.row().status()
    }

    /// Returns whether the row covers a status, exactly or through a class or range.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert!(PointsCode::NotFound.covers_status(404));
    /// ```
    fn covers_status(&self, status: u16) -> bool {
        self.row().covers_status(status)
    }

    /// Returns the vendor's code, or `None` if the row has no code or only a range or class of codes.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{Code, RawCode};
    ///
    /// assert_eq!(Code::code(&PointsCode::NotFound), Some(RawCode::Text("NotFound")));
    /// ```
    fn code(&self) -> Option<RawCode<'static>> {
        self.row().code()
    }

    /// Returns the second code, such as a subcode, reason or decline code.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::{Code, RawCode};
    ///
    /// assert_eq!(Code::detail(&FeaturesCode::TooMany), Some(RawCode::Text("burst")));
    /// ```
    fn detail(&self) -> Option<RawCode<'static>> {
        self.row().detail()
    }

    /// Returns the vendor's title.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(Code::title(&PointsCode::NotFound), Some("Not found"));
    /// ```
    fn title(&self) -> Option<&'static str> {
        self.row().title()
    }

    /// Returns the vendor-independent kind of the row.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{Code, Kind};
    ///
    /// assert_eq!(Code::kind(&PointsCode::NotFound), Some(Kind::NotFound));
    /// ```
    fn kind(&self) -> Option<Kind> {
        self.row().kind()
    }

    /// Returns the vendor's advice on retrying, or `None` if the spec gives none.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{Code, Retry};
    ///
    /// assert_eq!(Code::retry(&PointsCode::ServerError), Some(Retry::Backoff));
    /// ```
    fn retry(&self) -> Option<Retry> {
        self.row().retry()
    }

    /// Returns whether the request succeeded, according to the vendor.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{Code, Outcome};
    ///
    /// assert_eq!(Code::outcome(&PointsCode::NoResults), Outcome::Error);
    /// ```
    fn outcome(&self) -> Outcome {
        self.row().outcome()
    }

    /// Returns whether the outcome is [`Outcome::Error`].
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert!(Code::is_error(&PointsCode::NoResults));
    /// ```
    fn is_error(&self) -> bool {
        self.row().is_error()
    }

    /// Returns the row's [`status`](Code::status) as an [`http::StatusCode`], or `None` if there is
    /// none or the table's protocol is not HTTP.
    ///
    /// Requires the `http` feature.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(PointsCode::NotFound.http_status(), Some(http::StatusCode::NOT_FOUND));
    /// ```
    #[cfg(feature = "http")]
    fn http_status(&self) -> Option<http::StatusCode> {
        self.row().http_status()
    }
}
