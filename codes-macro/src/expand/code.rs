//! ```text
//! impl Debug for PointsCode { … }      // the name
//! impl Display for PointsCode { … }    // the row's
//! impl Error for PointsCode {}
//! impl Code for PointsCode { fn row(&self) -> Row { TABLE.row(*self as u16) } }
//! impl CodeTable for PointsCode { const TABLE: &'static Table = &TABLE; const ALL: &'static [Self] = ALL; }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Plan;

pub(crate) fn expand(plan: &Plan) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let formatter = quote!(&mut ::core::fmt::Formatter<'_>);
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: #formatter) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&TABLE.row(*self as ::core::primitive::u16), f)
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: #formatter) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&TABLE.row(*self as ::core::primitive::u16), f)
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for #name {}

        #[automatically_derived]
        impl #runtime::Code for #name {
            #[inline]
            fn row(&self) -> #runtime::Row {
                TABLE.row(*self as ::core::primitive::u16)
            }
        }

        #[automatically_derived]
        impl #runtime::CodeTable for #name {
            const TABLE: &'static #runtime::Table = &TABLE;
            const ALL: &'static [Self] = ALL;
        }
    }
}
