//! A response that is an error, with its own facts.

use alloc::boxed::Box;
use core::fmt;
use core::time::Duration;

use crate::classify::{Match, Reply};
use crate::code::CodeTable;
use crate::raw::{OwnedCode, RawCode};
use crate::row::Row;
use crate::word::{Kind, Retry};

/// An error that a vendor answered with: what the response showed, and the rows of the table that it can mean.
///
/// Nothing is lost where the table does not know the response: status, code and message are there as they came.
///
/// ```
/// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
/// use codes_runtime::{ApiError, Reply, Retry};
/// use std::time::Duration;
///
/// let reply = Reply::new().status(429).message("10 requests a second");
/// let error = ApiError::<PointsCode>::new(reply).with_retry_after(Duration::from_secs(30));
/// assert!(error.is(PointsCode::TooManyRequests));
/// assert_eq!(error.retry(), Some(Retry::After));
/// assert_eq!(
///     error.to_string(),
///     r#"Points API: 429 Too many requests: "10 requests a second"; retry after 30s"#,
/// );
///
/// let unlisted = ApiError::<PointsCode>::new(Reply::new().status(418).code("Teapot"));
/// assert!(unlisted.is_unknown_code());
/// assert_eq!(unlisted.to_string(), r#"Points API: unlisted response [status 418, code "Teapot"]"#);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ApiError<C: CodeTable> {
    // errors are moved through every `Result` of a program: one word, and the facts elsewhere
    facts: Box<Facts<C>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Facts<C: CodeTable> {
    status: Option<u16>,
    code: Option<OwnedCode>,
    message: Option<Box<str>>,
    retry_after: Option<Duration>,
    matched: Match<C>,
}

impl<C: CodeTable> ApiError<C> {
    /// A reply taken for an error, whatever the vendor calls it.
    pub fn new(reply: Reply<'_>) -> Self {
        ApiError::of(reply, C::classify(&reply))
    }

    pub(crate) fn of(reply: Reply<'_>, matched: Match<C>) -> Self {
        let facts = Facts {
            status: reply.status,
            code: reply.code.map(OwnedCode::from),
            message: reply.message.map(Box::from),
            retry_after: None,
            matched,
        };
        ApiError {
            facts: Box::new(facts),
        }
    }

    /// With the delay that the response asks for.
    #[must_use]
    pub fn with_retry_after(mut self, delay: Duration) -> Self {
        self.facts.retry_after = Some(delay);
        self
    }

    /// The response's status.
    pub fn status(&self) -> Option<u16> {
        self.facts.status
    }

    /// The machine code in it, as it came.
    pub fn code(&self) -> Option<RawCode<'_>> {
        self.facts.code.as_ref().map(OwnedCode::as_raw)
    }

    /// The text in it, as it came.
    pub fn message(&self) -> Option<&str> {
        self.facts.message.as_deref()
    }

    /// The delay that it asks for.
    pub fn retry_after(&self) -> Option<Duration> {
        self.facts.retry_after
    }

    /// What it means.
    pub fn matched(&self) -> Match<C> {
        self.facts.matched
    }

    /// What it means, if that is one row alone.
    pub fn one(&self) -> Option<C> {
        self.facts.matched.one()
    }

    /// Whether it means this, and nothing else.
    ///
    /// ```
    /// # codes_runtime::codes! { enum CoverageCode = "../specs/coverage.yaml"; }
    /// use codes_runtime::{ApiError, Reply};
    ///
    /// let reply = Reply::new().status(404);
    /// assert!(!ApiError::new(reply).is(CoverageCode::InvalidRoute)); // it can be another
    /// assert!(ApiError::new(reply.message("Invalid route")).is(CoverageCode::InvalidRoute));
    /// ```
    pub fn is(&self, code: C) -> bool {
        self.one() == Some(code)
    }

    /// Whether it has a code that no row of the table has, even where its status is known: a table to bring up to date.
    pub fn is_unknown_code(&self) -> bool {
        self.code()
            .is_some_and(|code| C::TABLE.classify(&Reply::new().code(code)) == Match::Unlisted)
    }

    /// What it means in one vocabulary for all vendors: what all rows that it can mean agree on. Where they do not,
    /// or there are none, what HTTP means by its status, unless that is no error.
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{ApiError, Kind, Reply};
    ///
    /// let kind = |status| ApiError::<PointsCode>::new(Reply::new().status(status)).kind();
    /// assert_eq!(kind(404), Some(Kind::NotFound));
    /// assert_eq!(kind(503), Some(Kind::Unavailable)); // no row has it
    /// assert_eq!(kind(204), None); // an error by the vendor's word, which HTTP has no word for
    /// ```
    pub fn kind(&self) -> Option<Kind> {
        agreed(&self.facts.matched, Row::kind).unwrap_or_else(|| {
            let kind = self
                .status()
                .filter(|_| C::TABLE.is_http())
                .and_then(Kind::from_status);
            kind.filter(|kind| {
                !matches!(kind, Kind::Informational | Kind::Success | Kind::Redirect)
            })
        })
    }

    /// Whether the vendor says to send the request again: what all rows that it can mean agree on, else
    /// [`Retry::After`] if the response names a delay.
    pub fn retry(&self) -> Option<Retry> {
        agreed(&self.facts.matched, Row::retry)
            .flatten()
            .or(self.retry_after().map(|_| Retry::After))
    }
}

