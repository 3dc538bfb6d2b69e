//! Turns a plan into tokens. Nothing is decided here, and nothing can fail.

mod code;
mod convert;
mod enumeration;
mod inherent;
mod literal;
pub(crate) mod placeholder;
mod serde;
mod table;

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Plan;

/// The enum, unless it is the user's own, and a block with all its implementations.
///
/// ```text
/// codes_runtime::__layout!(1);         // in a generated file
/// pub enum PointsCode { … }
/// const _: () = {
///     static TABLE: Table = …;
///     impl PointsCode { … }
///     impl Code for PointsCode { … }
///     …
///     fn _spec() -> &'static [u8] { include_bytes!(…) }
/// };
/// ```
pub fn expand(plan: &Plan) -> TokenStream {
    let enumeration = plan.enumeration.as_ref();
    let cfgs = enumeration
        .into_iter()
        .flat_map(|enumeration| &enumeration.cfgs);
    let inherent = enumeration.map(|enumeration| inherent::expand(plan, enumeration));
    let enumeration = enumeration.map(|enumeration| enumeration::expand(plan, enumeration));
    let table = table::expand(plan);
    let code = code::expand(plan);
    let convert = convert::expand(plan);
    let serde = plan.serde.as_ref().map(|serde| serde::expand(plan, serde));
    // `include_bytes!` is in a function that is never called, so that the bytes are not part of the
    // compiled crate
    let track = plan.track.iter();
    let runtime = &plan.runtime;
    let layout = plan.checksums.map(|_| quote!(#runtime::__layout!(1);));
    let skip = plan.checksums.map(|_| quote!(#[rustfmt::skip]));
    quote! {
        #layout
        #enumeration
        #(#cfgs)*
        #[allow(deprecated)]
        #skip
        const _: () = {
            #table
            #inherent
            #code
            #convert
            #serde
            #(
                fn _spec() -> &'static [::core::primitive::u8] {
                    #track
                }
            )*
        };
    }
}
