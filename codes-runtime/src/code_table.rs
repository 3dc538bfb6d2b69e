//! The trait of enums over a table.

use core::hash::Hash;

#[cfg(feature = "http")]
use crate::api_error::ApiError;
use crate::candidates::Candidates;
use crate::code::Code;
use crate::from_row::FromRow;
use crate::matching::Match;
use crate::raw::RawCode;
use crate::reply::Reply;
use crate::row::Row;
use crate::set::Set;
use crate::table::Table;

/// An enum over a table: the look-ups from the facts of a response to variants.
pub trait CodeTable: Code + Copy + Eq + Hash {
    /// The vendor's table.
    const TABLE: &'static Table;

    /// All variants, in table order.
    const ALL: &'static [Self];

    /// Returns the variant of a row, if there is one.
    #[doc(hidden)]
    #[inline]
    fn __of_row(row: u16) -> Option<Self> {
        Self::ALL.get(usize::from(row)).copied()
    }

    /// Returns the variant with a name or former name.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(PointsCode::from_name("NoResults"), Some(PointsCode::NoResults));
    /// assert_eq!(PointsCode::from_name("noresults"), None);
    /// ```
    fn from_name(name: &str) -> Option<Self> {
        Self::TABLE.row_by_name(name).and_then(Self::from_row)
    }

    /// Returns the variants that a reply with this status and nothing else can mean.
    ///
    /// They are the rows that list the status itself, else those with the narrowest class or range that covers it.
    ///
    /// # Examples
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
        match Self::TABLE.rows_by_status(status) {
            Some(found) if has_all_rows::<Self>() => Candidates::new(Self::TABLE, Set::new(found)),
            _ => candidates_slow(&Reply::new().status(status)),
        }
    }

    /// Returns the variants with a code.
    ///
    /// Aliases count, and so do ranges if no row has the code itself.
    ///
    /// # Examples
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
        match Self::TABLE.set_by_text_code(code) {
            Some(set) if has_all_rows::<Self>() => Candidates::new(Self::TABLE, set),
            _ => candidates_slow(&Reply::new().code(code)),
        }
    }

    /// Finds the variants that a reply means.
    ///
    /// It takes the first of these sets of rows that is not empty:
    ///
    /// 1. rows with the reply's code that cover its status,
    /// 2. rows with its code and no status,
    /// 3. rows with its code under other statuses,
    /// 4. rows that list its status: those without a code, or all if the reply has no code and none is without,
    /// 5. rows with a class or range that covers it, chosen like the fourth.
    ///
    /// Within the set, an exact number beats a range or class, and the narrowest range wins, codes before statuses. Then the
    /// message keeps the rows whose patterns match, if any do.
    ///
    /// # Examples
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
                if has_all_rows::<Self>()
                    || rows.iter().all(|row| Self::from_row(row).is_some()) =>
            {
                Match::Several(rows.cast())
            }
            Match::Several(_) | Match::Unlisted => Match::Unlisted,
        }
    }

    /// Returns an error if a response is one, according to the vendor: [`ApiError::check`](crate::ApiError::check).
    ///
    /// Needs the feature `http`.
    ///
    /// # Errors
    ///
    /// Returns the response as an [`ApiError`](crate::ApiError) if it is an error.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// let error = PointsCode::check(404u16, &http::HeaderMap::new(), b"").unwrap_err();
    /// assert!(error.is(PointsCode::NotFound));
    /// ```
    #[cfg(feature = "http")]
    fn check(
        status: impl Into<u16>,
        headers: &http::HeaderMap,
        body: &[u8],
    ) -> Result<(), ApiError<Self>> {
        ApiError::check(status, headers, body)
    }
}

/// Returns whether every row has a variant.
#[inline]
fn has_all_rows<C: CodeTable>() -> bool {
    C::ALL.len() == C::TABLE.records().len()
}

/// Looks up by full classification, where no short way is known.
#[inline(never)]
fn candidates_slow<C: CodeTable>(reply: &Reply<'_>) -> Candidates<C> {
    C::classify(reply).candidates()
}

impl<C: CodeTable> FromRow for C {
    #[inline]
    fn from_row(row: Row) -> Option<Self> {
        C::__of_row(row.index)
    }

    fn to_row(self) -> Row {
        self.row()
    }
}
