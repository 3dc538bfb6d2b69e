//! The facts by which a response is classified.

use crate::raw::RawCode;

/// The status, code and message of a response, as far as they are known.
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
    /// The vendor's machine code.
    pub code: Option<RawCode<'a>>,
    /// The human-readable message.
    pub message: Option<&'a str>,
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
            message: None,
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

    /// Sets the machine code.
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
}
