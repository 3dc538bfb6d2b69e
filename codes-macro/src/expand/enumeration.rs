//! ```text
//! /// the user's docs
//! /// the table
//! #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
//! #[repr(u16)]
//! #[non_exhaustive]
//! pub enum PointsCode {
//!     /// 402 Points balance negative (PointsBalanceNegative)
//!     #[doc(alias = "402")]
//!     PointsBalanceNegative,
//! }
//! ```

use std::fmt::Write as _;
use std::str::FromStr as _;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::plan::{Declared, Plan, Variant};

pub(crate) fn expand(plan: &Plan, declared: &Declared) -> TokenStream {
    let name = &plan.name;
    let Declared { attributes, visibility, exhaustive, .. } = declared;
    let mut text = String::new();
    write_doc(&mut text, &declared.doc);
    let doc = parse(&text);
    let non_exhaustive = (!exhaustive).then(|| quote!(#[non_exhaustive]));
    text.clear();
    declared.variants.iter().for_each(|variant| write_variant(&mut text, variant));
    let variants = parse(&text);
    quote! {
        #(#attributes)*
        #doc
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash,
        )]
        #[repr(u16)]
        #non_exhaustive
        #[allow(non_camel_case_types, clippy::deprecated_semver)]
        #visibility enum #name { #variants }
    }
}

/// One string of tokens costs the compiler far less than tokens one by one.
fn parse(text: &str) -> TokenStream {
    TokenStream::from_str(text).unwrap_or_else(|error| {
        let message = format!("codes-macro wrote what is not Rust, please report it: {error}");
        quote!(::core::compile_error!(#message))
    })
}

fn write_doc(text: &mut String, doc: &str) {
    for line in doc.lines() {
        text.push_str("/// ");
        text.push_str(line);
        text.push('\n');
    }
}

fn write_variant(text: &mut String, variant: &Variant) {
    write_doc(text, &variant.doc);
    for alias in &variant.aliases {
        let _ = writeln!(text, "#[doc(alias = {})]", Literal::string(alias));
    }
    if let Some(deprecated) = &variant.deprecated {
        let named = [("since", &deprecated.since), ("note", &deprecated.note)];
        let said =
            named.iter().filter_map(|(key, said)| Some(format!("{key} = {}", Literal::string(said.as_deref()?))));
        let said = said.collect::<Vec<_>>().join(", ");
        let said = if said.is_empty() { said } else { format!("({said})") };
        let _ = writeln!(text, "#[deprecated{said}]");
    }
    let _ = writeln!(text, "{},", variant.name);
}
