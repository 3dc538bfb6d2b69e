//! ```text
//! impl Debug for PointsCode { … }      // the name; under the derive, this is the user's
//! impl Display for PointsCode { … }    // the row's
//! impl Error for PointsCode {}
//! impl Code for PointsCode { fn row(&self) -> Row { TABLE.row(*self as u16) } }
//! impl CodeTable for PointsCode { const TABLE: &'static Table = &TABLE; const ALL: &'static [Self] = &ALL; }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Plan, RowOf};

pub(crate) fn expand(plan: &Plan) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let formatter = quote!(&mut ::core::fmt::Formatter<'_>);
    let debug = plan.declared.iter().map(|_| {
        quote! {
            #[automatically_derived]
            impl ::core::fmt::Debug for #name {
                #[inline]
                fn fmt(&self, f: #formatter) -> ::core::fmt::Result {
                    ::core::fmt::Debug::fmt(&#runtime::Code::row(self), f)
                }
            }
        }
    });
    let row = expand_row(&plan.rows);
    let of_row = plan.partial.iter().map(|rows| {
        quote! {
            fn __of_row(row: ::core::primitive::u16) -> ::core::option::Option<Self> {
                #runtime::__private::variant_of(&ALL, &[#(#rows),*], row)
            }
        }
    });
    quote! {
        #(#debug)*

        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            #[inline]
            fn fmt(&self, f: #formatter) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&#runtime::Code::row(self), f)
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for #name {}

        #[automatically_derived]
        impl #runtime::Code for #name {
            #[inline]
            fn row(&self) -> #runtime::Row {
                TABLE.row(#row)
            }
        }

        #[automatically_derived]
        impl #runtime::CodeTable for #name {
            const TABLE: &'static #runtime::Table = &TABLE;
            const ALL: &'static [Self] = &ALL;
            #(#of_row)*
        }
    }
}

/// The number of the row of `*self`.
fn expand_row(rows: &RowOf) -> TokenStream {
    match rows {
        RowOf::Discriminant => quote!(*self as ::core::primitive::u16),
        RowOf::Position(rows) => quote!({
            const ROWS: &[::core::primitive::u16] = &[#(#rows),*];
            ROWS[*self as ::core::primitive::usize]
        }),
        RowOf::Variant(rows) => {
            let arms = rows
                .iter()
                .map(|(variant, row)| quote!(Self::#variant => #row,));
            quote!(match *self { #(#arms)* })
        }
        RowOf::Nothing => quote!(0),
    }
}
