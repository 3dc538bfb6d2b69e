//! The traits that every enum of codes has.

use core::error::Error;
use core::fmt::{Debug, Display};
use core::hash::Hash;

use crate::candidates::Candidates;
use crate::classify::{Match, Reply};
use crate::raw::RawCode;
use crate::row::Row;
use crate::table::Table;
use crate::word::{Kind, Outcome, Retry};

/// A row of some vendor's table, as a value.
///
/// It can be used as `&dyn Code`, where vendors mix: in a log, in a gateway.
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
    /// The row, with all that its spec says.
    fn row(&self) -> Row;

    /// Who answers with it.
    fn vendor(&self) -> &'static str {
        self.row().vendor()
    }

    /// The table it stands in.
    fn table(&self) -> &'static Table {
        self.row().table()
    }

    /// The variant's name in the spec's words.
    fn name(&self) -> &'static str {
        self.row().name()
    }

    /// The first status that is a single one.
    fn status(&self) -> Option<u16> {
        self.row().status()
    }

    /// Whether a status is one of those it stands for.
    fn covers_status(&self, status: u16) -> bool {
        self.row().covers_status(status)
    }

    /// The vendor's machine code.
    fn code(&self) -> Option<RawCode<'static>> {
        self.row().code()
    }

    /// What the vendor calls it.
    fn title(&self) -> Option<&'static str> {
        self.row().title()
    }

    /// What it means, in one vocabulary for all vendors.
    fn kind(&self) -> Option<Kind> {
        self.row().kind()
    }

    /// Whether the vendor says to send the request again.
    fn retry(&self) -> Option<Retry> {
        self.row().retry()
    }

    /// How the request went.
    fn outcome(&self) -> Outcome {
        self.row().outcome()
    }

    /// Whether the outcome is an error.
    fn is_error(&self) -> bool {
        self.row().is_error()
    }

    /// Its status, unless the table's statuses are not HTTP's. Needs the feature `http`.
    #[cfg(feature = "http")]
    fn http_status(&self) -> Option<http::StatusCode> {
        self.row().http_status()
    }
}

/// An enum over a table: the way from a response's facts to its variants.
pub trait CodeTable: Code + Copy + Eq + Hash {
    /// The vendor's table.
    const TABLE: &'static Table;

    /// The variants, in table order.
    const ALL: &'static [Self];

    /// The variant of a row, if there is one.
    #[doc(hidden)]
    #[inline]
    fn __of_row(row: u16) -> Option<Self> {
        Self::ALL.get(usize::from(row)).copied()
    }

    /// The variant with a name or former name.
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(PointsCode::from_name("NoResults"), Some(PointsCode::NoResults));
    /// assert_eq!(PointsCode::from_name("noresults"), None);
    /// ```
    fn from_name(name: &str) -> Option<Self> {
        Self::TABLE.by_name(name).and_then(Self::from_row)
    }

    /// The variants that a reply with this status, and nothing else, can mean: those that name the status, else those
    /// with the narrowest class that covers it.
    ///
    /// ```
    /// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(CoverageCode::with_status(410).one(), Some(CoverageCode::Gone));
    /// assert_eq!(CoverageCode::with_status(404).len(), 3);
    /// ```
    #[inline]
    fn with_status(status: u16) -> Candidates<Self> {
        match Self::TABLE.by_status(status) {
            Some(found) if is_whole::<Self>() => Candidates::new(Self::TABLE, found.set()),
            _ => candidates(&Reply::new().status(status)),
        }
    }

    /// The variants with a code; aliases count, and ranges where no row has the code itself.
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(PointsCode::with_code("NoResults").one(), Some(PointsCode::NoResults));
    /// assert!(PointsCode::with_code("no results").is_empty());
    /// ```
    #[inline]
    fn with_code<'a>(code: impl Into<RawCode<'a>>) -> Candidates<Self> {
        let code = code.into();
        match Self::TABLE.with_text(code) {
            Some(set) if is_whole::<Self>() => Candidates::new(Self::TABLE, set),
            _ => candidates(&Reply::new().code(code)),
        }
    }

    /// What a reply means. It takes the first of these that leaves any rows:
    ///
    /// 1. those with the reply's code that cover its status,
    /// 2. those with its code and no status,
    /// 3. those with its code under other statuses,
    /// 4. those that name its status: the ones without a code, else, if the reply has no code, all,
    /// 5. those with a class that covers it, chosen like the fourth.
    ///
    /// A number beats a range or a class, and the narrowest of these wins, codes before statuses. Then the reply's
    /// message narrows what is left to the rows with a pattern that fits, if there are any.
    ///
    /// ```
    /// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
    /// use codes_runtime::{CodeTable, Match, Reply};
    ///
    /// let reply = Reply::new().status(404).message("Invalid route");
    /// assert_eq!(CoverageCode::classify(&reply), Match::One(CoverageCode::InvalidRoute));
    /// assert!(matches!(CoverageCode::classify(&Reply::new().status(404)), Match::Several(_)));
    /// assert_eq!(CoverageCode::classify(&Reply::new().status(418)), Match::Unlisted);
    /// ```
    #[inline]
    fn classify(reply: &Reply<'_>) -> Match<Self> {
        match Self::TABLE.classify(reply) {
            Match::One(row) => Self::from_row(row).map_or(Match::Unlisted, Match::One),
            Match::Several(rows)
                if is_whole::<Self>() || rows.iter().all(|row| Self::from_row(row).is_some()) =>
            {
                Match::Several(rows.cast())
            }
            Match::Several(_) | Match::Unlisted => Match::Unlisted,
        }
    }

    /// Whether a response is an error: [`ApiError::check`](crate::ApiError::check). Needs the feature `http`.
    #[cfg(feature = "http")]
    fn check(
        status: impl Into<u16>,
        headers: &http::HeaderMap,
        body: &[u8],
    ) -> Result<(), crate::ApiError<Self>> {
        crate::ApiError::check(status, headers, body)
    }
}

/// Whether every row has a variant.
#[inline]
fn is_whole<C: CodeTable>() -> bool {
    C::ALL.len() == C::TABLE.records().len()
}

/// The long way of look-ups that have a short one.
#[inline(never)]
fn candidates<C: CodeTable>(reply: &Reply<'_>) -> Candidates<C> {
    C::classify(reply).candidates()
}

/// What stands for a row: the row itself, or a variant.
#[doc(hidden)]
pub trait FromRow: Copy {
    fn from_row(row: Row) -> Option<Self>;

    fn to_row(self) -> Row;
}

impl FromRow for Row {
    fn from_row(row: Row) -> Option<Self> {
        Some(row)
    }

    fn to_row(self) -> Row {
        self
    }
}

impl<C: CodeTable> FromRow for C {
    #[inline]
    fn from_row(row: Row) -> Option<Self> {
        C::__of_row(row.number())
    }

    fn to_row(self) -> Row {
        self.row()
    }
}
