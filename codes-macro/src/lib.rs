//! The macros of `codes-runtime`, which re-exports and documents them.

mod doc;
mod expand;
mod fallback;
mod input;
mod path;
mod plan;
mod spec;

use proc_macro::TokenStream;

/// Declares enums over vendors' tables; `codes_runtime::codes` has the documentation.
#[proc_macro]
pub fn codes(input: TokenStream) -> TokenStream {
    let mut out = proc_macro2::TokenStream::new();
    for item in input::read(input.into(), &mut out) {
        let spec = spec::read(&item.path);
        let plan = plan::plan(item, &spec);
        out.extend(expand::expand(&plan));
    }
    out.into()
}
