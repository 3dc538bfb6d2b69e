//! The macros of `codes-runtime`, which re-exports and documents them.

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

use proc_macro2::TokenStream;

/// Declares enums over vendors' tables; `codes_runtime::codes` has the documentation.
#[proc_macro]
pub fn codes(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand_codes(input.into()).into()
}

fn expand_codes(input: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    for item in input::read(input, &mut out) {
        let spec = item.path.as_ref().ok().map(spec::read);
        let plan = plan::plan(item, spec.as_ref());
        out.extend(expand::expand(&plan));
    }
    out
}

/// Takes a user's own enum for a vendor's table; `codes_runtime::Code` has the documentation.
#[proc_macro_derive(Code, attributes(code))]
pub fn derive_code(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand_derive(input.into()).into()
}

fn expand_derive(input: TokenStream) -> TokenStream {
    let adopted = match adopt::read(input) {
        Ok(adopted) => adopted,
        Err(error) => return error.to_compile_error(),
    };
    let spec = adopted.path.as_ref().map(spec::read);
    expand::expand(&plan::adopt(adopted, spec.as_ref()))
}
