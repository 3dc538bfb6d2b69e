//! ```text
//! codes_runtime::__private::v1::impl_serde! { PointsCode compile_error!("…"); }    // Serialize, Deserialize, or the error
//! ```
//! Only the runtime knows whether it is built with its feature `serde`. The error for a missing
//! feature is emitted here, so that the compiler shows it at the user's `serde` argument.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use crate::plan::{Plan, Serde};

pub(crate) fn expand(plan: &Plan, serde: &Serde) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let missing = serde.missing.as_str();
    let condition = serde.condition.iter();
    quote_spanned!(serde.span=> #(#[cfg(#condition)])* #runtime::__private::v1::impl_serde! { #name ::core::compile_error!(#missing); })
}
