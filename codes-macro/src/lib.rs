//! The macros of `codes-runtime`, which re-exports and documents them.

mod doc;
mod expand;
mod fallback;
#[cfg(test)]
mod golden;
mod input;
mod path;
mod plan;
mod spec;

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
