//! The vocabulary shared by all vendors: outcomes, retry advice and kinds.

use core::fmt;
use core::str::FromStr;

/// Declares an enum of words. The order is part of the encoding of a table.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $Word:ident: $($(#[$variant_meta:meta])* $Variant:ident $text:literal,)*) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Word {
            $($(#[$variant_meta])* $Variant,)*
        }

        impl $Word {
            /// All values, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$($Word::$Variant),*];

            /// Returns the word that specs use.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($Word::$Variant => $text,)*
                }
            }
        }

        impl fmt::Display for $Word {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl FromStr for $Word {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                match word {
                    $($text => Ok($Word::$Variant),)*
                    _ => Err(UnknownWord { expected: &[$($text),*] }),
                }
            }
        }
    };
}

vocabulary! {
    /// Whether a request succeeded, according to the vendor.
    ///
    /// The status alone does not decide: some vendors return errors with 200, others list 204 as an
    /// error.
    ///
    /// # Examples
    ///
    /// ```
    /// use codes_runtime::Outcome;
    ///
    /// assert_eq!("pending".parse(), Ok(Outcome::Pending));
    /// assert_eq!(Outcome::Error.to_string(), "error");
    /// ```
    Outcome:
    /// The request succeeded.
    Ok "ok",
    /// The request was accepted and is still being processed.
    Pending "pending",
    /// The request succeeded, with a warning.
    Warning "warning",
    /// The request failed.
    Error "error",
}

vocabulary! {
    /// The vendor's advice on sending a request again.
    ///
    /// It comes from the spec and is never derived from a status.
    ///
    /// # Examples
    ///
    /// ```
    /// use codes_runtime::Retry;
    ///
    /// assert_eq!("idempotent".parse(), Ok(Retry::IfIdempotent));
    /// ```
    Retry:
    /// Do not retry: the same request fails again.
    Never "never",
    /// Retry later, with growing delays.
    Backoff "backoff",
    /// Retry after the delay given in the response.
    After "after",
    /// Retry with growing delays, but only if sending the request twice does no harm.
    IfIdempotent "idempotent",
}

vocabulary! {
    /// The meaning of a row, in a vocabulary shared by all vendors.
    ///
    /// # Examples
    ///
    /// ```
    /// use codes_runtime::Kind;
    ///
    /// assert_eq!(Kind::from_status(404), Some(Kind::NotFound));
    /// assert_eq!(Kind::NotFound.to_string(), "not_found");
    /// ```
    #[non_exhaustive]
    Kind:
    /// The request is being processed.
    Informational "informational",
    /// The request succeeded.
    Success "success",
    /// The resource is at another address, or the client already has it.
    Redirect "redirect",
    /// The request is malformed or has invalid values.
    InvalidRequest "invalid_request",
    /// The credentials are missing or invalid.
    Unauthenticated "unauthenticated",
    /// The request has to be paid for.
    PaymentRequired "payment_required",
    /// The credentials are valid but lack the permission.
    PermissionDenied "permission_denied",
    /// The resource does not exist.
    NotFound "not_found",
    /// The resource no longer exists.
    Gone "gone",
    /// The request conflicts with the state of the resource.
    Conflict "conflict",
    /// A precondition of the request failed.
    PreconditionFailed "precondition_failed",
    /// Too many requests were sent in a short time.
    RateLimited "rate_limited",
    /// A quota is used up.
    QuotaExceeded "quota_exceeded",
    /// The client cancelled the request.
    Cancelled "cancelled",
    /// The request took too long.
    Timeout "timeout",
    /// The service does not support the request.
    Unsupported "unsupported",
    /// The service is temporarily unavailable.
    Unavailable "unavailable",
    /// The service failed.
    Internal "internal",
}

impl Kind {
    /// Returns the kind of an HTTP status, or `None` if the status is not from 100 to 599.
    ///
    /// # Examples
    ///
    /// ```
    /// use codes_runtime::Kind;
    ///
    /// assert_eq!(Kind::from_status(503), Some(Kind::Unavailable));
    /// assert_eq!(Kind::from_status(799), None);
    /// ```
    pub const fn from_status(status: u16) -> Option<Self> {
        Some(match status {
            100..=199 => Kind::Informational,
            200..=299 => Kind::Success,
            300..=399 => Kind::Redirect,
            401 | 407 | 511 => Kind::Unauthenticated,
            402 => Kind::PaymentRequired,
            403 | 451 => Kind::PermissionDenied,
            404 => Kind::NotFound,
            410 => Kind::Gone,
            409 | 423 => Kind::Conflict,
            412 | 428 => Kind::PreconditionFailed,
            429 => Kind::RateLimited,
            499 => Kind::Cancelled,
            408 | 504 => Kind::Timeout,
            405 | 406 | 415 | 501 | 505 => Kind::Unsupported,
            502 | 503 => Kind::Unavailable,
            400..=499 => Kind::InvalidRequest,
            500..=599 => Kind::Internal,
            _ => return None,
        })
    }
}

/// The error returned when a string is not one of the names of an enum such as [`Retry`].
///
/// # Examples
///
/// ```
/// use codes_runtime::Retry;
///
/// let error = "sometimes".parse::<Retry>().unwrap_err();
/// assert_eq!(error.to_string(), "expected one of never, backoff, after, idempotent");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    expected: &'static [&'static str],
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected one of ")?;
        for (i, word) in self.expected.iter().enumerate() {
            write!(f, "{}{word}", if i == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownWord {}

#[cfg(test)]
mod tests {
    use super::{Kind, Outcome, Retry};

    #[test]
    fn values_are_at_their_place() {
        fn check<W: Copy + PartialEq + core::fmt::Debug>(all: &[W], place: fn(W) -> usize) {
            assert!(
                all.iter().enumerate().all(|(i, &word)| place(word) == i),
                "{all:?}"
            );
        }
        check(Outcome::ALL, |word| word as usize);
        check(Retry::ALL, |word| word as usize);
        check(Kind::ALL, |word| word as usize);
    }

    #[test]
    fn words_are_read_as_written() {
        assert!(
            Kind::ALL
                .iter()
                .all(|kind| kind.as_str().parse() == Ok(*kind))
        );
        assert!("Internal".parse::<Kind>().is_err());
    }
}
