//! ```text
//! #[doc(hidden)]
//! pub struct __PointsCode<const N: usize>;
//! pub type PointsCode = __PointsCode<{ compile_error!("cannot find `specs/points.yaml`") }>;
//! ```
//! No variant is known, so any use of the enum would be an error too. rustc reports nothing else
//! about a type that contains an error.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::input::codes_input::Declaration;

/// Emits a placeholder type for a table that could not be read. `error` is an expression.
pub(crate) fn expand(declaration: &Declaration, error: &TokenStream) -> TokenStream {
    let Declaration {
        attributes,
        visibility,
        name,
        ..
    } = declaration;
    let cfgs = &attributes.cfgs;
    let hidden: Ident = format_ident!("__{name}");
    quote! {
        #(#cfgs)*
        #[doc(hidden)]
        #[allow(dead_code, non_camel_case_types, unreachable_pub, private_interfaces)]
        pub struct #hidden<const N: ::core::primitive::usize>;

        #(#cfgs)*
        #[allow(dead_code, non_camel_case_types)]
        #visibility type #name = #hidden<{ #error }>;
    }
}
