//! ```text
//! impl PointsCode {
//!     pub const ALL: &'static [Self] = &ALL;
//!     pub const fn status(self) -> Option<u16> { TABLE.row(self as u16).status() }
//!     pub fn is_billing(self) -> bool { TABLE.row(self as u16).has_tag_number(0) }
//!     #[deprecated(note = "renamed to `PointsBalanceNegative`")]
//!     pub const BalanceNegative: Self = Self::PointsBalanceNegative;
//! }
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::doc;
use crate::plan::{Declared, FormerName, Plan, Tag};

pub(crate) fn expand(plan: &Plan, declared: &Declared) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let option = quote!(::core::option::Option);
    let text = quote!(&'static ::core::primitive::str);
    let getters = [
        getter("name", &text, "The variant's name, as the spec has it."),
        getter(
            "status",
            &quote!(#option<::core::primitive::u16>),
            "The first status that is a single one.",
        ),
        getter(
            "code",
            &quote!(#option<#runtime::RawCode<'static>>),
            "The vendor's machine code, unless it is a range.",
        ),
        getter(
            "title",
            &quote!(#option<#text>),
            "What the vendor calls it.",
        ),
        getter(
            "kind",
            &quote!(#option<#runtime::Kind>),
            "What it means, in one vocabulary for all vendors.",
        ),
        getter(
            "retry",
            &quote!(#option<#runtime::Retry>),
            "Whether the vendor says to send the request again.",
        ),
        getter(
            "outcome",
            &quote!(#runtime::Outcome),
            "How the request went.",
        ),
        getter(
            "is_error",
            &quote!(::core::primitive::bool),
            "Whether the outcome is an error.",
        ),
    ];
    let tags = (0u16..)
        .zip(&declared.tags)
        .map(|(number, tag)| expand_tag(number, tag));
    let former_names = declared.former_names.iter().map(expand_former_name);
    quote! {
        #[allow(non_upper_case_globals, clippy::trivially_copy_pass_by_ref)]
        impl #name {
            /// The variants, in table order.
            pub const ALL: &'static [Self] = &ALL;
            #(#getters)*

            /// What it means.
            #[inline]
            #[must_use]
            // by reference: by value, `Error::description` would be nearer to a reference than this
            pub const fn description(&self) -> #option<#text> {
                TABLE.row(*self as ::core::primitive::u16).description()
            }

            #(#tags)*
            #(#former_names)*
        }
    }
}

fn getter(name: &str, returns: &TokenStream, doc: &str) -> TokenStream {
    let name = Ident::new(name, Span::call_site());
    quote! {
        #[doc = #doc]
        #[inline]
        #[must_use]
        pub const fn #name(self) -> #returns {
            TABLE.row(self as ::core::primitive::u16).#name()
        }
    }
}

fn expand_tag(number: u16, tag: &Tag) -> TokenStream {
    let name = format_ident!("is_{}", tag.name);
    let doc = &tag.doc;
    quote! {
        #[doc = #doc]
        #[inline]
        #[must_use]
        pub fn #name(self) -> ::core::primitive::bool {
            TABLE.row(self as ::core::primitive::u16).has_tag_number(#number)
        }
    }
}

fn expand_former_name(former: &FormerName) -> TokenStream {
    let [name, now] = [&former.name, &former.now].map(|name| Ident::new(name, Span::call_site()));
    let note = format!("renamed to `{now}`");
    let doc = format!("The former name of {}.", doc::variant(&former.now));
    quote! {
        #[doc = #doc]
        #[deprecated(note = #note)]
        pub const #name: Self = Self::#now;
    }
}
