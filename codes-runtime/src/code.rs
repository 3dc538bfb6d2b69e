//! The trait of all codes.

use core::error::Error;
use core::fmt::{Debug, Display};

use codes_core::{Kind, Outcome, Retry};

use crate::raw::RawCode;
use crate::row::Row;
use crate::table::Table;

/// A row of a vendor's table, as a value.
///
/// Use it as `&dyn Code` where codes of several vendors meet, such as in a log or a gateway.
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
    /// Returns the row, with all facts of its spec.
    fn row(&self) -> Row;

    /// Returns the vendor's name.
    fn vendor(&self) -> &'static str {
        self.row().vendor()
    }

    /// Returns the table of the row.
    fn table(&self) -> &'static Table {
        self.row().table()
    }

    /// Returns the variant's name, as in the spec.
    fn name(&self) -> &'static str {
        self.row().name()
    }

    /// Returns the first exact status, or `None` if the row only has classes or ranges.
    fn status(&self) -> Option<u16> {
        self.row().status()
    }

    /// Returns whether a status is one of the row's.
    fn covers_status(&self, status: u16) -> bool {
        self.row().covers_status(status)
    }

    /// Returns the vendor's machine code, unless it is a range.
    fn code(&self) -> Option<RawCode<'static>> {
        self.row().code()
    }

    /// Returns the vendor's title of the row.
    fn title(&self) -> Option<&'static str> {
        self.row().title()
    }

    /// Returns the kind: the meaning in one vocabulary for all vendors.
    fn kind(&self) -> Option<Kind> {
        self.row().kind()
    }

    /// Returns the vendor's advice on sending the request again.
    fn retry(&self) -> Option<Retry> {
        self.row().retry()
    }

    /// Returns the outcome of the request.
    fn outcome(&self) -> Outcome {
        self.row().outcome()
    }

    /// Returns whether the outcome is an error.
    fn is_error(&self) -> bool {
        self.row().is_error()
    }

    /// Returns the status, unless the table's statuses are not those of HTTP. Needs the feature `http`.
    #[cfg(feature = "http")]
    fn http_status(&self) -> Option<http::StatusCode> {
        self.row().http_status()
    }
}
