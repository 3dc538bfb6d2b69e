//! The parts of a response by which it is classified.

use crate::raw::RawCode;

/// The status, codes and message of a response, as far as they are known.
///
/// # Examples
///
/// ```
/// use codes_runtime::Reply;
///
/// let reply = Reply::new().status(404).code("NotFound").message("no such entry");
/// assert_eq!(reply.status, Some(404));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reply<'a> {
    /// The response's status.
    pub status: Option<u16>,
    /// The vendor's code.
    pub code: Option<RawCode<'a>>,
    /// The second code, such as a subcode, reason or decline code.
    pub detail: Option<RawCode<'a>>,
    /// The human-readable message.
    pub message: Option<&'a str>,
    /// Whether the request succeeded, according to the body or the headers.
    pub success: Option<bool>,
}

impl<'a> Reply<'a> {
    /// Creates an empty reply.
    ///
    /// # Examples
    ///
    /// ```
    /// use codes_runtime::Reply;
    ///
    /// assert_eq!(Reply::new(), Reply::default());
    /// ```
    pub const fn new() -> Self {
        Reply {
            status: None,
            code: None,
            detail: None,
            message: None,
            success: None,
        }
    }

    /// Sets the status.
    ///
    /// # Examples
    ///
    /// ```
    /// use codes_runtime::Reply;
    ///
    /// assert_eq!(Reply::new().status(404).status, Some(404));
    /// ```
    #[must_use]
    pub const fn status(self, status: u16) -> Self {
        Reply {
            status: Some(status),
            ..self
        }
    }

    /// Sets the code.
    ///
    /// # Examples
    ///
    /// ```
    /// use codes_runtime::{RawCode, Reply};
    ///
    /// assert_eq!(Reply::new().code(-1003).code, Some(RawCode::Int(-1003)));
    /// ```
    #[must_use]
    pub fn code(self, code: impl Into<RawCode<'a>>) -> Self {
        Reply {
            code: Some(code.into()),
            ..self
        }
    }

    /// Sets the second code, such as a subcode, reason or decline code.
    ///
    /// # Examples
    ///
    /// ```
    /// use codes_runtime::{RawCode, Reply};
    ///
    /// let reply = Reply::new().code("card_declined").detail("insufficient_funds");
    /// assert_eq!(reply.detail, Some(RawCode::Text("insufficient_funds")));
    /// ```
    #[must_use]
    pub fn detail(self, detail: impl Into<RawCode<'a>>) -> Self {
        Reply {
            detail: Some(detail.into()),
            ..self
        }
    }

    /// Sets the message.
    ///
    /// # Examples
    ///
    /// ```
    /// use codes_runtime::Reply;
    ///
    /// assert_eq!(Reply::new().message("gone").message, Some("gone"));
    /// ```
    #[must_use]
    pub const fn message(self, message: &'a str) -> Self {
        Reply {
            message: Some(message),
            ..self
        }
    }

    /// Sets whether the request succeeded, according to the body or the headers.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{CodeTable, Reply};
    ///
    /// assert!(PointsCode::check_reply(&Reply::new().status(200).success(false)).is_err());
    /// ```
    #[must_use]
    pub const fn success(self, success: bool) -> Self {
        Reply {
            success: Some(success),
            ..self
        }
    }

    /// Removes a code or detail that is an empty string.
    #[cfg(feature = "alloc")]
    pub(crate) fn without_empty(&self) -> Self {
        let some = |code: &RawCode<'_>| *code != RawCode::Text("");
        Reply {
            code: self.code.filter(some),
            detail: self.detail.filter(some),
            ..*self
        }
    }
}
