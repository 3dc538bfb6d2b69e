//! The items that generated code uses, and the entry points for tables that are encoded at run time.

use core::fmt::Debug;
use core::hash::Hash;

use codes_core::record::RecordBytes;

use crate::code_table::CodeTable;
use crate::matching::Match;
pub use crate::message::fits;
#[cfg(feature = "http")]
pub use crate::observed::{Observed, ObservedItem};
pub use crate::parse::parse;
use crate::reply::Reply;
use crate::row::Row;
pub use crate::table::{Parts, Table, intact};

/// Classifies a reply as [`CodeTable::classify`] does, skipping steps that the table does not need.
#[must_use]
pub fn classify(table: &'static Table, reply: &Reply<'_>) -> Match<Row> {
    table.classify_by(table.finder(), reply)
}

/// Returns the variant of a row in an enum that has variants for only some rows. `all` has the
/// variants, and `rows` the numbers of their rows, both in table order.
pub fn variant_of<C: Copy>(all: &[C], rows: &[u16], row: u16) -> Option<C> {
    rows.binary_search(&row)
        .ok()
        .and_then(|at| all.get(at).copied())
}

/// Returns a row of the enum's table. The compiler evaluates the table of a generic function only where
/// the function is used, so `cargo check` does not compute the checksum of a generated file.
#[inline]
#[must_use]
pub const fn row<C: CodeTable>(number: u16) -> Row {
    C::TABLE.row(number)
}

/// Returns the number of the row with an integer code. `rows` lists the numbers of all rows,
/// sorted by code, each in two bytes.
#[must_use]
pub const fn row_of_code(table: &'static Table, rows: &[u8], code: i64) -> u16 {
    let (rows, _) = rows.as_chunks();
    let (mut start, mut end) = (0, rows.len());
    while start < end {
        let middle = usize::midpoint(start, end);
        let row = u16::from_le_bytes(rows[middle]);
        let found = RecordBytes(&table.records()[row as usize]).code_int();
        if found == code {
            return row;
        } else if found < code {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    // unreachable: `code` is the discriminant of a variant, and every variant has a row
    0
}

/// Copies a value of an enum that derives every trait that `Code` needs; see [`NotCopied`].
pub trait Copied<E> {
    /// Returns the value.
    fn __copied(self) -> E;
}

/// The fallback for an enum that derives too little, so that the only error is the one from
/// [`Derives`]. It is implemented for every enum, but where both apply, the compiler prefers the
/// method of [`Copied`], whose receiver needs one `&` less.
pub trait NotCopied<E> {
    /// Never called: a crate that would call it does not compile.
    fn __copied(self) -> E;
}

impl<E: CodeTable> Copied<E> for &E {
    #[inline]
    fn __copied(self) -> E {
        *self
    }
}

impl<E> NotCopied<E> for &&E {
    fn __copied(self) -> E {
        unreachable!("the enum derives too little")
    }
}

/// Selects the implementation for enums that derive every trait that `Code` needs.
pub enum Complete {}

/// Selects the implementation of [`Derives`] that never applies.
pub enum Incomplete {}

/// Implemented for enums that derive every trait that `Code` needs. The second implementation never
/// applies; with the first alone, the compiler would report each missing trait instead of this
/// message.
#[diagnostic::on_unimplemented(
    message = "`derive(Code)` requires other traits that `{Self}` does not implement; \
               write `#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]`",
    label = "this enum needs to derive more"
)]
pub trait Derives<Which> {}

impl<C: Copy + Debug + Eq + Hash> Derives<Complete> for C {}

impl<C: Never> Derives<Incomplete> for C {}

/// Implemented for no type.
pub trait Never {}

/// Compiles only if an enum derives every trait that `Code` needs; the compiler infers `Which`.
pub const fn derives<C: Derives<Which>, Which>() {}

#[cfg(feature = "serde")]
pub use crate::serialization::{deserialize, serialize};
#[cfg(feature = "serde")]
pub use serde;

/// Implements `Serialize` and `Deserialize` for an enum. If the enum derives too little, it gets
/// neither, so that the only error is the one from `derives`. Without the feature `serde`, this
/// expands to the tokens after the enum's name instead.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($code:ident $($otherwise:tt)*) => {
        #[automatically_derived]
        impl $crate::__private::v1::serde::Serialize for $code
        where
            for<'a> $code:
                ::core::marker::Copy + ::core::fmt::Debug + ::core::cmp::Eq + ::core::hash::Hash,
        {
            fn serialize<S>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::v1::serde::Serializer,
            {
                $crate::__private::v1::serialize(*self, serializer)
            }
        }

        #[automatically_derived]
        impl<'de> $crate::__private::v1::serde::Deserialize<'de> for $code
        where
            for<'a> $code:
                ::core::marker::Copy + ::core::fmt::Debug + ::core::cmp::Eq + ::core::hash::Hash,
        {
            fn deserialize<D>(deserializer: D) -> ::core::result::Result<Self, D::Error>
            where
                D: $crate::__private::v1::serde::Deserializer<'de>,
            {
                $crate::__private::v1::deserialize(deserializer)
            }
        }
    };
}

/// Expands to the tokens after the enum's name, because this runtime is built without `serde`.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($code:ident $($otherwise:tt)*) => {
        $($otherwise)*
    };
}

#[doc(inline)]
pub use crate::__impl_serde as impl_serde;

/// Compiles if this runtime supports the layout that a generated file was made for.
#[doc(hidden)]
#[macro_export]
macro_rules! __layout {
    (1) => {};
    ($other:tt) => {
        ::core::compile_error!(
            "this file was generated for another version of codes-runtime; run `codes generate --update`"
        );
    };
}
