//! ```text
//! compile_error!("status `4o4` is not a number …");
//! const _: () = {
//!     #[deprecated(note = "no row stands in the group …")]
//!     const spec: () = ();
//!     spec
//! };
//! ```
//! A deprecated constant that is used is the only way to warn.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use crate::plan::Plan;

pub(crate) fn expand(plan: &Plan) -> TokenStream {
    let problems = plan.problems.iter().map(syn::Error::to_compile_error);
    let errors = plan
        .errors
        .iter()
        .map(|message| quote_spanned!(plan.span=> ::core::compile_error!(#message);));
    let warnings = plan.warnings.iter().map(|message| {
        let spec = Ident::new("spec", plan.span);
        quote_spanned! {plan.span=>
            const _: () = {
                #[deprecated(note = #message)]
                #[allow(non_upper_case_globals)]
                const #spec: () = ();
                #spec
            };
        }
    });
    quote!(#(#problems)* #(#errors)* #(#warnings)*)
}