/// What all matched rows say alike, if there are any.
pub(crate) fn agreed<C: CodeTable, T: PartialEq>(
    matched: &Match<C>,
    say: fn(Row) -> T,
) -> Option<T> {
    let candidates = matched.candidates();
    let mut said = candidates.iter().map(|code| say(code.row()));
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

impl<C: CodeTable> fmt::Debug for ApiError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Facts {
            status,
            code,
            message,
            retry_after,
            matched,
        } = &*self.facts;
        let mut shown = f.debug_struct("ApiError");
        shown
            .field("status", status)
            .field("code", &code.as_ref().map(OwnedCode::as_raw))
            .field("message", message);
        shown
            .field("retry_after", retry_after)
            .field("matched", matched)
            .finish()
    }
}

/// One line for a log: the vendor, the row or rows, what of status and code these do not say, the message, the delay.
/// The response's texts are quoted, and cut where they are long.
impl<C: CodeTable> fmt::Display for ApiError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", C::TABLE.vendor())?;
        match &self.facts.matched {
            Match::One(code) => write!(f, "{code}")?,
            Match::Several(candidates) => {
                const MOST: usize = 8;
                let all = candidates.len();
                for (i, code) in candidates.iter().take(MOST).enumerate() {
                    let between = if i == 0 {
                        ""
                    } else if i + 1 == all {
                        " or "
                    } else {
                        ", "
                    };
                    write!(f, "{between}{}", code.name())?;
                }
                if all > MOST {
                    write!(f, " or {} others", all - MOST)?;
                }
            }
            Match::Unlisted => f.write_str("unlisted response")?,
        }
        let said = self.one().map(|code| code.row());
        let status = self
            .status()
            .filter(|status| said.is_none_or(|row| row.status() != Some(*status)));
        let code = self
            .code()
            .filter(|code| said.is_none_or(|row| !row.has_code_alike(*code)));
        match (status, code) {
            (None, None) => {}
            (Some(status), None) => write!(f, " [status {status}]")?,
            (None, Some(code)) => write!(f, " [code {}]", Shown(code))?,
            (Some(status), Some(code)) => write!(f, " [status {status}, code {}]", Shown(code))?,
        }
        if let Some(message) = self
            .message()
            .map(str::trim)
            .filter(|message| !message.is_empty())
        {
            write!(f, ": {}", Shown(message.into()))?;
        }
        self.retry_after()
            .map_or(Ok(()), |delay| write!(f, "; retry after {delay:?}"))
    }
}

/// What a response says, as it can stand in a line: text is quoted and escaped, and cut.
struct Shown<'a>(RawCode<'a>);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LONGEST: usize = 200;
        match self.0 {
            RawCode::Int(int) => write!(f, "{int}"),
            RawCode::Text(text) => match text.char_indices().nth(LONGEST) {
                None => write!(f, "{text:?}"),
                Some((end, _)) => write!(f, "{:?}…", &text[..end]),
            },
        }
    }
}

impl<C: CodeTable> core::error::Error for ApiError<C> {}
