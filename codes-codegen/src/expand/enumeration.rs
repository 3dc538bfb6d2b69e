//! ```text
//! /// the user's docs
//! #[doc = "the table"]
//! #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
//! #[repr(u16)]
//! #[non_exhaustive]
//! pub enum PointsCode {
//!     /// 402 Points balance negative (PointsBalanceNegative)
//!     #[doc(alias("402"))]
//!     PointsBalanceNegative,
//! }
//! ```

use std::fmt::Write as _;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literal::{self, parse};
use crate::plan::{Declared, Deprecated, Plan, Variant};

pub(crate) fn expand(plan: &Plan, declared: &Declared) -> TokenStream {
    let name = &plan.name;
    let Declared {
        attributes,
        visibility,
        exhaustive,
        ..
    } = declared;
    // one attribute: the compiler reads all that an enum has for each variant of an array
    let doc = literal::text(&declared.doc);
    let non_exhaustive = (!exhaustive).then(|| quote!(#[non_exhaustive]));
    let mut text = String::new();
    declared
        .variants
        .iter()
        .for_each(|variant| write_variant(&mut text, variant));
    let variants = parse(&text);
    quote! {
        #(#attributes)*
        #[doc = #doc]
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash,
        )]
        #[repr(u16)]
        #non_exhaustive
        #[allow(non_camel_case_types, clippy::deprecated_semver, clippy::enum_variant_names, clippy::upper_case_acronyms)]
        #visibility enum #name { #variants }
    }
}

fn write_variant(text: &mut String, variant: &Variant) {
    for line in variant.doc.lines() {
        let _ = writeln!(text, "/// {line}");
    }
    if !variant.aliases.is_empty() {
        text.push_str("#[doc(alias(");
        for alias in &variant.aliases {
            let _ = write!(text, "{alias:?},");
        }
        text.push_str("))]\n");
    }
    if let Some(deprecated) = &variant.deprecated {
        write_deprecated(text, deprecated);
    }
    let _ = writeln!(text, "{},", variant.name);
}

/// The note to the letter, for rustc; and where rustdoc would read something else in it, for rustdoc.
fn write_deprecated(text: &mut String, deprecated: &Deprecated) {
    let attribute = |note: &Option<String>| {
        let named = [("since", &deprecated.since), ("note", note)];
        let said = named.iter().filter_map(|(key, said)| {
            Some(format!("{key} = {}", Literal::string(said.as_deref()?)))
        });
        let said = said.collect::<Vec<_>>().join(", ");
        if said.is_empty() {
            "deprecated".to_owned()
        } else {
            format!("deprecated({said})")
        }
    };
    let plain = attribute(&deprecated.note);
    let _ = match &deprecated.doc_note {
        None => writeln!(text, "#[{plain}]"),
        note => writeln!(
            text,
            "#[cfg_attr(not(doc), {plain})]\n#[cfg_attr(doc, {})]",
            attribute(note)
        ),
    };
}
