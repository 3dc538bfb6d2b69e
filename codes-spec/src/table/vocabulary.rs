//! The words of the format that mean something: outcomes, kinds, retries, code formats.

use std::borrow::Cow;
use std::fmt;

use crate::diagnostics::report::Mistake;
use crate::diagnostics::rules;
use crate::nearest::nearest;
use crate::span::Spanned;
use crate::table::parse::Parse;

macro_rules! words {
    ($(#[$meta:meta])* $Word:ident, $what:literal: $($(#[$variant_meta:meta])* $Variant:ident $text:literal,)*) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Word {
            $($(#[$variant_meta])* $Variant,)*
        }

        impl $Word {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$($Word::$Variant),*];

            pub(crate) const WORDS: &'static [&'static str] = &[$($text),*];

            /// As it stands in a spec.
            pub fn as_str(self) -> &'static str {
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

        impl<'a> Parse<'a> for $Word {
            fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake> {
                match text.value.as_ref() {
                    $($text => Ok($Word::$Variant),)*
                    other => Err(unknown(other, $what, Self::WORDS).at(text.span)),
                }
            }
        }
    };
}

fn unknown(word: &str, what: &str, words: &'static [&'static str]) -> Mistake {
    let near = nearest(word, words.iter().copied()).map(|near| format!("`{near}`"));
    rules::unknown_word(word, what, words.join(", ")).meant(near)
}

words! {
    /// How a request went.
    Outcome, "an outcome":
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
    /// Whether to send the request again.
    Retry, "a retry":
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
    /// How integer codes are shown.
    #[derive(Default)]
    CodeFormat, "a code format":
    /// `-1003`
    #[default]
    Decimal "decimal",
    /// `0x1f`
    Hex "hex",
    /// `0x1f`, two digits at least.
    Hex2 "hex2",
    /// `0x001f`, four digits at least.
    Hex4 "hex4",
    /// `0x0000001f`, eight digits at least.
    Hex8 "hex8",
}

words! {
    /// One vocabulary for what all vendors' rows mean.
    Kind, "a kind":
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
