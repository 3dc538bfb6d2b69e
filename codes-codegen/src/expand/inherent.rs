//! ```text
//! impl PointsCode {
//!     pub const ALL: &'static [Self] = &ALL;
//!     pub const fn status(self) -> Option<u16> { row_of(self).status() }
//!     pub fn is_billing(self) -> bool { row_of(self).has_tag_number(0) }
//!     #[deprecated(note = "renamed to `PointsBalanceNegative`")]
//!     pub const BalanceNegative: Self = Self::PointsBalanceNegative;
//! }
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::plan::getters::{Getter, Returns};
use crate::plan::{Enumeration, FormerName, Plan, Tag};

pub(crate) fn expand(plan: &Plan, enumeration: &Enumeration) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let all_docs = with_leading_space(enumeration.all_docs);
    let getters = enumeration
        .getters
        .iter()
        .map(|getter| expand_getter(getter, runtime));
    let description = expand_description(enumeration.description, runtime);
    let tags = enumeration.tags.iter().map(expand_tag);
    let former_names = enumeration.former_names.iter().map(expand_former_name);
    quote! {
        #[allow(dead_code, non_upper_case_globals, clippy::doc_markdown, clippy::trivially_copy_pass_by_ref)]
        impl #name {
            #[doc = #all_docs]
            pub const ALL: &'static [Self] = &ALL;
            #(#getters)*
            #description
            #(#tags)*
            #(#former_names)*
        }
    }
}

fn expand_getter(getter: &Getter, runtime: &TokenStream) -> TokenStream {
    let name = ident(getter.name);
    let returns = expand_type(getter.returns, runtime);
    let docs = with_leading_space(getter.docs);
    quote! {
        #[doc = #docs]
        #[inline]
        #[must_use]
        pub const fn #name(self) -> #returns {
            row_of(self).#name()
        }
    }
}

fn expand_description(getter: &Getter, runtime: &TokenStream) -> TokenStream {
    let name = ident(getter.name);
    let returns = expand_type(getter.returns, runtime);
    let docs = with_leading_space(getter.docs);
    quote! {
        #[doc = #docs]
        #[inline]
        #[must_use]
        pub const fn #name(&self) -> #returns {
            row_of(*self).#name()
        }
    }
}

fn expand_type(returns: Returns, runtime: &TokenStream) -> TokenStream {
    let text = quote!(&'static ::core::primitive::str);
    let option = quote!(::core::option::Option);
    match returns {
        Returns::Bool => quote!(::core::primitive::bool),
        Returns::Text => text,
        Returns::OptionalText => quote!(#option<#text>),
        Returns::OptionalStatus => quote!(#option<::core::primitive::u16>),
        Returns::OptionalCode => quote!(#option<#runtime::RawCode<'static>>),
        Returns::OptionalKind => quote!(#option<#runtime::Kind>),
        Returns::OptionalRetry => quote!(#option<#runtime::Retry>),
        Returns::Outcome => quote!(#runtime::Outcome),
    }
}

fn expand_tag(tag: &Tag) -> TokenStream {
    let Tag { number, docs, .. } = tag;
    let docs = with_leading_space(docs);
    let method = ident(&tag.method);
    quote! {
        #[doc = #docs]
        #[inline]
        #[must_use]
        pub fn #method(self) -> ::core::primitive::bool {
            row_of(self).has_tag_number(#number)
        }
    }
}

fn expand_former_name(former: &FormerName) -> TokenStream {
    let (name, now) = (ident(&former.name), ident(&former.now));
    let FormerName { docs, note, .. } = former;
    let docs = with_leading_space(docs);
    quote! {
        #[doc = #docs]
        #[deprecated(note = #note)]
        pub const #name: Self = Self::#now;
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// Adds the space that begins a `///` comment to every line, because indentation matters in Markdown.
fn with_leading_space(docs: &str) -> String {
    format!(" {}", docs.replace('\n', "\n "))
}
