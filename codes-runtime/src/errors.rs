//! The errors of a response that has several.

use core::fmt;
use core::marker::PhantomData;

use crate::api_error::ApiError;
use crate::code_table::{CodeTable, to_variants};
use crate::facts::{Facts, Fault};
use crate::matching::Match;
use crate::raw::{RawCode, ReadCode};

impl<C: CodeTable> ApiError<C> {
    /// Iterates over the errors of the response.
    ///
    /// If the spec's `body` names a list of errors and the response has it, these are the errors in
    /// the list, up to the first 256. Otherwise the only item is the response itself.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum ListCode = "../tests/specs/responses/list.yaml"; }
    /// use codes_runtime::ApiError;
    ///
    /// let body = br#"{"errors": [{"code": "BLANK", "field": "name"}, {"code": "TOO_LONG", "field": "note"}]}"#;
    /// let error = ApiError::<ListCode>::check(422_u16, &http::HeaderMap::new(), body).unwrap_err();
    /// let fields: Vec<_> = error.errors().map(|item| (item.one(), item.param("field"))).collect();
    /// assert_eq!(
    ///     fields,
    ///     [(Some(ListCode::Blank), Some("name")), (Some(ListCode::TooLong), Some("note"))],
    /// );
    /// ```
    pub fn errors(&self) -> Errors<'_, C> {
        Errors {
            facts: self.facts(),
            at: 0,
            codes: PhantomData,
        }
    }
}

/// An iterator over the errors of a response, created by [`ApiError::errors`].
pub struct Errors<'e, C> {
    facts: &'e Facts<'static>,
    at: usize,
    codes: PhantomData<fn() -> C>,
}

impl<'e, C> Iterator for Errors<'e, C> {
    type Item = ErrorItem<'e, C>;

    fn next(&mut self) -> Option<ErrorItem<'e, C>> {
        let fault = match self.at.checked_sub(1) {
            None => &self.facts.first,
            Some(at) => self.facts.more.get(at)?,
        };
        self.at += 1;
        Some(ErrorItem {
            facts: self.facts,
            fault,
            codes: PhantomData,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = 1 + self.facts.more.len() - self.at;
        (left, Some(left))
    }
}

impl<C> ExactSizeIterator for Errors<'_, C> {}

impl<C> Clone for Errors<'_, C> {
    fn clone(&self) -> Self {
        Errors { ..*self }
    }
}

impl<C: CodeTable> fmt::Debug for Errors<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

/// One error of a response, an item of [`ApiError::errors`].
pub struct ErrorItem<'e, C> {
    facts: &'e Facts<'static>,
    fault: &'e Fault<'static>,
    codes: PhantomData<fn() -> C>,
}

impl<'e, C> ErrorItem<'e, C> {
    /// Returns the error's code, even if it is not in the table.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, RawCode, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().code("AddedToday"));
    /// let codes = error.errors().map(|item| item.code());
    /// assert!(codes.eq([Some(RawCode::Text("AddedToday"))]));
    /// ```
    pub fn code(&self) -> Option<RawCode<'e>> {
        self.fault.code.as_ref().map(ReadCode::as_raw)
    }

    /// Returns the error's second code.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, RawCode, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().code("AddedToday").detail(7));
    /// assert!(error.errors().map(|item| item.detail()).eq([Some(RawCode::Int(7))]));
    /// ```
    pub fn detail(&self) -> Option<RawCode<'e>> {
        self.fault.detail.as_ref().map(ReadCode::as_raw)
    }

    /// Returns the error's message.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().message("-3 points"));
    /// assert!(error.errors().map(|item| item.message()).eq([Some("-3 points")]));
    /// ```
    pub fn message(&self) -> Option<&'e str> {
        self.fault.message.as_deref()
    }
}

impl<'e, C: CodeTable> ErrorItem<'e, C> {
    /// Returns a parameter of the error, as [`ApiError::param`] does.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum LimitsCode = "../tests/specs/responses/params.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let reply = Reply::new().status(429).message("Too Many Requests: retry after 30");
    /// let error = ApiError::<LimitsCode>::new(reply);
    /// assert!(error.errors().map(|item| item.param("seconds")).eq([Some("30")]));
    /// ```
    pub fn param(&self, name: &str) -> Option<&'e str> {
        self.facts.param(C::TABLE, self.fault, name)
    }

    /// Returns the variants that match the error.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Match, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(404));
    /// assert!(error.errors().map(|item| item.matched()).eq([Match::One(PointsCode::NotFound)]));
    /// ```
    pub fn matched(&self) -> Match<C> {
        to_variants(C::TABLE.to_match(self.fault.rows))
    }

    /// Returns the variant that matches the error, or `None` if there are several or none.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let error = ApiError::<PointsCode>::new(Reply::new().status(404));
    /// assert!(error.errors().map(|item| item.one()).eq([Some(PointsCode::NotFound)]));
    /// ```
    pub fn one(&self) -> Option<C> {
        self.matched().one()
    }
}

impl<C> Clone for ErrorItem<'_, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for ErrorItem<'_, C> {}

impl<C: CodeTable> fmt::Debug for ErrorItem<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorItem")
            .field("code", &self.code())
            .field("detail", &self.detail())
            .field("message", &self.message())
            .field("matched", &self.matched())
            .finish_non_exhaustive()
    }
}
