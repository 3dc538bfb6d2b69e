//! ```text
//! codes_runtime::__private::impl_serde! { PointsCode compile_error!("…"); }    // Serialize, Deserialize, or the error
//! ```
//! Only the runtime knows whether it has its feature `serde`. The error comes from here, so that it has the place where the
//! user asks.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use crate::attr::Serde;
use crate::plan::Plan;

pub(crate) fn expand(plan: &Plan, asked: &Serde) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let missing = "`serde` needs the feature `serde` of codes-runtime; turn it on in Cargo.toml, as in \
                   `codes-runtime = { version = \"…\", features = [\"serde\"] }`";
    let condition = asked.condition.iter();
    quote_spanned!(asked.span=> #(#[cfg(#condition)])* #runtime::__private::impl_serde! { #name ::core::compile_error!(#missing); })
}
