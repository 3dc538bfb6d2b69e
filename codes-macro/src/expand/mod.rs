//! From a plan to tokens. Nothing is decided here, and nothing can fail.

mod code;
mod convert;
mod enumeration;
mod inherent;
mod report;
mod table;

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Plan;

/// The enum, and beside it in a block of its own all that belongs to it.
pub(crate) fn expand(plan: &Plan) -> TokenStream {
    let enumeration = enumeration::expand(plan);
    let table = table::expand(plan);
    let inherent = inherent::expand(plan);
    let code = code::expand(plan);
    let convert = convert::expand(plan);
    let report = report::expand(plan);
    let track = plan.track.iter();
    quote! {
        #enumeration
        const _: () = {
            #table
            #inherent
            #code
            #convert
        };
        #(const _: &[::core::primitive::u8] = #track;)*
        #report
    }
}
