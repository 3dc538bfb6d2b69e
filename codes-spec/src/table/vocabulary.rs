//! The vocabulary of the format: outcomes, kinds, retry advice, code formats.

use std::borrow::Cow;
use std::fmt;

use codes_core::code_form::CodeForm;
use codes_core::{Kind, Outcome, Retry};

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rules;
use crate::nearest::nearest;
use crate::span::Spanned;
use crate::table::parse::Parse;

/// How integer codes are displayed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodeFormat {
    /// `-1003`
    #[default]
    Decimal,
    /// `0x1F`
    Hex,
    /// `0x1F`, with at least two digits.
    Hex2,
    /// `0x001F`, with at least four digits.
    Hex4,
    /// `0x0000001F`, with at least eight digits.
    Hex8,
}

impl CodeFormat {
    /// All formats, in order.
    pub const ALL: &'static [Self] = &[
        CodeFormat::Decimal,
        CodeFormat::Hex,
        CodeFormat::Hex2,
        CodeFormat::Hex4,
        CodeFormat::Hex8,
    ];

    /// Returns the word that specs use.
    pub const fn as_str(self) -> &'static str {
        match self {
            CodeFormat::Decimal => "decimal",
            CodeFormat::Hex => "hex",
            CodeFormat::Hex2 => "hex2",
            CodeFormat::Hex4 => "hex4",
            CodeFormat::Hex8 => "hex8",
        }
    }

    /// Returns how integer codes of this format are read and compared.
    pub(crate) const fn form(self) -> CodeForm {
        match self {
            CodeFormat::Decimal => CodeForm::Decimal,
            CodeFormat::Hex | CodeFormat::Hex2 | CodeFormat::Hex4 => CodeForm::Hex,
            CodeFormat::Hex8 => CodeForm::Hex8,
        }
    }
}

impl fmt::Display for CodeFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Declares an enum with a word for each value.
macro_rules! words {
    ($(#[$meta:meta])* $Word:ident: $($(#[$variant_meta:meta])* $Variant:ident = $word:literal,)*) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $Word {
            $($(#[$variant_meta])* $Variant,)*
        }

        impl $Word {
            /// All values, in order.
            pub const ALL: &'static [Self] = &[$($Word::$Variant),*];

            /// Returns the word that specs use.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($Word::$Variant => $word,)*
                }
            }
        }
    };
}

words! {
    /// The format of the bodies of responses.
    #[derive(Default)]
    BodyFormat:
    /// JSON.
    #[default]
    Json = "json",
    /// XML.
    Xml = "xml",
}

words! {
    /// How the value of a header is decoded.
    Decode:
    /// As percent-encoded text.
    Percent = "percent",
}

words! {
    /// The meaning of a delay header whose value is not a number of seconds to wait.
    DelayUnit:
    /// The time of the next attempt, in seconds since 1970.
    Epoch = "epoch",
}

/// An enum whose values each have a word.
pub(crate) trait Vocabulary: Copy + 'static {
    /// The words, in order.
    const WORDS: &'static [&'static str];
}

macro_rules! vocabularies {
    ($($Word:ident $what:literal,)*) => {
        $(
            impl Vocabulary for $Word {
                const WORDS: &'static [&'static str] = &{
                    let mut words = [""; $Word::ALL.len()];
                    let mut i = 0;
                    while i < words.len() {
                        words[i] = $Word::ALL[i].as_str();
                        i += 1;
                    }
                    words
                };
            }

            impl<'a> Parse<'a> for $Word {
                fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake> {
                    let word = text.value.as_ref();
                    let known = $Word::WORDS.iter().position(|known| *known == word);
                    match known {
                        Some(i) => Ok($Word::ALL[i]),
                        None => Err(unknown(word, $what, $Word::WORDS).at(text.span)),
                    }
                }
            }
        )*
    };
}

vocabularies! {
    Outcome "a valid outcome",
    Retry "valid retry advice",
    CodeFormat "a valid code format",
    Kind "a valid kind",
    BodyFormat "a valid format",
    Decode "a valid encoding",
    DelayUnit "a valid unit",
}

fn unknown(word: &str, what: &str, words: &'static [&'static str]) -> Mistake {
    let first = word.split_whitespace().next().unwrap_or_default();
    let near = words.iter().copied().find(|known| *known == first);
    let near = near
        .or_else(|| synonym(word).filter(|synonym| words.contains(synonym)))
        .or_else(|| nearest(word, words.iter().copied()))
        .or_else(|| words.first().copied().filter(|_| words.len() == 1))
        .map(|near| format!("`{near}`"));
    rules::unknown_word(word, what, words.join(", ")).meant(near)
}

/// Returns the word of a vocabulary that a synonym stands for.
fn synonym(word: &str) -> Option<&'static str> {
    let letters = word.replace(['_', '-', ' '], "").to_ascii_lowercase();
    Some(match letters.as_str() {
        "badrequest" | "validation" | "validationerror" | "clienterror" => {
            Kind::InvalidRequest.as_str()
        }
        "unauthorized" | "authentication" | "autherror" => Kind::Unauthenticated.as_str(),
        "forbidden" | "authorization" | "accessdenied" => Kind::PermissionDenied.as_str(),
        "toomanyrequests" | "ratelimit" | "throttled" => Kind::RateLimited.as_str(),
        "quota" | "quotaexhausted" => Kind::QuotaExceeded.as_str(),
        "servererror" | "internalerror" | "internalservererror" => Kind::Internal.as_str(),
        "serviceunavailable" | "maintenance" => Kind::Unavailable.as_str(),
        "gatewaytimeout" | "deadlineexceeded" => Kind::Timeout.as_str(),
        "success" | "successful" => Outcome::Ok.as_str(),
        "failure" | "failed" | "fail" => Outcome::Error.as_str(),
        "no" | "false" | "none" => Retry::Never.as_str(),
        _ => return None,
    })
}
