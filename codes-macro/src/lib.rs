//! The macros of `codes-runtime`, which re-exports and documents them.
//!
//! They have no docs here, because rustdoc would append those to the ones in `codes-runtime`.
#![expect(missing_docs, reason = "documented in codes-runtime")]

use proc_macro::TokenStream;

#[proc_macro]
pub fn codes(input: TokenStream) -> TokenStream {
    codes_codegen::codes(input.into()).into()
}

// `#[codes(…)]` belongs to `codes!`; it is accepted here so that using it causes a helpful error
#[proc_macro_derive(Code, attributes(code, codes))]
pub fn derive_code(input: TokenStream) -> TokenStream {
    codes_codegen::derive_code(input.into()).into()
}
