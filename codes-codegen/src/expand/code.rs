//! ```text
//! impl Debug for PointsCode { … }      // prints the name; not emitted for the derive, whose users have their own
//! impl Display for PointsCode { … }    // delegates to the row
//! impl Error for PointsCode {}
//! impl Code for PointsCode { fn row(&self) -> Row { row_of(*self) } }
//! impl CodeTable for PointsCode { const TABLE: &'static Table = &TABLE; const ALL: &'static [Self] = &ALL; }
//! ```

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literal;
use super::table::{allow_long, expand_reference, grouped};
use crate::plan::{Plan, RowNumber};

pub(crate) fn expand(plan: &Plan) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let is_declared = plan.enumeration.is_some();
    let (row_of, row) = if is_declared {
        (expand_row_of(plan), quote!(row_of(*self)))
    } else {
        (expand_row_of_reference(plan), quote!(row_of(self)))
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
    // With `for<'a>`, the compiler checks these bounds only where the traits are used. So an enum
    // that derives too few traits causes only one error, that of the call of `derives` below.
    let debug_bound = (!is_declared).then(|| quote!(where for<'a> #name: ::core::fmt::Debug));
    let table_bound = (!is_declared).then(|| {
        quote!(where for<'a> #name: ::core::marker::Copy + ::core::fmt::Debug + ::core::cmp::Eq + ::core::hash::Hash)
    });
    let (table, allow_long) = (expand_reference(plan), allow_long(plan));
    let check = plan
        .checks_derives
        .then(|| quote!(const _: () = #runtime::__private::v1::derives::<#name, _>();));
    quote! {
        #check

        #row_of

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
            #allow_long
            const TABLE: &'static #runtime::Table = #table;
            const ALL: &'static [Self] = &ALL;
            #(#of_row)*
        }
    }
}

/// Emits the function that finds the row of a variant of a user's enum. It takes a reference,
/// because the enum may not be `Copy`.
///
/// ```text
/// fn row_of(code: &Payment) -> Row {
///     const ROWS: &[u16] = &[4, 3];
///     TABLE.row(ROWS[code.__copied() as usize])
/// }
/// ```
/// `__copied` accepts an enum that is not `Copy`, so that the only error is that of the call of `derives`.
fn expand_row_of_reference(plan: &Plan) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let copied = quote! {
        #[allow(unused_imports)]
        use #runtime::__private::v1::{Copied as _, NotCopied as _};
    };
    let (items, row) = match &plan.row_number {
        RowNumber::Position(None) => (copied, quote!(code.__copied() as ::core::primitive::u16)),
        RowNumber::Position(Some(rows)) => {
            let rows = list(rows);
            let items = quote! {
                #copied
                const ROWS: &[::core::primitive::u16] = &[#rows];
            };
            (
                items,
                quote!(ROWS[code.__copied() as ::core::primitive::usize]),
            )
        }
        RowNumber::Match(rows) => {
            let arms = rows
                .iter()
                .map(|(variant, row)| quote!(#name::#variant => #row,));
            (TokenStream::new(), quote!(match *code { #(#arms)* }))
        }
        RowNumber::Discriminant | RowNumber::Code(_) | RowNumber::Unknown => {
            (TokenStream::new(), quote!(0))
        }
    };
    quote! {
        #[allow(clippy::trivially_copy_pass_by_ref)]
        #[inline]
        fn row_of(code: &#name) -> #runtime::Row {
            #items
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

/// Emits the function that finds the row of a declared variant.
///
/// ```text
/// const fn row_of(code: PointsCode) -> Row { TABLE.row(code as u16) }
/// const fn row_of(code: PointsCode) -> Row { v1::row::<PointsCode>(code as u16) }      // in a generated file
/// ```
/// If the discriminant is the row's code, the row number is `row_of_code(&TABLE, b"…", code as i64)`.
fn expand_row_of(plan: &Plan) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let (number, allow) = match &plan.row_number {
        RowNumber::Code(order) => (
            expand_number_of_code(plan, order),
            quote!(#[allow(clippy::cast_possible_wrap)]),
        ),
        _ => (quote!(code as ::core::primitive::u16), TokenStream::new()),
    };
    let row = if plan.checksums.is_some() {
        quote!(#runtime::__private::v1::row::<#name>(#number))
    } else {
        quote!(TABLE.row(#number))
    };
    quote! {
        #allow
        #[inline]
        const fn row_of(code: #name) -> #runtime::Row {
            #row
        }
    }
}

fn expand_number_of_code(plan: &Plan, order: &[u8]) -> TokenStream {
    let runtime = &plan.runtime;
    let order = Literal::byte_string(order);
    let checked = plan.checksums.and_then(|sums| sums.order).map(|checksum| {
        let checksum = grouped(checksum);
        quote!(const { #runtime::__private::v1::intact(#order, #checksum) })
    });
    let order = checked.unwrap_or_else(|| quote!(#order));
    quote!(#runtime::__private::v1::row_of_code(&TABLE, #order, code as ::core::primitive::i64))
}

fn list(rows: &[u16]) -> TokenStream {
    literal::parse(&rows.iter().map(|row| format!("{row},")).collect::<String>())
}
