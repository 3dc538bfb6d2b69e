//! ```text
//! impl Debug for PointsCode { … }      // the name; under the derive, this is the user's
//! impl Display for PointsCode { … }    // the row's
//! impl Error for PointsCode {}
//! impl Code for PointsCode { fn row(&self) -> Row { TABLE.row(*self as u16) } }
//! impl CodeTable for PointsCode { const TABLE: &'static Table = &TABLE; const ALL: &'static [Self] = &ALL; }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Plan, RowNumber};

pub(crate) fn expand(plan: &Plan) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let debug = plan
        .enumeration
        .iter()
        .map(|_| expand_format(plan, &quote!(Debug)));
    let display = expand_format(plan, &quote!(Display));
    let row = expand_row(&plan.row_number);
    let of_row = plan.partial.iter().map(|rows| {
        quote! {
            fn __of_row(row: ::core::primitive::u16) -> ::core::option::Option<Self> {
                #runtime::__private::v1::variant_of(&ALL, &[#(#rows),*], row)
            }
        }
    });
    quote! {
        #(#debug)*

        #display

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

/// Implements a trait of `core::fmt` by delegating to the row.
fn expand_format(plan: &Plan, format: &TokenStream) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    quote! {
        #[automatically_derived]
        impl ::core::fmt::#format for #name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::#format::fmt(&#runtime::Code::row(self), f)
            }
        }
    }
}

/// The number of the row of `*self`.
fn expand_row(rows: &RowNumber) -> TokenStream {
    match rows {
        RowNumber::Discriminant => quote!(*self as ::core::primitive::u16),
        RowNumber::Position(rows) => quote!({
            const ROWS: &[::core::primitive::u16] = &[#(#rows),*];
            ROWS[*self as ::core::primitive::usize]
        }),
        RowNumber::Match(rows) => {
            let arms = rows
                .iter()
                .map(|(variant, row)| quote!(Self::#variant => #row,));
            quote!(match *self { #(#arms)* })
        }
        RowNumber::Unknown => quote!(0),
    }
}
