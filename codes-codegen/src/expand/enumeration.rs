//! ```text
//! /// the user's docs
//! #[doc = "the table"]
//! #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
//! #[non_exhaustive]
//! pub enum PointsCode {
//!     /// 402 Points balance negative (PointsBalanceNegative)
//!     #[doc(alias("402"))]
//!     PointsBalanceNegative,
//! }
//! ```
//! There is no `repr`, because rustdoc would then show the discriminants, which are positions but
//! could be mistaken for codes. With `#[codes(repr = i32)]`, the discriminants are the codes.

use std::fmt::Write as _;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literal::{self, parse};
use crate::plan::{Deprecated, Enumeration, Plan, Variant};

pub(crate) fn expand(plan: &Plan, enumeration: &Enumeration) -> TokenStream {
    let name = &plan.name;
    let Enumeration {
        attributes,
        visibility,
        exhaustive,
        ..
    } = enumeration;
    // one attribute, because the compiler looks at all attributes of the enum for each variant in
    // `ALL`
    let docs = literal::text(&enumeration.docs);
    let non_exhaustive = (!exhaustive).then(|| quote!(#[non_exhaustive]));
    let repr = enumeration.repr.iter().map(|repr| quote!(#[repr(#repr)]));
    let mut text = String::new();
    for variant in &enumeration.variants {
        write_variant(&mut text, variant);
    }
    let variants = parse(&text);
    quote! {
        #(#attributes)*
        #[doc = #docs]
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash,
        )]
        #(#repr)*
        #non_exhaustive
        #[allow(dead_code, non_camel_case_types, clippy::deprecated_semver, clippy::doc_markdown, clippy::enum_variant_names, clippy::upper_case_acronyms)]
        #visibility enum #name { #variants }
    }
}

fn write_variant(text: &mut String, variant: &Variant) {
    for line in variant.docs.lines() {
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
    let _ = match variant.discriminant {
        Some(code) => writeln!(text, "{} = {code},", variant.name),
        None => writeln!(text, "{},", variant.name),
    };
}

/// rustc prints a note unchanged, but rustdoc renders it as Markdown. If that would change the text,
/// rustdoc gets a note of its own.
fn write_deprecated(text: &mut String, deprecated: &Deprecated) {
    let plain = deprecated_attribute(deprecated, deprecated.note.as_deref());
    let _ = match deprecated.markdown_note.as_deref() {
        None => writeln!(text, "#[{plain}]"),
        note => writeln!(
            text,
            "#[cfg_attr(not(doc), {plain})]\n#[cfg_attr(doc, {})]",
            deprecated_attribute(deprecated, note)
        ),
    };
}

fn deprecated_attribute(deprecated: &Deprecated, note: Option<&str>) -> String {
    let arguments = [("since", deprecated.since.as_deref()), ("note", note)];
    let arguments = arguments
        .iter()
        .filter_map(|(key, value)| Some(format!("{key} = {}", Literal::string((*value)?))));
    let arguments = arguments.collect::<Vec<_>>().join(", ");
    if arguments.is_empty() {
        "deprecated".to_owned()
    } else {
        format!("deprecated({arguments})")
    }
}
