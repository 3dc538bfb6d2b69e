//! The facts of a response by which it is classified.

use crate::raw::RawCode;

/// The facts of a response that identify its row: status, code and message.
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
    /// The status.
    pub status: Option<u16>,
    /// The machine code in the response.
    pub code: Option<RawCode<'a>>,
    /// The text in the response.
    pub message: Option<&'a str>,
}

impl<'a> Reply<'a> {
    /// Creates a reply without any facts.
    pub const fn new() -> Self {
        Reply {
            status: None,
            code: None,
            message: None,
        }
    }

    /// Sets the status.
    #[must_use]
    pub const fn status(self, status: u16) -> Self {
        Reply {
            status: Some(status),
            ..self
        }
    }

    /// Sets the machine code.
    #[must_use]
    pub fn code(self, code: impl Into<RawCode<'a>>) -> Self {
        Reply {
            code: Some(code.into()),
            ..self
        }
    }

    /// Sets the text.
    #[must_use]
    pub const fn message(self, message: &'a str) -> Self {
        Reply {
            message: Some(message),
            ..self
        }
    }
}
