//! ```text
//! codes_runtime::__private::impl_serde! { PointsCode }    // Serialize, Deserialize: a code, else the name
//! ```
//! Only the runtime knows whether it has its feature `serde`: without it, its macro says so.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use crate::plan::Plan;

pub(crate) fn expand(plan: &Plan, asked: Span) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    quote_spanned!(asked=> #runtime::__private::impl_serde! { #name })
}
