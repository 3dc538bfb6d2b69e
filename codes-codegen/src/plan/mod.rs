//! Makes every decision about the output (names, docs, numbers), so that the expansion is mechanical
//! and cannot fail.

pub(crate) mod assign;
pub(crate) mod candidates;
pub(crate) mod declared;
pub(crate) mod derived;
pub(crate) mod getters;
pub(crate) mod no_row;
pub(crate) mod repr;

use codes_spec::Encoded;
use proc_macro2::{Ident, Span, TokenStream};

use crate::input::options::SerdeOption;
use crate::messages::{self, Message};
use crate::plan::getters::Getter;

/// The plan for one enum.
pub struct Plan {
    pub(crate) name: Ident,
    /// The path of the runtime.
    pub(crate) runtime: TokenStream,
    /// The enum itself, unless it is the user's own.
    pub(crate) enumeration: Option<Enumeration>,
    /// The variants that have a row, in table order.
    pub(crate) all: Vec<String>,
    pub(crate) row_number: RowNumber,
    /// Whether to check that a user's enum derives the required traits, which is useless after some
    /// errors.
    pub(crate) checks_derives: bool,
    /// The rows of `all`, unless these are all rows of the table.
    pub(crate) partial: Option<Vec<u16>>,
    pub(crate) serde: Option<Serde>,
    pub(crate) encoded: Encoded,
    /// An expression that makes the compiler watch the file.
    pub(crate) track: Option<TokenStream>,
    /// In a generated file, the table's checksums, which turn edits of its literals into compile errors.
    pub(crate) checksums: Option<Checksums>,
}

/// The checksums of a table.
#[derive(Clone, Copy)]
pub(crate) struct Checksums {
    /// The checksum of the numbers and of the lengths of the byte strings.
    pub(crate) lengths: u64,
    /// The checksum of the byte strings.
    pub(crate) parts: u64,
    /// The checksum of the list in [`RowNumber::Code`], if the discriminants are codes.
    pub(crate) order: Option<u64>,
}

/// An enum that is emitted.
pub(crate) struct Enumeration {
    pub(crate) attributes: Vec<TokenStream>,
    /// The `#[cfg(…)]` attributes, which are repeated on everything else that is emitted.
    pub(crate) cfgs: Vec<TokenStream>,
    pub(crate) visibility: TokenStream,
    pub(crate) exhaustive: bool,
    /// The type of the discriminants, if they are the codes.
    pub(crate) repr: Option<Ident>,
    /// Markdown.
    pub(crate) docs: String,
    pub(crate) variants: Vec<Variant>,
    pub(crate) all_docs: &'static str,
    pub(crate) getters: &'static [Getter],
    /// The getter that takes `&self`.
    pub(crate) description: &'static Getter,
    pub(crate) tags: Vec<Tag>,
    pub(crate) former_names: Vec<FormerName>,
}

/// How a variant's row is found.
pub(crate) enum RowNumber {
    /// The variant's discriminant is the row's number.
    Discriminant,
    /// The variant's discriminant is the row's code. The list has the numbers of the rows, sorted by code,
    /// each in two bytes.
    Code(Vec<u8>),
    /// The discriminant of a variant of a user's enum is its position. This is the row's number or, if there is a
    /// list, the position of the row's number in the list.
    Position(Option<Vec<u16>>),
    /// Each variant of a user's enum is matched by name, because some have explicit discriminants.
    Match(Vec<(Ident, u16)>),
    /// There are no rows, because of errors.
    Unknown,
}

pub(crate) struct Variant {
    pub(crate) name: String,
    /// Markdown.
    pub(crate) docs: String,
    /// Words under which rustdoc's search finds the variant.
    pub(crate) aliases: Vec<String>,
    pub(crate) deprecated: Option<Deprecated>,
    /// The row's code, if that is the discriminant.
    pub(crate) discriminant: Option<i64>,
}

pub(crate) struct Deprecated {
    pub(crate) since: Option<String>,
    pub(crate) note: Option<String>,
    /// The note for rustdoc, which renders Markdown; `None` if the plain note looks the same.
    pub(crate) markdown_note: Option<String>,
}

/// A constant for a name that a variant had in the past.
pub(crate) struct FormerName {
    pub(crate) name: String,
    pub(crate) now: String,
    pub(crate) docs: String,
    pub(crate) note: String,
}

/// A tag, for which there is a method.
pub(crate) struct Tag {
    pub(crate) method: String,
    pub(crate) number: u16,
    pub(crate) docs: String,
}

/// Implementations of serde's traits.
pub(crate) struct Serde {
    pub(crate) condition: Option<TokenStream>,
    /// The error if the runtime is built without serde.
    pub(crate) missing: Message,
    /// The span of the `serde` argument, at which the message is shown.
    pub(crate) span: Span,
}

impl Serde {
    fn new(option: SerdeOption) -> Self {
        Serde {
            condition: option.condition,
            missing: messages::serde_missing(),
            span: option.span,
        }
    }
}
