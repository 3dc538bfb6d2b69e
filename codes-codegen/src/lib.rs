//! Generates typed enums from vendors' tables: what `codes!` and `#[derive(Code)]` expand to.

mod adopt;
mod attr;
mod cover;
mod doc;
mod expand;
mod fallback;
#[cfg(test)]
mod golden;
mod input;
mod path;
mod plan;
mod read;
mod spec;
#[cfg(test)]
mod stages;

extern crate proc_macro;

use proc_macro2::TokenStream;

/// Expands the input of `codes!`.
pub fn codes(input: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    for item in input::read(input, &mut out) {
        let spec = item.path.as_ref().ok().map(spec::read);
        let plan = plan::plan(item, spec.as_ref());
        out.extend(expand::expand(&plan));
    }
    out
}

/// Expands `#[derive(Code)]` for the tokens of an item.
pub fn derive_code(input: TokenStream) -> TokenStream {
    let adopted = match adopt::read(input) {
        Ok(adopted) => adopted,
        Err(error) => return error.to_compile_error(),
    };
    let spec = adopted.path.as_ref().map(spec::read);
    expand::expand(&plan::adopt(adopted, spec.as_ref()))
}
