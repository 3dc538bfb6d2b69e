//! From a plan to tokens. Nothing is decided here, and nothing can fail.

mod code;
mod convert;
mod enumeration;
mod inherent;
mod literal;
mod report;
mod serde;
mod table;

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Plan;

/// The enum, unless it is the user's, and beside it in a block of its own all that belongs to it.
pub(crate) fn expand(plan: &Plan) -> TokenStream {
    if plan.hopeless {
        return report::expand(plan);
    }
    let enumeration = plan
        .declared
        .iter()
        .map(|declared| enumeration::expand(plan, declared));
    let inherent = plan
        .declared
        .iter()
        .map(|declared| inherent::expand(plan, declared));
    let table = table::expand(plan);
    let code = code::expand(plan);
    let convert = convert::expand(plan);
    let serde = plan.serde.as_ref().map(|asked| serde::expand(plan, asked));
    let cfgs: Vec<_> = plan
        .declared
        .iter()
        .flat_map(|declared| &declared.cfgs)
        .collect();
    let mut report = report::expand(plan);
    if !cfgs.is_empty() {
        report = quote!(#(#cfgs)* const _: () = { #report };);
    }
    // the bytes in a function that nobody calls stay out of what the crate leaves behind
    let track = plan.track.iter();
    quote! {
        #(#enumeration)*
        #(#cfgs)*
        #[allow(deprecated)]
        const _: () = {
            #table
            #(#inherent)*
            #code
            #convert
            #serde
            #(
                fn _spec() -> &'static [::core::primitive::u8] {
                    #track
                }
            )*
        };
        #report
    }
}
