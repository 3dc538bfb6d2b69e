//! Literals and lists as the text that the compiler lexes: one token at a time, each would cost as much as many bytes.
//!
//! Macros run without optimization, the standard library with it: what it can write, it writes.

use std::str::FromStr as _;

use proc_macro2::TokenStream;
use quote::quote;

/// One string of tokens costs the compiler far less than tokens one by one. Where the compiler is there, it reads them
/// itself: proc-macro2 would read the string before that, only to see whether it can be read.
pub(super) fn parse(text: &str) -> TokenStream {
    let parsed = if proc_macro::is_available() {
        proc_macro::TokenStream::from_str(text)
            .map(TokenStream::from)
            .map_err(|error| error.to_string())
    } else {
        TokenStream::from_str(text).map_err(|error| error.to_string())
    };
    parsed.unwrap_or_else(|error| {
        let message = format!("codes-macro wrote what is not Rust, please report it: {error}");
        quote!(::core::compile_error!(#message))
    })
}

/// `"…"`, in which what turns or breaks its line is escaped. `Literal::string` takes twice as long.
pub(super) fn text(text: &str) -> TokenStream {
    parse(&format!("{text:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_what_they_say() {
        let said = "a\"b\\c\r\n\t\0 {}\u{202e}\u{200b}größe — 残高 🎉'";
        let literal: syn::LitStr = syn::parse2(text(said)).expect("a string");
        assert_eq!(literal.value(), said);
        assert!(!literal.token().to_string().contains('\u{202e}'));
    }
}
