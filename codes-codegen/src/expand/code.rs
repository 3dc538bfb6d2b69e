//! ```text
//! impl Debug for PointsCode { … }      // the name; under the derive, this is the user's
//! impl Display for PointsCode { … }    // the row's
//! impl Error for PointsCode {}
//! impl Code for PointsCode { fn row(&self) -> Row { TABLE.row(*self as u16) } }
//! impl CodeTable for PointsCode { const TABLE: &'static Table = &TABLE; const ALL: &'static [Self] = &ALL; }
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::literal;
use crate::plan::{Plan, RowNumber};

pub(crate) fn expand(plan: &Plan) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let is_declared = plan.enumeration.is_some();
    let (helper, row) = if is_declared {
        let number = row_number(plan, &quote!(*self));
        let helper = matches!(plan.row_number, RowNumber::Order).then(|| expand_row_number(plan));
        (helper, quote!(TABLE.row(#number)))
    } else {
        (Some(expand_row_of(plan)), quote!(row_of(self)))
    };
    let debug = is_declared.then(|| expand_format(plan, &quote!(Debug)));
    let display = expand_format(plan, &quote!(Display));
    let of_row = plan.partial.iter().map(|rows| {
        quote! {
            fn __of_row(row: ::core::primitive::u16) -> ::core::option::Option<Self> {
                #runtime::__private::v1::variant_of(&ALL, &[#(#rows),*], row)
            }
        }
    });
    // Bounds that are not generic are assumed in the block, and only checked where the traits are
    // used. So an enum that derives too little has one error: that of `derives`.
    let debug_bound = (!is_declared).then(|| quote!(where for<'a> #name: ::core::fmt::Debug));
    let table_bound = (!is_declared).then(|| {
        quote!(where for<'a> #name: ::core::marker::Copy + ::core::fmt::Debug + ::core::cmp::Eq + ::core::hash::Hash)
    });
    let check = plan
        .checks_derives
        .then(|| quote!(const _: () = #runtime::__private::v1::derives::<#name, _>();));
    quote! {
        #check

        #helper

        #debug

        #display

        #[automatically_derived]
        impl ::core::error::Error for #name #debug_bound {}

        #[automatically_derived]
        impl #runtime::Code for #name #debug_bound {
            #[inline]
            fn row(&self) -> #runtime::Row {
                #row
            }
        }

        #[automatically_derived]
        impl #runtime::CodeTable for #name #table_bound {
            const TABLE: &'static #runtime::Table = &TABLE;
            const ALL: &'static [Self] = &ALL;
            #(#of_row)*
        }
    }
}

/// The row of a variant of a user's enum, for implementations that assume nothing of it.
fn expand_row_of(plan: &Plan) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let row = expand_match(name, &plan.row_number);
    quote! {
        #[allow(clippy::trivially_copy_pass_by_ref)]
        #[inline]
        fn row_of(code: &#name) -> #runtime::Row {
            TABLE.row(#row)
        }
    }
}

/// Implements a trait of `core::fmt` by delegating to the row.
fn expand_format(plan: &Plan, format: &TokenStream) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let row = if plan.enumeration.is_some() {
        quote!(#runtime::Code::row(self))
    } else {
        quote!(row_of(self))
    };
    quote! {
        #[automatically_derived]
        impl ::core::fmt::#format for #name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::#format::fmt(&#row, f)
            }
        }
    }
}

/// The number of the row of a declared variant.
pub(super) fn row_number(plan: &Plan, variant: &TokenStream) -> TokenStream {
    if matches!(plan.row_number, RowNumber::Order) {
        quote!(row_number(#variant))
    } else {
        quote!(#variant as ::core::primitive::u16)
    }
}

/// Finds the row of a variant whose discriminant is not the row's number.
///
/// ```text
/// const fn row_number(code: PointsCode) -> u16 { match code { PointsCode::NotFound => 0, … } }
/// ```
fn expand_row_number(plan: &Plan) -> TokenStream {
    let name = &plan.name;
    let arms: String = (0u16..)
        .zip(&plan.all)
        .map(|(row, variant)| format!("{name}::{variant} => {row},"))
        .collect();
    let arms = literal::parse(&arms);
    quote! {
        #[inline]
        const fn row_number(code: #name) -> ::core::primitive::u16 {
            match code { #arms }
        }
    }
}

/// The number of the row of `*code`, a variant of a user's enum.
fn expand_match(name: &Ident, rows: &RowNumber) -> TokenStream {
    let RowNumber::Match(rows) = rows else {
        return quote!(0);
    };
    let arms = rows
        .iter()
        .map(|(variant, row)| quote!(#name::#variant => #row,));
    quote!(match *code { #(#arms)* })
}
