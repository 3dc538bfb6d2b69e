//! The trait of enums whose variants are rows of a table.

use core::hash::Hash;

use codes_core::code_form::CodeForm;

#[cfg(feature = "alloc")]
use crate::api_error::ApiError;
use crate::candidates::Candidates;
use crate::code::Code;
#[cfg(feature = "alloc")]
use crate::facts::Facts;
use crate::found::Find;
use crate::from_row::FromRow;
use crate::key::CodeKey;
use crate::matching::Match;
use crate::raw::RawCode;
use crate::reply::Reply;
use crate::row::Row;
use crate::set::Set;
use crate::table::Table;

/// An enum whose variants are rows of a table, with lookups from response data to variants.
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

    /// Returns the variant whose row has this name or former name in the spec.
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

    /// Returns the variants that match a reply with this status and no code or message.
    ///
    /// These are the rows that list the status exactly, or else those with a class or range that covers it. If any of
    /// these rows has no code, those that have one are left out. Of classes and ranges, only the narrowest count.
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
            Some(found) if const { has_all_rows::<Self>() } => {
                Candidates::new(Self::TABLE, Set::new(found))
            }
            _ => candidates_slow(&Reply::new().status(status)),
        }
    }

    /// Returns the variants that have the given code.
    ///
    /// Aliases are considered too. Ranges and classes are considered only if no row has the exact
    /// code.
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
        let form = const { exact_form::<Self>() };
        let Some(key) = form.and_then(|form| CodeKey::unconverted(code, form)) else {
            return candidates_slow(&Reply::new().code(code));
        };
        let found = Self::TABLE.rows_by_code(&key);
        Candidates::new(Self::TABLE, found.map_or(Set::Empty, Set::new))
    }

    /// Finds the variants that match a reply.
    ///
    /// The result is the first of these sets of rows that is not empty:
    ///
    /// 1. rows with the reply's code that cover its status,
    /// 2. rows with the reply's code and no status,
    /// 3. rows with the reply's code under other statuses,
    /// 4. rows that list the reply's status and have no code; if there are none and the reply has
    ///    no code, all rows that list its status,
    /// 5. rows with a class or range that covers the status, chosen as in step 4,
    /// 6. rows with neither status nor code whose message pattern matches.
    ///
    /// In steps 1 to 3, the detail is compared first. If a row has the reply's code and the reply's
    /// detail, only such rows are considered; otherwise, only rows without a detail are. If the
    /// reply has no detail and every row has one, all rows are considered. If no row is left, the
    /// code is unknown, and step 4 is next.
    ///
    /// If the reply has a message, rows whose message patterns do not match it are left out of
    /// every set.
    ///
    /// Within the set, an exact code or status beats a range or class, and a narrow one beats a
    /// wide one; codes are compared before statuses. Finally, rows with a matching pattern beat
    /// rows without patterns, and the pattern with the most literal text wins.
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
        let form = const { Self::TABLE.exact_form() };
        to_variants(Self::TABLE.classify_with(form, Self::FIND, reply))
    }

    /// Checks a reply, returning an error if the vendor considers it one.
    ///
    /// Use this with an HTTP client that does not use the types of the `http` crate. See
    /// [`ApiError::check`] for what makes a response an error. A reply with neither status nor code
    /// is not an error, unless its message or [`Reply::success`] says so.
    ///
    /// # Errors
    ///
    /// Returns the reply as an [`ApiError`] if it is an error.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{CodeTable, Reply};
    ///
    /// assert!(PointsCode::check_reply(&Reply::new().status(200)).is_ok());
    /// let error = PointsCode::check_reply(&Reply::new().status(404)).unwrap_err();
    /// assert!(error.is(PointsCode::NotFound));
    /// ```
    #[cfg(feature = "alloc")]
    fn check_reply(reply: &Reply<'_>) -> Result<(), ApiError<Self>> {
        let mut facts = Facts::of(reply);
        if Self::TABLE.decide(Self::FIND, &mut facts) {
            return Err(ApiError::from_facts(facts.into_owned()));
        }
        Ok(())
    }

    /// Checks a response, returning an error if the vendor considers it one. The same as
    /// [`ApiError::check`](crate::ApiError::check).
    ///
    /// Requires the `http` feature.
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

/// The function that finds the rows of an enum's table, chosen at compile time.
pub(crate) trait Lookups: CodeTable {
    const FIND: Find = Self::TABLE.finder();
}

impl<C: CodeTable> Lookups for C {}

/// Converts rows to variants. If an enum lacks one of the rows, the match is `Unlisted`.
#[inline]
pub(crate) fn to_variants<C: CodeTable>(matched: Match<Row>) -> Match<C> {
    match matched {
        Match::One(row) => C::from_row(row).map_or(Match::Unlisted, Match::One),
        Match::Several(rows)
            if const { has_all_rows::<C>() }
                || rows.iter().all(|row| C::from_row(row).is_some()) =>
        {
            Match::Several(rows.cast())
        }
        Match::Several(_) | Match::Unlisted => Match::Unlisted,
    }
}

/// Returns whether every row has a variant.
const fn has_all_rows<C: CodeTable>() -> bool {
    C::ALL.len() == C::TABLE.records().len()
}

/// Returns the form of the table's codes if the index of codes finds all variants that match a code.
const fn exact_form<C: CodeTable>() -> Option<CodeForm> {
    if !has_all_rows::<C>() {
        return None;
    }
    C::TABLE.exact_form()
}

/// Classifies a reply when no fast path applies.
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
