//! The macros of `codes-runtime`, which re-exports and documents them.

use proc_macro::TokenStream;

/// Declares an enum for each of the named specs; see `codes_runtime::codes`.
#[proc_macro]
pub fn codes(input: TokenStream) -> TokenStream {
    codes_codegen::codes(input.into()).into()
}

/// Implements the traits of `codes-runtime` for the user's own enum; see `codes_runtime::Code`.
///
/// `#[codes(…)]` belongs to `codes!`. It is accepted here so that using it causes a helpful error.
#[proc_macro_derive(Code, attributes(code, codes))]
pub fn derive_code(input: TokenStream) -> TokenStream {
    codes_codegen::derive_code(input.into()).into()
}
