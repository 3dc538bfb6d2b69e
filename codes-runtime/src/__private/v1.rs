//! The items that expanded code names, and the entry points for a table that is encoded at run time.

use crate::code::{CodeTable, FromRow};
use crate::error::UnknownCode;

pub use crate::index::hash;
pub use crate::message::fits;
pub use crate::table::Parts;

/// The variant of a row in an enum that has not all of them: its variants and their rows, both in table order.
pub fn variant_of<C: Copy>(all: &[C], rows: &[u16], row: u16) -> Option<C> {
    rows.binary_search(&row)
        .ok()
        .and_then(|at| all.get(at).copied())
}

/// A variant by a code that its row alone has, else by name.
#[inline]
pub fn parse<C: CodeTable>(text: &str) -> Result<C, UnknownCode> {
    C::TABLE
        .by_code_or_name(text)
        .and_then(C::from_row)
        .ok_or_else(|| UnknownCode::new::<C>(text))
}

#[cfg(feature = "serde")]
pub use crate::wire::{deserialize, serialize};
#[cfg(feature = "serde")]
pub use serde;

/// `Serialize` and `Deserialize` for an enum, or else what follows it.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($code:ident $($otherwise:tt)*) => {
        #[automatically_derived]
        impl $crate::__private::v1::serde::Serialize for $code {
            fn serialize<S>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error>
            where
                S: $crate::__private::v1::serde::Serializer,
            {
                $crate::__private::v1::serialize(*self, serializer)
            }
        }

        #[automatically_derived]
        impl<'de> $crate::__private::v1::serde::Deserialize<'de> for $code {
            fn deserialize<D>(deserializer: D) -> ::core::result::Result<Self, D::Error>
            where
                D: $crate::__private::v1::serde::Deserializer<'de>,
            {
                $crate::__private::v1::deserialize(deserializer)
            }
        }
    };
}

/// The same in a runtime that lacks them.
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
