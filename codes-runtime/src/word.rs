//! The words that all vendors share: outcomes, retries, kinds.

use core::fmt;
use core::str::FromStr;

/// Writes an enum of words. Their order is that of the table's encoding.
macro_rules! words {
    ($(#[$meta:meta])* $Word:ident: $($(#[$variant_meta:meta])* $Variant:ident $text:literal,)*) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Word {
            $($(#[$variant_meta])* $Variant,)*
        }

        impl $Word {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$($Word::$Variant),*];

            /// The word, as specs write it.
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
                    _ => Err(UnknownWord { words: &[$($text),*] }),
                }
            }
        }
    };
}

words! {
    /// How a request went, by the vendor's word: some vendors answer errors with 200, some call 204 an error.
    ///
    /// ```
    /// use codes_runtime::Outcome;
    ///
    /// assert_eq!("pending".parse(), Ok(Outcome::Pending));
    /// assert_eq!(Outcome::Error.to_string(), "error");
    /// ```
    Outcome:
    /// It succeeded.
    Ok "ok",
    /// It goes on.
    Pending "pending",
    /// It succeeded, with something to heed.
    Warning "warning",
    /// It failed.
    Error "error",
}

words! {
    /// Whether the vendor says to send a request again. It is never derived from a status.
    ///
    /// ```
    /// use codes_runtime::Retry;
    ///
    /// assert_eq!("idempotent".parse(), Ok(Retry::IfIdempotent));
    /// ```
    Retry:
    /// The same request fails again.
    Never "never",
    /// Later, with growing pauses.
    Backoff "backoff",
    /// After the delay that the response names.
    After "after",
    /// Only where sending it twice does no harm.
    IfIdempotent "idempotent",
}

words! {
    /// What a row means, in one vocabulary for all vendors.
    ///
    /// ```
    /// use codes_runtime::Kind;
    ///
    /// assert_eq!(Kind::from_status(404), Some(Kind::NotFound));
    /// assert_eq!(Kind::NotFound.to_string(), "not_found");
    /// ```
    #[non_exhaustive]
    Kind:
    /// The request is being worked on.
    Informational "informational",
    /// The request succeeded.
    Success "success",
    /// The answer is elsewhere, or already known.
    Redirect "redirect",
    /// The request is wrong in itself.
    InvalidRequest "invalid_request",
    /// Who asks is not known.
    Unauthenticated "unauthenticated",
    /// It has to be paid for.
    PaymentRequired "payment_required",
    /// Who asks may not.
    PermissionDenied "permission_denied",
    /// There is no such thing.
    NotFound "not_found",
    /// There is no such thing any more.
    Gone "gone",
    /// The thing is in another state than the request supposes.
    Conflict "conflict",
    /// A condition of the request does not hold.
    PreconditionFailed "precondition_failed",
    /// Too many requests in a short time.
    RateLimited "rate_limited",
    /// An allowance is used up.
    QuotaExceeded "quota_exceeded",
    /// Who asked went away.
    Cancelled "cancelled",
    /// It took too long.
    Timeout "timeout",
    /// The request asks for what is not offered.
    Unsupported "unsupported",
    /// The service cannot answer now.
    Unavailable "unavailable",
    /// The service failed.
    Internal "internal",
}

impl Kind {
    /// What HTTP means by a status.
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

/// A text that is none of an enum's words.
///
/// ```
/// let error = "sometimes".parse::<codes_runtime::Retry>().unwrap_err();
/// assert_eq!(error.to_string(), "expected one of never, backoff, after, idempotent");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    words: &'static [&'static str],
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected one of ")?;
        for (i, word) in self.words.iter().enumerate() {
            write!(f, "{}{word}", if i == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownWord {}
